"""Every form of every face is rendered with our own structure."""

from __future__ import annotations

from django.forms.renderers import TemplatesSetting


class XiezhiRenderer(TemplatesSetting):
    """Form and field templates of the look; widgets stay Django's own unless they name another."""

    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"
