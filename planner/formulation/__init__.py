"""The mathematics: one small file per rule of the model, assembled into one mixed-integer model."""
