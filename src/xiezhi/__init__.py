"""Xiezhi 獬豸: the three systems of administrative law enforcement as software."""
