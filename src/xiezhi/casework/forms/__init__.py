"""What each act of casework takes. The desk draws these forms, the API derives its schemas."""

from xiezhi.casework.forms import answering, declared, filing, hearing, inquiry, notice
from xiezhi.ui.forms import ActForm

FORMS: tuple[type[ActForm], ...] = (
    *filing.FORMS,
    *inquiry.FORMS,
    *notice.FORMS,
    *hearing.FORMS,
    *answering.FORMS,
    *declared.FORMS,
)
