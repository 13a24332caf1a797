"""The offline program that checks a proof without Xiezhi; the portal offers it for download."""

from pathlib import Path

PROGRAM = Path(__file__).with_name("xiezhi_verify.py")
