"""Article files in, clean articles and their sentences out."""

from presslens.pipeline.articles.duplicates import families
from presslens.pipeline.articles.errors import ArticleError
from presslens.pipeline.articles.load import Problem, load, load_all, load_bytes, load_folder, load_text
from presslens.pipeline.articles.read import RawDocument, read_bytes, read_file
from presslens.pipeline.articles.repair import Cleaned, clean
from presslens.pipeline.articles.split import split

__all__ = [
    "ArticleError",
    "Cleaned",
    "Problem",
    "RawDocument",
    "clean",
    "families",
    "load",
    "load_all",
    "load_bytes",
    "load_folder",
    "load_text",
    "read_bytes",
    "read_file",
    "split",
]
