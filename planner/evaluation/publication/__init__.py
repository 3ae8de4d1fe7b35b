"""The figures of a monthly publication, and how they are made safe to publish."""
