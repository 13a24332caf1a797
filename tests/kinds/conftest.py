from __future__ import annotations

import pytest

from tests.builders import Bureau, a_bureau


@pytest.fixture
def bureau(db: None) -> Bureau:
    """A bureau under a plan that has every act kind, and reviews what the law says."""
    return a_bureau(policy="national")
