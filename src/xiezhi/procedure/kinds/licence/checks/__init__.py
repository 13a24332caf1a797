"""The judgements in front of the steps of licensing: one function, one rule, one article."""
