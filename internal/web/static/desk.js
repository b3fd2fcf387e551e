// What the desk does more with a script: words and margin light up together, and
// keys lead from statement to statement. Nothing depends on it.
(() => {
  "use strict";
  const same = (el) => el && el.dataset.a && el.closest(".sheet")
    ? el.closest(".sheet").querySelectorAll(`[data-a="${CSS.escape(el.dataset.a)}"]`) : [];
  const light = (el, on) => { for (const e of same(el)) e.classList.toggle("lit", on); };
  for (const [begin, end] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
    document.addEventListener(begin, (e) => light(e.target.closest?.("[data-a]"), true));
    document.addEventListener(end, (e) => light(e.target.closest?.("[data-a]"), false));
  }

  // Why a statement was read so is asked for when its note is looked at.
  const ask = (e) => e.target.closest?.(".note")?.querySelector(".asks")?.dispatchEvent(new Event("why"));
  for (const look of ["mouseover", "focusin", "toggle"]) document.addEventListener(look, ask, true);

  // Words in the text that are looked at for a moment open their note; so does a
  // source that is come to by the keyboard.
  let opening;
  const noteOf = (el) => [...same(el)].find((e) => e.matches(".note"));
  const show = (el) => { const note = noteOf(el); if (note) { note.classList.add("shown"); ask({ target: note }); } };
  const hide = (el) => { clearTimeout(opening); noteOf(el)?.classList.remove("shown"); };
  const inText = (e) => e.target.closest?.(".text [data-a]");
  document.addEventListener("mouseover", (e) => { const el = inText(e); if (el) { clearTimeout(opening); opening = setTimeout(show, 350, el); } });
  document.addEventListener("mouseout", (e) => { const el = inText(e); if (el) hide(el); });
  document.addEventListener("focusin", (e) => { const el = inText(e); if (el) show(el); });
  document.addEventListener("focusout", (e) => { const el = inText(e); if (el) hide(el); });

  // A source in the text leads to its note, and opens it.
  const open = () => {
    const note = location.hash.startsWith("#a") && document.getElementById(location.hash.slice(1));
    if (note && note.matches("details")) { note.open = true; note.querySelector("summary").focus(); }
  };
  addEventListener("hashchange", open);
  open();

  const typing = (el) => el.matches?.("input, textarea, select, [contenteditable]");
  const step = (by) => {
    const all = [...document.querySelectorAll("[data-step], .note > summary")];
    const at = all.indexOf(document.activeElement);
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
    if (next) { next.focus(); next.scrollIntoView({ block: "nearest" }); }
  };
  document.addEventListener("keydown", (e) => {
    if (e.key === "Escape") { document.activeElement?.blur?.(); return; }
    if (e.ctrlKey || e.metaKey || e.altKey || typing(e.target)) return;
    const press = document.querySelector(`[data-press="${CSS.escape(e.key)}"]`);
    const go = document.querySelector(`[data-key="${CSS.escape(e.key)}"]`);
    if (press) press.click();
    else if (e.key === "j" || e.key === "k") step(e.key === "j" ? 1 : -1);
    else if (go) go.click();
    else return;
    e.preventDefault();
  });
})();
