"""The control tower: linked pages of a run that a plain web server or a share can hold."""
