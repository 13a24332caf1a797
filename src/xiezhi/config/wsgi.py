"""What a web server calls."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "xiezhi.config.settings")
application = get_wsgi_application()
# Whatever is loaded now stays for good: the collector needn't walk it again and again, which
# would let some requests wait for a tenth of a second.
_ = get_resolver().url_patterns
gc.collect()
gc.freeze()
