"""Every drawing of the interface, by name. Strokes take the colour of the words beside them."""

from __future__ import annotations

from django.utils.safestring import SafeString, mark_safe

_LINE = (
    '<g fill="none" stroke="currentColor" stroke-width="1.75"'
    ' stroke-linecap="square" stroke-linejoin="miter">{}</g>'
)
_OCTAGON = '<path d="M7.7 1.5h8.6l6.2 6.2v8.6l-6.2 6.2H7.7l-6.2-6.2V7.7Z" fill="currentColor"/>'
_DISC = '<circle cx="12" cy="12" r="10" fill="currentColor"/>'

# Lights: the shape alone tells the state, so that no one needs the colour.
_SOLID = {
    "overdue": _OCTAGON + '<path d="m8 8 8 8m0-8-8 8" fill="none" class="lk" stroke-width="2.4"/>',
    "near": '<path d="M12 1.8 23.2 21.6H.8Z" fill="currentColor"/>'
    '<path d="M12 9v6M12 17v2.2" fill="none" class="lk" stroke-width="2.4"/>',
    "in-time": _DISC
    + '<path d="m7.5 12.3 3.2 3.2 6-6.6" fill="none" class="lk" stroke-width="2.4"/>',
    "paused": '<rect x="2" y="2" width="20" height="20" rx="3" fill="currentColor"/>'
    '<path d="M9 7.5v9M15 7.5v9" fill="none" class="lk" stroke-width="2.6"/>',
    "unknown": '<circle cx="12" cy="12" r="9.5" fill="none" stroke="currentColor" stroke-width="2"'
    ' stroke-dasharray="3.4 2.6"/><path d="M9.3 9.6c.1-3.6 5.6-3.4 5.4 0-.1 2-2.6 2.2-2.6 4.4'
    'M12.1 16.2v1.8" fill="none" stroke="currentColor" stroke-width="2"/>',
    "not-applicable": '<circle cx="12" cy="12" r="9.5" fill="none" stroke="currentColor"'
    ' stroke-width="2"/><path d="M7 12h10" stroke="currentColor" stroke-width="2.2" fill="none"/>',
    "error": _DISC + '<path d="M12 6v7M12 15.5v2.5" class="lk" stroke-width="2.4" fill="none"/>',
    "proof": '<rect x="2.5" y="2.5" width="19" height="19" fill="none" stroke="currentColor"'
    ' stroke-width="2"/><path d="m7 12.2 3.6 3.6L17.2 8.4" fill="none" stroke="currentColor"'
    ' stroke-width="2.2"/>',
    "tick": '<path d="m4 12.5 5.5 5.5L20.5 6" fill="none" stroke="currentColor"'
    ' stroke-width="3.2"/>',
    "recording": '<circle cx="12" cy="12" r="9" fill="currentColor"/>',
    "stop": '<rect x="5" y="5" width="14" height="14" fill="currentColor"/>',
}
_LINES = {
    "next": '<path d="m9 5 7 7-7 7"/>',
    "file": '<path d="M5.5 3h9l4 4v14h-13z"/><path d="M14 3v5h4.5M8.5 12.5h7M8.5 16h7"/>',
    "video": '<path d="M3 6.5h12v11H3z"/><path d="m15 11 6-3.5v9L15 13"/>',
    "photo": '<path d="M3.5 5h17v14h-17z"/><path d="m4 17 5-5 4 4 3-3 4 4"/>'
    '<circle cx="15.5" cy="9" r="1.5"/>',
    "audio": '<path d="M9 3.5h6v10H9z"/><path d="M5.5 11.5c0 8 13 8 13 0M12 18v3"/>',
    "elder": '<path d="M4 19 10 5l6 14M6 14.5h8M18 9v6M15 12h6"/>',
    "eye": '<path d="M2 12c4-7 16-7 20 0-4 7-16 7-20 0Z"/><circle cx="12" cy="12" r="3"/>',
    "person": '<circle cx="12" cy="8" r="4"/><path d="M4 21c0-8 16-8 16 0"/>',
    "download": '<path d="M12 4v12m-5-5 5 5 5-5M4 20h16"/>',
    "upload": '<path d="M7 18.5h10.5a4 4 0 0 0 .5-8A6 6 0 0 0 6.5 9.5 4.6 4.6 0 0 0 7 18.5Z"/>'
    '<path d="M12 17v-6m-2.5 2.5L12 11l2.5 2.5"/>',
    "print": '<path d="M7 8V3h10v5M7 17H4V8.5h16V17h-3M7 14h10v7H7z"/>',
    "list": '<path d="M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01"/>',
    "camera": '<path d="M3 7h4.5L9.5 4h5l2 3H21v13H3z"/><circle cx="12" cy="13" r="4"/>',
    "pen": '<path d="M4 20v-4L16 4l4 4L8 20zM13.5 6.5l4 4"/>',
    "key": '<circle cx="8" cy="12" r="4.5"/><path d="M12.5 12H21v4M17 12v3"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>',
    "scan": '<path d="M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M4 12h16"/>',
    "badge": '<path d="M3 5h18v14H3z"/><circle cx="8.5" cy="11" r="2"/>'
    '<path d="M5.5 16c.5-2 5.5-2 6 0M14.5 10h4M14.5 14h4"/>',
    "mail": '<path d="M3 6h18v12H3z"/><path d="m3.5 6.5 8.5 7 8.5-7"/>',
    "scales": '<path d="M12 3v18M7 21h10M4 6h16M4 6 1.5 13h5zM20 6l-2.5 7h5z"/>',
    "plus": '<path d="M12 5v14M5 12h14"/>',
    "lock": '<path d="M5 10.5h14V21H5z"/><path d="M8 10V7a4 4 0 0 1 8 0v3"/>',
    "moon": '<path d="M19.5 14.5A8 8 0 1 1 9.5 4.5a6.5 6.5 0 0 0 10 10Z"/>',
}
_MARK = (
    '<path d="M19 8H4v20h22V15" fill="none" stroke="currentColor" stroke-width="2.5"/>'
    '<path d="M10.5 28C11.5 18 17.5 8.5 30 1.5 23.5 9.5 19 18.5 17.5 28Z" fill="currentColor"/>'
)

NAMES = (*_SOLID, *_LINES, "mark")


def svg(name: str, css: str = "") -> SafeString:
    """The drawing as an inline SVG hidden from screen readers: words stand beside it."""
    if name == "mark":
        box, body = 32, _MARK
    else:
        box, body = 24, _SOLID[name] if name in _SOLID else _LINE.format(_LINES[name])
    klass = f' class="{css}"' if css else ""
    return mark_safe(  # noqa: S308 - constants of this file only
        f'<svg viewBox="0 0 {box} {box}"{klass} width="{box}" height="{box}"'
        f' aria-hidden="true" focusable="false">{body}</svg>'
    )
