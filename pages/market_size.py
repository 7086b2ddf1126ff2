"""How large the market is said to be, how fast it grows, and who holds what share."""

from presslens.dashboard import evidence, panels, rows, shell
from presslens.dashboard.aggregates import flags, market
from presslens.dashboard.charts import amounts, market_shares, market_size, releases
from presslens.dashboard.filters import Filters

view = shell.page("market_size")
text, dark = view.text, view.dark
facts = flags.checked(market.told(view.facts), view.checks)
sizes = facts[facts["metric"] == "market_size"]
markets, known = market.names(view.source.select("facts", Filters())), releases.known(view.release_dates)

panels.of_facts(
    market_size.sizes(facts, view.checks, text, markets=markets, known=known, dark=dark),
    about=text("Market size by year, in US dollars"),
    finding=market_size.sizes_finding(facts, view.checks, text),
    facts=sizes,
    note=market_size.sizes_note(sizes, text),
    key="sizes",
    view=view,
)

growth = market_size.growth_table(facts, view.checks, text)
if len(growth):
    evidence.table(
        growth,
        key="growth",
        title=text("Growth, done again from both ends"),
        alt=text("Yearly growth recomputed from the two ends that an article prints"),
        view=view,
    )

shares = facts[facts["metric"].isin(market.SHARES)]
panels.of_facts(
    market_shares.shares(facts, text, dark=dark),
    about=text("Shares of a market, and of those who use something"),
    finding=market_shares.shares_finding(facts, text),
    facts=shares,
    key="shares",
    view=view,
)

sales = facts[facts["metric"].isin(market.SALES) & (facts["amount_usd"] > 0)]
panels.of_facts(
    amounts.dollars(sales, text, dark=dark),
    about=text("Revenue and box office, in US dollars"),
    finding=market_shares.sales_finding(sales, text),
    facts=sales,
    key="sales",
    view=view,
)

if len(facts):
    alt = text("Market figures with their evidence, one per row")
    evidence.table(rows.of_facts(facts, text), key="market", title=text("Every market figure"), alt=alt, view=view)
