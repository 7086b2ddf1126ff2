"""Tables in, screens out: what the pages are made of."""
