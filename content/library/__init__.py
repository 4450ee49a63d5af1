"""What is installed on this laptop: packs, their files, their lessons."""
