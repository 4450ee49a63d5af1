"""The region's shelf of packs: publishing, keys and their rotation, roll-out in stages, serving."""
