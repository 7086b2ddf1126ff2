"""The labelled articles that the weights are learned from, and how they are learned."""
