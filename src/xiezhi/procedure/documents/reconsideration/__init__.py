"""Documents of reconsideration (行政复议文书), of the reviewing body and of the agency.

The statute asks little of their content; what a document of reconsideration must say beyond it is
what makes it readable, cited to the article that the document carries out.
"""

from xiezhi.procedure.documents.reconsideration import deciding, taking, trying

KINDS = (*taking.KINDS, *trying.KINDS, *deciding.KINDS)

__all__ = ["KINDS"]
