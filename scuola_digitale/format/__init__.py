"""The bytes of facts: canonical encoding, chain, segments, certificates, sealing."""
