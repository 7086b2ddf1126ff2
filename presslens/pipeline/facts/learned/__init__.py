"""What wording alone does not settle, weighed by what labelled articles have taught: the metric of a figure, and its subject.

The rules answer first, and their answer is the strongest of the clues that are weighed here. What is learned are the weights
of plain clues (the characters around a figure, what the figures before it measured, where a name stands and in which part),
kept as arrays beside this file; `training` has the labelled articles and makes them again.
"""
