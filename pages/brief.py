"""What the filters leave as one file to read, print or send on."""

from presslens.dashboard import shell
from presslens.dashboard.brief import desk
from presslens.dashboard.brief.templates import TEMPLATES

view = shell.page("brief")
text = view.text

template = shell.choose_one(
    "template",
    text("Kind of brief"),
    list(TEMPLATES),
    show=lambda name: text(TEMPLATES[name].title),
    placeholder=text("Choose what the brief is about"),
)
desk.draw(template or "market", view)
