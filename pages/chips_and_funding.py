"""Money sought, raised and valued, and the computing power it is meant to buy."""

from presslens.dashboard import evidence, panels, rows, shell
from presslens.dashboard.aggregates import flags
from presslens.dashboard.charts import amounts, chips_and_funding

view = shell.page("chips_and_funding")
text, dark = view.text, view.dark
facts = flags.checked(view.facts, view.checks)
money = chips_and_funding.money_of(facts)

panels.of_facts(
    chips_and_funding.money(money, text, dark=dark),
    about=text("Funding, valuations and deals, in US dollars, on a logarithmic scale"),
    finding=chips_and_funding.money_finding(money, text),
    facts=money,
    note=amounts.left_out(money, text),
    key="money",
    view=view,
)

gpus = chips_and_funding.compute_of(facts, "compute_gpus")
panels.of_facts(
    chips_and_funding.compute(gpus, "compute_gpus", text, dark=dark),
    about=text("GPUs and servers said to be owned or needed, on a logarithmic scale"),
    finding=chips_and_funding.compute_finding(gpus, "compute_gpus", text),
    facts=gpus,
    note=amounts.left_out(gpus, text),
    key="gpus",
    view=view,
)

tokens = chips_and_funding.compute_of(facts, "compute_tokens")
panels.of_facts(
    chips_and_funding.compute(tokens, "compute_tokens", text, dark=dark),
    about=text("Tokens and patches said to go into a video, on a logarithmic scale"),
    finding=chips_and_funding.compute_finding(tokens, "compute_tokens", text),
    facts=tokens,
    note=amounts.left_out(tokens, text),
    key="tokens",
    view=view,
)

every = facts[facts["metric"].isin(chips_and_funding.METRICS)]
if len(every):
    evidence.table(
        rows.of_facts(every, text),
        key="funding",
        title=text("Every figure on money and machines"),
        alt=text("Figures on money and machines with their evidence, one per row"),
        view=view,
    )
