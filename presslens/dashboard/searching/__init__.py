"""Search: letters folded, names under every alias, and the lines that are looked through."""
