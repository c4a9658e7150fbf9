"""Web pages: the article in them and what they say about it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from claims.errors import InputError
from claims.intake import Particulars, read_bytes
from claims.models import Article

SAID = "The pumps below the harbour failed at noon, the engineer Ana Brodie said, and 412 people had to leave home. "
BODY = f"""
<nav><a href=/>Home</a> <a href=/sport>Sport</a></nav>
<article><h1>Pumps fail in&nbsp;Weir</h1><p class=byline>By Ana Lund</p>
<p>{SAID * 2}</p>
<p>“No,” she said.<br>“Not <em>one</em>
pump.”</p>
<h2>What next</h2><ul><li>The council meets on Friday.</li></ul>
<table><tr><th>Pump</th><th>Age</th></tr><tr><td>North</td><td>61</td></tr></table>
<p>{SAID}</p><script>alert("pumps")</script></article>
<footer>Copyright Weir Post</footer>"""
HEAD = """<title>Pumps fail in Weir | Weir Post</title><meta name="author" content="Ana Lund">
<meta property="og:site_name" content="Weir Post">
<meta property="article:published_time" content="2025-03-03T08:00:00+01:00">"""
CANONICAL = '<link rel="canonical" href="https://weirpost.example/pumps?utm_source=x&amp;id=4#top">'


def page(body: str = BODY, head: str = HEAD, top: str = "") -> bytes:
    return f'{top}<!doctype html>\n<html lang="en-GB"><head>{head}</head><body>{body}</body></html>'.encode()


def read(data: bytes, name: str = "pumps.html", **given: str) -> Article:
    return read_bytes(data, name, given=Particulars(**given))


def test_the_article_is_found_and_nothing_else() -> None:
    """Paragraphs in order, headline and byline taken off, navigation and scripts left behind."""
    article = read(page())
    assert article.title == "Pumps fail in Weir"
    paragraphs = article.text.split("\n\n")
    assert paragraphs[1:] == [
        "“No,” she said.\n“Not one pump.”",
        "What next",
        "The council meets on Friday.",
        "Pump | Age",
        "North | 61",
        SAID.strip(),
    ]
    assert paragraphs[0] == (SAID * 2).strip()


def test_metadata_are_read() -> None:
    """Publisher, author, moment, language and address come from the page."""
    article = read(page(head=HEAD + CANONICAL))
    assert (article.publisher, article.byline, article.language) == ("Weir Post", "Ana Lund", "en-GB")
    assert article.published == "2025-03-03T08:00:00+01:00"
    assert article.url == "https://weirpost.example/pumps?id=4"


def test_a_moment_in_the_page_s_own_data_is_read() -> None:
    """JSON-LD states the moment where there is no meta element."""
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-03-03T09:10:00Z"}</script>'
    )
    assert read(page(head=head)).published == "2025-03-03T09:10:00Z"


def test_what_the_user_gave_wins_over_metadata() -> None:
    """An address that is given stands, even against the page's own canonical one."""
    article = read(page(head=HEAD + CANONICAL), url="https://mirror.example/p", publisher="Mirror", title="Pumps")
    assert (article.url, article.publisher, article.title) == ("https://mirror.example/p", "Mirror", "Pumps")
    assert article.text.startswith("Pumps fail in")


@pytest.mark.parametrize(
    ("found_at", "url"),
    [
        (None, "https://weirpost.example/pumps?id=4"),
        ("https://m.weirpost.example/amp/pumps", "https://weirpost.example/pumps?id=4"),
        ("https://syndicate.example/weir/pumps", "https://syndicate.example/weir/pumps"),
    ],
)
def test_canonical_counts_within_its_own_site(found_at: str | None, url: str) -> None:
    """A syndicated copy points to the original and is an article of its own."""
    assert read_bytes(page(head=CANONICAL), "pumps.html", found_at=found_at).url == url
    saved = f"<!-- saved from url=(0036){found_at} -->\n" if found_at else ""
    assert read(page(head=CANONICAL, top=saved)).url == url


def test_a_page_is_known_by_its_content() -> None:
    """From standard input, or under a wrong name, a page is a page."""
    assert read(page(), "-").text == read(page(), "pumps.txt").text == read(page()).text
    assert read(page(top="<!-- one --><!-- two -->\n<?xml version='1.0'?>"), "-").text == read(page()).text


def test_xhtml_with_a_declaration_is_read() -> None:
    """lxml refuses a decoded text that declares an encoding; we read it all the same."""
    top = '<?xml version="1.0" encoding="iso-8859-1"?>\n'
    data = f'{top}<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="de"><body><p>{SAID}Café.</p></body></html>'
    article = read(data.encode("latin-1"), "pumps.xhtml")
    assert (article.language, article.text) == ("de", f"{SAID}Café.")


def test_a_text_file_with_an_html_suffix_is_read_as_text() -> None:
    """Without a single tag there is nothing to parse."""
    assert read(SAID.encode()).text == SAID.strip()


def test_deeply_nested_pages_are_read_whole() -> None:
    """At 600 levels the parser's usual limits lose every word."""
    assert read(page("<div>" * 600 + f"<p>{SAID}</p>" + "</div>" * 600)).text == SAID.strip()


def test_what_nests_deeper_than_the_parser_can_is_refused_and_not_cut() -> None:
    """Half an article must not pass for one."""
    with pytest.raises(InputError, match="too deeply"):
        read(page(f"<p>{SAID}</p>" + "<b>" * 5000 + SAID))


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<noscript>Please enable JavaScript to run this app.</noscript><div id=root></div>",
        "<p>Please enable JavaScript to continue.</p>",
        "<h1>Access denied</h1><p>You do not have permission to see this page.</p>",
        "<p>Checking your browser before you go on.</p>",
        "<img src=a.png>",
    ],
)
def test_a_page_without_an_article_is_refused(body: str) -> None:
    """A notice to the reader's browser is no news."""
    with pytest.raises(InputError, match="No article text was found in pumps"):
        read(page(body, head=""))


def test_words_for_readers_without_javascript_do_not_get_into_the_article() -> None:
    """They are the site's, not the author's."""
    article = read(page(f"<article><noscript>Please enable JavaScript.</noscript><p>{SAID * 3}</p></article>"))
    assert "JavaScript" not in article.text


def test_a_long_article_about_javascript_is_an_article() -> None:
    """Only short texts are taken for a notice."""
    assert (
        "enable JavaScript"
        in read(page(f"<article><p>Please enable JavaScript, they said. {SAID * 6}</p></article>")).text
    )


def test_bad_metadata_are_left_out() -> None:
    """Nobody at the desk can mend a page's metadata, so they are no error."""
    head = '<link rel="canonical" href="javascript:x"><meta property="article:published_time" content="yesterday">'
    article = read(page(head=head).replace(b'lang="en-GB"', b'lang="!!"'))
    assert (article.url, article.published, article.language) == (None, None, "en")


def test_what_reads_html_is_loaded_for_html_only() -> None:
    """Starting up for a text file must not pay for lxml and trafilatura."""
    code = (
        "import sys; from claims.intake import read_bytes; read_bytes(b'Title: A\\n\\nThe pumps failed.', 'a.txt');"
        "print({'lxml', 'trafilatura', 'tld', 'charset_normalizer', 'markdown_it'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
