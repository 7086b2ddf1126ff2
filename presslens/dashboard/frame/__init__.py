"""The parts of the frame that every page stands in; `shell` puts them together."""
