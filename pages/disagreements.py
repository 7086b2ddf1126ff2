"""Who says otherwise: contradictions, arithmetic that does not add up, how forecasts moved, and the life of one claim."""

from presslens.dashboard import moved, otherwise, shell

view = shell.page("disagreements")

otherwise.cards(view)
otherwise.sums(view)
moved.vintages(view)
moved.life(view)
