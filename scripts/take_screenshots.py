"""Take the README's pictures of the review pages anew, in docs/images: sample articles, reviewed a little, in Chromium.

Needs Chromium (Debian: ``apt-get install chromium``) and fonts that you would like to see in a README.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from claims import desk
from claims.compare.encoder import MiniLmEncoder
from claims.desk import Correction, Decision, EvidenceEntry
from claims.intake import read_path
from claims.models import ClaimRecord
from claims.resources import resource
from claims.store import Store, groups, open_store, search
from claims.store.search import ClaimFilter
from claims.vocabulary import Action, Check, CheckResult, Stance, Verdict

IMAGES = Path(__file__).resolve().parents[1] / "docs" / "images"
WIDTH, HEIGHT = 1280, 860
RUN = "from claims.cli import main; main()"

INSPECTED = "last been inspected in October 2023"
"""The claim of the picture: another sample article reports what speaks against it."""

DAMAGE = "Damage could reach"
"""A claim of the group of the picture: three outlets put a sum on it."""

RATIONALE = "The last signed report is of 2019; nobody wrote up a later visit."

REGISTER = EvidenceEntry(
    stance=Stance.REFUTES,
    title="Inspection reports of the Oskell wall, register of the inquiry",
    citation="Inquiry into the Oskell dam, exhibit 7",
    publisher="Inquiry into the Oskell dam",
    excerpt="Last signed report: 14 May 2019.",
    primary=True,
)
HEARING = EvidenceEntry(
    stance=Stance.REFUTES,
    url="https://calmouthherald.example/national/oskell-inquiry-first-day",
    title="Oskell wall was last inspected in 2019, inquiry told",
    publisher="The Calmouth Herald",
)


def found(store: Store, words: str) -> ClaimRecord:
    """The claim that has these words."""
    return next(one for one in search.find(store, ClaimFilter()) if words in one.text)


def reviewed(store: Store, words: str, verdict: Verdict, stance: Stance) -> None:
    """Bring a claim to the end of its way."""
    id = found(store, words).id
    _to_review(store, id)
    entry = REGISTER.model_copy(update={"stance": stance})
    desk.add_evidence(store, desk.act("noor"), desk.see(store, [id])[0], entry)
    decision = Decision(action=Action.APPROVE, verdict=verdict, rationale="As in the register.")
    desk.decide(store, desk.act("noor"), desk.see(store, [id]), decision)


def _to_review(store: Store, id: str) -> None:
    desk.tag(store, desk.act("edmund"), desk.see(store, [id]), Correction())
    desk.decide(store, desk.act("edmund"), desk.see(store, [id]), Decision(action=Action.SUBMIT))


def prepare(path: Path) -> tuple[str, str, str]:
    """Fill a file; give the ids of the article, the claim and the group that are shown."""
    with open_store(path) as store:
        for article in sorted(resource("annotations/sample").glob("0*.txt")):
            desk.add(store, desk.act("edmund"), read_path(article))
        reviewed(store, "30-day state of emergency", Verdict.SUPPORTED, Stance.SUPPORTS)
        reviewed(store, "sirens had sounded 40 minutes before", Verdict.REFUTED, Stance.REFUTES)
        for words in ("14 helicopters", "broke at 4:40", DAMAGE):
            desk.tag(store, desk.act("edmund"), desk.see(store, [found(store, words).id]), Correction())
        claim = found(store, INSPECTED)
        _to_review(store, claim.id)
        for entry in (REGISTER, HEARING):
            desk.add_evidence(store, desk.act("noor"), desk.see(store, [claim.id])[0], entry)
        desk.compare(store, MiniLmEncoder())
        return claim.article_id, claim.id, groups.resolve(store, found(store, DAMAGE).id)


def serve(path: Path) -> tuple[subprocess.Popen[str], str]:
    """Start the desk; give the process and the link that signs in."""
    command = [sys.executable, "-c", RUN, "serve", "--db", str(path), "--port", "0", "--as", "noor"]
    env = os.environ | {"PYTHONUNBUFFERED": "1"}
    server = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    for line in server.stdout or ():
        if link := re.search(r"http://\S+sign-in\S+", line):
            return server, link.group()
    raise SystemExit("The server did not start.")


def save(picture: bytes, name: str) -> None:
    """Write a picture, its pixels packed as tightly as they go."""
    signature, rest = picture[:8], picture[8:]
    chunks: list[tuple[bytes, bytes]] = []
    while rest:
        length = int.from_bytes(rest[:4], "big")
        chunks.append((rest[4:8], rest[8 : 8 + length]))
        rest = rest[12 + length :]
    pixels = zlib.decompress(b"".join(data for kind, data in chunks if kind == b"IDAT"))
    header = next(data for kind, data in chunks if kind == b"IHDR")
    packed = ((b"IHDR", header), (b"IDAT", zlib.compress(pixels, 9)), (b"IEND", b""))
    IMAGES.mkdir(parents=True, exist_ok=True)
    (IMAGES / name).write_bytes(signature + b"".join(_chunk(kind, data) for kind, data in packed))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


def take(link: str, article: str, claim: str, group: str) -> None:
    """Take the pictures."""
    from playwright.sync_api import sync_playwright

    root = link.partition("/sign-in")[0]
    with sync_playwright() as p:
        browser = p.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
        )
        page: Any = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto(link)
        page.goto(f"{root}/claim/{claim}")
        page.locator("input[name=verdict][value=refuted]").check()
        for check, answer in ((Check.ATTRIBUTION, CheckResult.OK), (Check.SUBSTANCE, CheckResult.WRONG)):
            page.locator(f"select[name=check_{check}]").select_option(str(answer))
        page.locator("textarea[name=rationale]").fill(RATIONALE)
        page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
        save(page.screenshot(), "claim.png")
        page.goto(f"{root}/article/{article}")
        save(page.screenshot(), "article.png")
        page.goto(f"{root}/group/{group}")
        save(page.screenshot(), "group.png")
        browser.close()


def main(arguments: Sequence[str]) -> int:
    """Fill a file, serve it, take the pictures."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "claims.db"
        shown = prepare(path)
        server, link = serve(path)
        try:
            take(link, *shown)
        finally:
            server.terminate()
            server.wait()
    for image in sorted(IMAGES.glob("*.png")):
        print(f"{image.name}: {image.stat().st_size / 1000:.0f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
