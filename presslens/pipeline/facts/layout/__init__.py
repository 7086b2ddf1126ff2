"""What is laid out rather than told: tables, their heads and units; where on a page a figure stands says what it measures."""
