// What the keyboard and the mouse can do beyond links and forms. Every page works without this file.
"use strict";
(() => {
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const announce = (words) => { one("#said").textContent = words; };
  // What a key answers is seen as well as heard, and takes the place of what an earlier act said.
  const say = (words) => { one("[data-said]")?.remove(); announce(words); one("#said").className = "toast"; };
  const hush = () => { one("#said").className = "unseen"; };
  const SWITCH = "claimdesk.single-keys";

  // Single keys may be switched off: they get in the way of speech input.
  const remembered = () => { try { return localStorage.getItem(SWITCH) !== "off"; } catch { return true; } };
  const remember = (on) => { try { localStorage.setItem(SWITCH, on ? "on" : "off"); } catch { /* private window */ } };

  const help = one("#help");
  const box = one("#single-keys");
  const hints = () => document.documentElement.classList.toggle("with-keys", remembered() && matchMedia("(hover: hover)").matches);
  box.checked = remembered();
  box.addEventListener("change", () => { remember(box.checked); hints(); });
  hints();
  for (const button of all("[data-help]")) {
    button.hidden = false;
    button.addEventListener("click", () => help.showModal());
  }

  // A form is sent once, however often a key is pressed.
  document.addEventListener("submit", (event) => {
    if (event.target.dataset.sent && event.target.method === "post") event.preventDefault();
    event.target.dataset.sent = "yes";
  });
  // Coming back by the back button finds forms that can be sent again.
  addEventListener("pageshow", () => { for (const form of all("form")) delete form.dataset.sent; });

  const trouble = one("[data-trouble]");
  if (trouble) trouble.focus();
  // A page that comes up with a message does not announce it; a message that comes later is.
  const done = one("[data-said]");
  if (done) setTimeout(() => { if (!one("#said").textContent) announce(done.textContent); }, 300);

  const rows = () => all("[data-row]");
  const walk = (by) => {
    const links = rows();
    if (!links.length) return false;
    const at = links.indexOf(document.activeElement);
    const next = links[at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by];
    if (next) { next.focus(); next.scrollIntoView({ block: "nearest" }); return true; }
    const page = one(by > 0 ? ".pager a[rel=next]" : ".pager a[rel=prev]");
    if (page) page.click(); else say(by > 0 ? "That was the last one." : "That was the first one.");
    return true;
  };
  const turn = (rel, nothing) => {
    const link = one(`.steps a[rel=${rel}]`);
    if (link) link.click(); else if (!walk(rel === "next" ? 1 : -1)) say(nothing);
  };

  const open = (element) => { for (let d = element.closest("details"); d; d = d.parentElement.closest("details")) d.open = true; };
  const goTo = (element) => { if (!element) return; open(element); element.focus(); element.scrollIntoView({ block: "center" }); };
  const refuse = (action) => {
    const why = one(`[data-refused="${action}"]`);
    say(why ? `Not now: ${why.textContent}` : "That is not possible here.");
    if (why) { open(why); why.tabIndex = -1; why.focus(); }
  };
  const press = (action) => {
    const button = one(`button[data-act="${action}"]`);
    if (button) button.click(); else refuse(action);
  };
  const approve = () => {
    const button = one('button[data-act="approve"]');
    if (!button) return refuse("approve");
    const chosen = one("input[name=verdict]:checked", button.form);
    if (chosen) button.click();
    else { goTo(one("[data-verdicts]", button.form)); say("Choose a verdict first, by its number."); }
  };
  // On a group, the numbers decide the pair that has the focus.
  const relate = (n) => {
    const row = document.activeElement?.closest(".pairs > li");
    const button = row && all("button[data-pair-act]", row)[n - 1];
    if (button) button.click(); else say("Go to a pair first, with j or k.");
  };
  const choose = (n) => {
    if (one(".pairs")) return relate(n);
    const verdict = all("[data-judge] input[name=verdict]")[n - 1];
    if (!verdict) return;
    verdict.checked = true;
    // The focus goes to all of them, not into one: on a control single keys would rest.
    goTo(verdict.closest("[data-verdicts]"));
    announce(`Verdict: ${one(".v", verdict.closest("label")).textContent.trim()}`);
  };
  const undo = () => {
    const row = document.activeElement?.closest(".pairs > li");
    if (row) { const button = one('button[data-pair-act="undo"]', row); if (button) button.click(); else say("You have said nothing about this pair."); return; }
    const reason = one("[data-undo-reason]");
    if (reason && !reason.value) { goTo(reason); say("It is not yours: say why you undo it."); }
    else if (one('button[data-act="undo"]')) press("undo");
    else say(one("[data-acts]") ? "Nothing is left to undo here." : "That is not possible here.");
  };
  const evidence = () => {
    const fold = one("#add-evidence");
    if (!fold) return;
    fold.open = true;
    goTo(one("input[name=url]", fold));
  };

  const KEYS = {
    // In a group j and k walk its pairs, and n and p the groups.
    j: () => one(".pairs") ? walk(1) : turn("next", "That was the last one."), n: () => turn("next", "That was the last one."),
    k: () => one(".pairs") ? walk(-1) : turn("prev", "That was the first one."), p: () => turn("prev", "That was the first one."),
    a: approve, r: () => press("return"), s: () => press("submit"), t: () => press("tag"), u: undo, e: evidence,
    d: () => { const reason = one("[data-reason]"); if (reason) goTo(reason); else refuse("dismiss"); },
    w: () => goTo(one("[data-write]")),
    c: () => press("confirm"), x: () => press("reject"),
    o: () => one('[data-key="o"]')?.click(), q: () => all('[data-key="q"]').at(-1)?.click(),
    "/": () => goTo(one('[data-key="/"]')),
    "?": () => help.showModal(),
  };
  for (const n of [1, 2, 3, 4, 5, 6]) KEYS[n] = () => choose(n);

  // On a control every key is the control's: who believes to be typing must not move a claim.
  const typing = (element) => element.isContentEditable || element.matches("input, textarea, select");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.getModifierState("AltGraph")) return;
    if (event.isComposing || help.open) return;
    const within = document.activeElement || document.body;
    if (typing(within)) { if (event.key === "Escape") within.blur(); return; }
    if (!remembered() || event.repeat) return;
    const act = KEYS[event.key];
    if (act) { event.preventDefault(); hush(); act(); }
  });
  document.addEventListener("pointerdown", hush);

  // An article: a click on words leads to their innermost claim; what is selected can become a claim.
  const text = one("[data-text]");
  if (!text) return;
  const notes = Object.fromEntries(all(".notes [data-claim]").map((note) => [note.dataset.claim, note]));
  const spans = (id) => all(`.hl[data-claim="${CSS.escape(id)}"]`);
  const light = (id, on) => { for (const element of [...spans(id), notes[id]]) element?.classList.toggle("lit", on); };
  for (const where of [one(".paper .head h1"), text, one(".notes")].filter(Boolean)) {
    for (const [begin, end] of [["pointerover", "pointerout"], ["focusin", "focusout"]]) {
      where.addEventListener(begin, (event) => { const at = event.target.closest("[data-claim]"); if (at) light(at.dataset.claim, true); });
      where.addEventListener(end, (event) => { const at = event.target.closest("[data-claim]"); if (at) light(at.dataset.claim, false); });
    }
  }
  document.addEventListener("click", (event) => {
    const words = event.target.closest(".hl[data-claim]");
    if (words && getSelection().isCollapsed) one("a", notes[words.dataset.claim])?.click();
  });

  const form = one("[data-mark]");
  if (!form) return;
  const plain = (range) => {
    const piece = range.cloneContents();
    // The numbers are ours, not the article's.
    for (const number of all(".no", piece)) number.remove();
    return [...piece.children].some((child) => child.matches("p")) ? [...piece.childNodes].map((n) => n.textContent.trim()).filter(Boolean).join("\n") : piece.textContent;
  };
  // Offsets count code points of the article, so the words before the selection in its paragraph are counted so.
  const offset = (range) => {
    const start = range.startContainer;
    const paragraph = (start.nodeType === Node.ELEMENT_NODE ? start : start.parentElement).closest("[data-start]");
    if (!paragraph) return "";
    const before = document.createRange();
    before.setStart(paragraph, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const lead = range.toString().length - range.toString().trimStart().length;
    return String(Number(paragraph.dataset.start) + [...plain(before)].length + lead);
  };
  const button = document.createElement("button");
  button.type = "button";
  button.className = "pick first";
  button.textContent = "Mark as a missed claim";
  button.hidden = true;
  document.body.append(button);
  let picked = null;
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    const words = range && text.contains(range.commonAncestorContainer) ? plain(range).trim() : "";
    button.hidden = !words;
    if (!words) return;
    picked = { words, start: offset(range) };
    const place = range.getBoundingClientRect();
    button.style.top = `${scrollY + place.bottom + 8}px`;
    button.style.left = `${Math.max(8, Math.min(scrollX + place.left, innerWidth - 220))}px`;
  });
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    if (!picked) return;
    form.elements.words.value = picked.words;
    form.elements.start.value = picked.start;
    button.hidden = true;
    getSelection().removeAllRanges();
    goTo(form.elements.speaker);
  });
  // Words that were changed by hand are looked for anew.
  form.elements.words.addEventListener("input", () => { form.elements.start.value = ""; });
})();
