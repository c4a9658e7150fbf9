"""Makes ``datasette --plugins-dir datasette-plugins`` work from a checkout.

Datasette loads single files from such a folder, and a package in it is not found. So this file makes the
package importable and registers it, unless an installed one is registered already.
"""

from __future__ import annotations

import sys
from pathlib import Path

from datasette.plugins import pm

_HERE = str(Path(__file__).resolve().parent)

if not pm.has_plugin("claims"):
    # The folder is named twice: as one of plugins, for this package, and its parent, for `claims` in a bare checkout.
    for folder in (_HERE, str(Path(_HERE).parent)):
        if folder not in sys.path:
            sys.path.append(folder)
    import datasette_claims

    pm.register(datasette_claims, name="claims")
