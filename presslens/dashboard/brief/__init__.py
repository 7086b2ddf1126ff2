"""The offline brief: one HTML file of the current view that needs no network, for who reads it later or on paper."""
