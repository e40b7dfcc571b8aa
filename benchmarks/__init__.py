"""How fast Sourcebook is, as ratios within one run; numpy has one thread, as behind the command line."""

import os

from sourcebook.settings.threads import one_thread

GIVEN = dict(os.environ)
"""The environment for what is measured beside Sourcebook: it keeps its own choice of threads."""

one_thread()
