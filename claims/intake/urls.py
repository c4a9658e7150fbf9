"""Addresses of articles: one spelling for one place, so that an article keeps its id.

Only what can never change the page is evened out: the case of scheme and host, default ports, dot segments, percent
encoding, the fragment, user names, and the parameters of campaigns and click counters in the tables below. The order
of parameters, ``www.`` and a final slash can have a meaning and stay.
"""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import quote, urlsplit, urlunsplit

from claims.errors import InputError

TRACKING_PREFIXES = ("utm_", "mtm_", "pk_", "hsa_", "vero_", "oly_", "at_", "ns_")
"""Starts of parameter names that campaign tools add. Names of one common word ("ref", "source") may carry meaning."""

TRACKING_NAMES = frozenset(
    [
        # click ids of advertisers and social networks
        *("fbclid", "gclid", "dclid", "gbraid", "wbraid", "gclsrc", "srsltid", "msclkid", "yclid", "twclid", "ttclid"),
        *("igshid", "igsh", "li_fat_id", "epik"),
        # newsletters and analytics
        *("mc_cid", "mc_eid", "mkt_tok", "_ga", "_gl", "_hsenc", "_hsmi", "__twitter_impression", "xtor", "cmpid"),
        *("ocid", "icid", "guccounter", "guce_referrer", "guce_referrer_sig"),
        # share buttons of newspapers
        *("smid", "smtyp", "cmp", "ref_src", "ref_url"),
    ]
)

DEFAULT_PORTS = {"http": 80, "https": 443}
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*")


def normal_url(url: str) -> str:
    """Spell an http or https address in the one way that ids are made from; anything else is refused."""
    url = url.strip()
    if re.search(r"[\s\x00-\x1f\x7f]", url):
        raise InputError(f"The address {url!r} has a blank in it.", hint="Write a blank in an address as %20.")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise InputError(f'"{url}" is no web address: {error}.') from error
    if parts.scheme not in DEFAULT_PORTS:
        raise InputError(f'"{url}" is no web address of an article.', hint=_scheme_hint(url))
    host = _host(parts.hostname or "", url)
    if port is not None and port != DEFAULT_PORTS[parts.scheme]:
        host = f"{host}:{port}"
    path = _without_dots(_percent(parts.path, safe="/:@!$&'()*+,;=")) or "/"
    query = "&".join(field for field in _percent(parts.query, safe="/:@!$&'()*+,;=?[]|").split("&") if _kept(field))
    return urlunsplit((parts.scheme, host, path, query, ""))


def same_site(one: str, other: str) -> bool:
    """Say whether two addresses belong to one registrable domain."""
    return registrable_domain(one) == registrable_domain(other)


def registrable_domain(url: str) -> str:
    """The part of the host that somebody registered: ``herald.co.uk`` for ``https://m.herald.co.uk/a``."""
    from tld import get_fld  # reads the public suffix list

    known = get_fld(url, fail_silently=True, search_private=True)
    if known:
        return known
    host = urlsplit(url).hostname or ""
    # A suffix that the list does not know (.example, an intranet) counts as one label; a number has no labels.
    return host if _is_number(host) else ".".join(host.split(".")[-2:])


def _scheme_hint(url: str) -> str:
    if re.match(r"[\w-]+(\.[\w-]+)+(/|$)", url):
        return f"Write it in full: https://{url}"
    return "It has to start with https:// or http://."


def _host(host: str, url: str) -> str:
    if ":" in host:
        return f"[{host}]"
    try:
        ascii_host = host.rstrip(".").encode("idna").decode("ascii").lower()
    except UnicodeError:
        ascii_host = ""
    if not _HOST.fullmatch(ascii_host):
        raise InputError(f'"{url}" names no host that can exist.', hint="Copy the address from the browser once more.")
    return ascii_host


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _percent(text: str, *, safe: str) -> str:
    quoted = quote(_STRAY_PERCENT.sub("%25", text), safe=safe + "%~")
    return _ESCAPE.sub(_spelled_once, quoted)


def _spelled_once(escape: re.Match[str]) -> str:
    char = chr(int(escape[1], 16))
    return char if char in _UNRESERVED else escape[0].upper()


def _without_dots(path: str) -> str:
    segments: list[str] = []
    parts = path.split("/")
    for part in parts:
        if part == "..":
            # The first segment is the empty one before the leading slash: nothing lies above it.
            del segments[max(1, len(segments) - 1) :]
        elif part != ".":
            segments.append(part)
    if parts[-1] in (".", ".."):
        segments.append("")
    return "/".join(segments)


def _kept(field: str) -> bool:
    name = field.partition("=")[0].lower()
    return bool(field) and name not in TRACKING_NAMES and not name.startswith(TRACKING_PREFIXES)
