"""The rules of the model, one file each; every file has one function `add` that writes the rule's rows."""
