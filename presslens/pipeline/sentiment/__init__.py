"""Sentiment: the outlook a sentence expresses about its subject, and toward each name in it."""

from presslens.pipeline.sentiment.masks import is_prompt, is_quoted, prompt_spans, quoted_spans, share_within
from presslens.pipeline.sentiment.scoring import score, score_all
from presslens.pipeline.sentiment.summary import summarise

__all__ = ["is_prompt", "is_quoted", "prompt_spans", "quoted_spans", "score", "score_all", "share_within", "summarise"]
