"""全过程记录: the File, its materials, its ledger that can't be altered unseen."""
