"""From figures to claims: what each figure states, of whom, when, and on whose word."""
