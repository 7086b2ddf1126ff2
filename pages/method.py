"""How the figures are read, how well that goes, and what may be done with the data."""

from presslens.dashboard import beside, glossary, method, method_outlook, shell

view = shell.page("method")
text = view.text

method.measured(beside.measures(), view)
method.accuracy(*beside.accuracy(), view)
method.limits(text)
method.steps(text)
method_outlook.draw(*beside.outlook_accuracy(), view)
glossary.draw(text)
method.licence(view.source.fingerprint, text)
