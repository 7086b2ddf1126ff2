"""How the figures are read, how well that goes, and what may be done with the data."""

from presslens.dashboard import data, glossary, method, method_outlook, shell

view = shell.page("method")
text = view.text

method.measured(data.measures(), view)
method.accuracy(*data.accuracy(), view)
method.limits(text)
method.steps(text)
method_outlook.draw(*data.outlook_accuracy(), view)
glossary.draw(text)
method.licence(view.source.fingerprint, text)
