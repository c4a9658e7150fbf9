"""What claims and figures have to do with one another."""
