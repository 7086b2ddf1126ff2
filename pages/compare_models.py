"""What is printed of each video model, side by side: every value, on whose word, when, and how far it is agreed."""

from presslens.dashboard import comparison, comparison_over_time, shell
from presslens.dashboard.aggregates import flags

view = shell.page("compare_models")
chosen = comparison.choose(view)
# What was read with low confidence may be of another model: it is compared with nothing.
facts = flags.sure(view.facts)

comparison.grid(facts, chosen, view)
comparison_over_time.draw(facts, chosen, view)
comparison.by_outlet(facts, chosen, view)
