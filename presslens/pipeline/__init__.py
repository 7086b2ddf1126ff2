"""From article files to rows for the tables: reading, figures, facts, sentiment and keywords."""
