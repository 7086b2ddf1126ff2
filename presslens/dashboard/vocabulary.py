"""The English names of the tables' codes; each is a message of the catalogues."""

from __future__ import annotations


def mark(message: str) -> str:
    """Mark a message for the catalogues where it is only named, to be translated where it is shown."""
    return message


def mark_plural(one: str, many: str) -> tuple[str, str]:
    """Mark a message that counts something."""
    return one, many


METRICS = {
    "market_size": mark("Market size"),
    "market_share": mark("Market share"),
    "growth_rate": mark("Growth"),
    "adoption_share": mark("Adoption"),
    "funding_round": mark("Funding round"),
    "funding_target": mark("Funding sought"),
    "funding_total": mark("Funding in total"),
    "valuation": mark("Valuation"),
    "market_cap": mark("Market cap"),
    "acquisition": mark("Acquisition"),
    "revenue": mark("Revenue"),
    "price": mark("Price"),
    "box_office": mark("Box office"),
    "compute_gpus": mark("Computing power"),
    "compute_tokens": mark("Tokens to compute"),
    "params": mark("Parameters"),
    "users": mark("Users"),
    "team_size": mark("Team size"),
    "release_date": mark("Release date"),
    "max_duration": mark("Longest clip"),
    "resolution": mark("Resolution"),
    "fps": mark("Frames per second"),
    "developer": mark("Developer"),
    "architecture": mark("Architecture"),
    "inputs": mark("Inputs"),
    "access": mark("Access"),
    "other": mark("Other figure"),
}
STATUSES = {
    "actual": mark("Actual"),
    "forecast": mark("Forecast"),
    "target": mark("Target"),
    "estimate": mark("Estimate"),
    "assumption": mark("Assumption"),
    "rumour": mark("Rumour"),
}
TOPICS = {
    "market": mark("Market"),
    "funding": mark("Funding"),
    "compute": mark("Compute"),
    "models": mark("Models"),
    "other": mark("Other"),
}
SCOPES = {
    "global": mark("Worldwide"),
    "china": mark("China"),
    "us": mark("United States"),
    "ai_video": mark("AI video"),
    "generative_ai": mark("Generative AI"),
}
HEDGES = {
    "about": mark("about {amount}"),
    "at_least": mark("at least {amount}"),
    "at_most": mark("at most {amount}"),
    "vague": mark("{amount} (vague)"),
}
OR_MORE = mark("{amount} or more (vague)")
OTHERS = {
    "accepted": mark("accepted"),
    "rejected": mark("rejected"),
    "high": mark("high"),
    "medium": mark("medium"),
    "low": mark("low"),
    "stated": mark("stated in the article"),
    "inferred": mark("inferred from the text"),
    "unknown": mark("unknown"),
    "model": mark("model"),
    "company": mark("company"),
    "person": mark("person"),
    "source": mark("source"),
    "money": mark("money"),
    "count": mark("count"),
    "percent": mark("percentage"),
    "ratio": mark("ratio"),
    "duration": mark("duration"),
    "resolution": mark("resolution"),
    "date": mark("date"),
    "text": mark("words"),
}
# What stands in `value_text` where a claim is made in words of a closed list; a developer is a name and shown as one.
VALUES = {
    "undisclosed": mark("said to be undisclosed"),
    "not open yet": mark("not open yet"),
    "limited testers": mark("limited testers"),
    "closed beta": mark("closed beta"),
    "public test": mark("public test"),
    "open source": mark("open source"),
    "open to all": mark("open to all"),
    "in an app or on the web": mark("in an app or on the web"),
    "free": mark("free"),
    "paid": mark("paid"),
    "API": mark("API"),
    "closed source": mark("closed source"),
    "image": mark("image"),
    "video": mark("video"),
    "audio": mark("audio"),
    "skeleton": mark("skeleton"),
    "diffusion": mark("diffusion"),
    "diffusion transformer": mark("diffusion transformer"),
    "multimodal diffusion transformer": mark("multimodal diffusion transformer"),
    "latent diffusion": mark("latent diffusion"),
    "large language model": mark("large language model"),
    "GPT models": mark("GPT models"),
    "autoregressive": mark("autoregressive"),
    "mixture of experts": mark("mixture of experts"),
    "state space model": mark("state space model"),
    "flow matching": mark("flow matching"),
    "video VAE": mark("video VAE"),
    "spacetime patches": mark("spacetime patches"),
    "world model": mark("world model"),
    "linear attention": mark("linear attention"),
    "consistency model": mark("consistency model"),
    "encoder-decoder": mark("encoder-decoder"),
    "3D convolution": mark("3D convolution"),
    "3D full attention": mark("3D full attention"),
    "spatiotemporal attention": mark("spatiotemporal attention"),
    "latent dynamics model": mark("latent dynamics model"),
    "differentiable rendering": mark("differentiable rendering"),
    "Gaussian splatting": mark("Gaussian splatting"),
    "point cloud prior": mark("point cloud prior"),
    "systolic array": mark("systolic array"),
    "Arm architecture": mark("Arm architecture"),
    "chiplet": mark("chiplet"),
    "visual autoregressive": mark("visual autoregressive"),
    "next-token prediction": mark("next-token prediction"),
    "decoder-only": mark("decoder-only"),
    "text": mark("text"),
}
CHECKS = {
    "growth": mark("Growth per year"),
    "change": mark("Change"),
    "multiple": mark("Multiple"),
    "share": mark("Share"),
    "sum": mark("Sum"),
    "product": mark("Number times price"),
    "conversion": mark("Currency conversion"),
    "conflict": mark("Contradiction"),
    "slip": mark("Suspected slip of the unit"),
}
DIAGNOSES = {
    "currency": mark("the same number in two currencies"),
    "unit": mark("two units"),
    "status": mark("what has happened against what is forecast, planned or rumoured"),
    "scope": mark("perhaps not the same market"),
    "date": mark("told of different times: it may have changed in between"),
    "range against point": mark("a range against a single value"),
    "slip of 10": mark("looks like a slip of ten: a digit too many or too few"),
    "slip of 10000": mark("looks like a slip of 万, ten thousand"),
    "slip of 100000000": mark("looks like a slip of 亿, a hundred million"),
    "another span of years": mark("adds up when counted over one year more or less"),
    "times as much": mark("it grew to so many times as much, not by so many times"),
    "different values": mark("nothing that is printed explains it"),
}
CONDITIONS = {
    "stated maximum": mark("stated maximum"),
    "clip shown": mark("a clip that was shown"),
    "unstated": mark("condition not stated"),
    "single shot": mark("single shot"),
}
SPEAKERS = {
    "maker": mark("maker"),
    "paper": mark("paper"),
    "other": mark("quoted"),
    "press": mark("press"),
}
COUNTED = {
    "articles": mark_plural("{n} article", "{n} articles"),
    "families": mark_plural("{n} family", "{n} families"),
    "origins": mark_plural("{n} independent origin", "{n} independent origins"),
}
UNITS = {
    "person": mark_plural("person", "people"),
    "company": mark_plural("company", "companies"),
    "user": mark_plural("user", "users"),
    "frame": mark_plural("frame", "frames"),
    "patch": mark_plural("patch", "patches"),
    "token": mark_plural("token", "tokens"),
    "parameter": mark_plural("parameter", "parameters"),
    "server": mark_plural("server", "servers"),
    "GPU": mark_plural("GPU", "GPUs"),
}
# What a figure without a unit counts.
COUNTED_BY = {"users": "user", "params": "parameter", "team_size": "person"}
DURATIONS = {
    31_536_000: mark_plural("{n} year", "{n} years"),
    2_592_000: mark_plural("{n} month", "{n} months"),
    86_400: mark_plural("{n} day", "{n} days"),
    3_600: mark_plural("{n} h", "{n} h"),
    60: mark_plural("{n} min", "{n} min"),
    1: mark_plural("{n} s", "{n} s"),
}
