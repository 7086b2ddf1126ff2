"""What is on screen, to take away."""
