"""What runs in a process of its own. Each says one line of JSON at its end."""
