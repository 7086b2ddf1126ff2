"""The rules, in the order in which they run: each changes the values of one reading, or leaves them alone.

With each stands what some word of a reading must do, so that the rule is asked about it at all.
"""

from presslens.pipeline.sentiment.rules import contrast, degree, modality, movement, negation

RULES = (
    *degree.RULES,
    *movement.RULES,
    *negation.RULES,
    *contrast.RULES,
    *modality.RULES,
)
