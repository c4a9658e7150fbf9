"""Addresses: one spelling for one place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import InputError
from claims.intake import normal_url, registrable_domain, same_site


@pytest.mark.parametrize(
    ("given_url", "normal"),
    [
        ("HTTPS://WWW.Herald.example:443/A/Story#comments", "https://www.herald.example/A/Story"),
        ("http://herald.example:80", "http://herald.example/"),
        ("http://herald.example:8080/a", "http://herald.example:8080/a"),
        ("https://herald.example/a?utm_source=x&id=7&fbclid=9", "https://herald.example/a?id=7"),
        ("https://herald.example/a?utm_medium=x", "https://herald.example/a"),
        ("https://herald.example/?p=12&ref=front&cid=3", "https://herald.example/?p=12&ref=front&cid=3"),
        ("https://herald.example/a/./b/../c", "https://herald.example/a/c"),
        ("https://herald.example/../../a", "https://herald.example/a"),
        ("https://herald.example/caf%c3%a9/%7Ejo", "https://herald.example/caf%C3%A9/~jo"),
        ("https://herald.example/café?q=ü", "https://herald.example/caf%C3%A9?q=%C3%BC"),
        ("https://bücher.example/a", "https://xn--bcher-kva.example/a"),
        ("https://user:secret@herald.example/a", "https://herald.example/a"),
        ("http://[::1]:80/a", "http://[::1]/a"),
        ("  https://herald.example/a/  ", "https://herald.example/a/"),
    ],
)
def test_spellings_of_one_address_become_one(given_url: str, normal: str) -> None:
    """The id of an article comes from its address, so one place has one spelling, and no meaning is lost."""
    assert normal_url(given_url) == normal
    assert normal_url(normal) == normal


@pytest.mark.parametrize(
    ("url", "hint"),
    [
        ("herald.example/a", "https://herald.example/a"),
        ("ftp://herald.example/a", "https://"),
        ("javascript:alert(1)", "https://"),
        ("file:///etc/passwd", "https://"),
        ("https://herald.example/a b", "%20"),
        ("https://", "browser"),
        ("https://a..b/", "browser"),
        ("", "https://"),
    ],
)
def test_what_is_no_web_address_is_refused_with_a_hint(url: str, hint: str) -> None:
    """An address that nobody can open is worse than none."""
    with pytest.raises(InputError) as refused:
        normal_url(url)
    assert hint in str(refused.value)


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_address_is_normal_after_one_go_or_refused(host: str, path: str) -> None:
    """Normalising never fails in another way and never needs a second go."""
    try:
        once = normal_url(f"https://{host}.example/{path}")
    except InputError:
        return
    assert normal_url(once) == once


def test_a_site_is_what_somebody_registered() -> None:
    """Hosts of one registrable domain are one site; neighbours under a shared suffix are not."""
    assert registrable_domain("https://m.herald.co.uk/a") == "herald.co.uk"
    assert registrable_domain("https://amp.herald.example/a") == "herald.example"
    assert same_site("https://m.herald.co.uk/a", "http://www.herald.co.uk/b")
    assert not same_site("https://herald.co.uk/a", "https://courier.co.uk/a")
    assert not same_site("https://one.github.io/a", "https://two.github.io/a")
    assert not same_site("http://10.0.0.1/a", "http://11.0.0.1/a")
