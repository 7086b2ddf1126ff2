"""Article files in, clean articles and their sentences out."""
