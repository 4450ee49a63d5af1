"""Facts and packs between laptop, hub, stick and region."""
