"""The two-minute tour: what the dashboard can do, each idea with a real example."""

from presslens.dashboard import glossary, shell, tour

view = shell.page("tour")

tour.draw(view)
glossary.draw(view.text)
