"""Which field of a published document the public may see, family by family of act kinds.

A family's module has FIELDS: document code → field → class (`catalogue.Shown`). Collected in
`catalogue.FIELDS`; a field nobody classed stops the publication and a test.
"""
