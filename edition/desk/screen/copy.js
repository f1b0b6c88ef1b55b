// The copy: its lines as they were read, one of them picked, its words changed in place.

import { ask, at, desk, isRole, make, say, tell, whenChanged } from "./asks.js";

export const picked = { file: "", line: 0 };
const OFTEN = ["headline", "crosshead", "paragraph", "byline", "deck", "kicker", "furniture", "join",
  "split"];
const RARELY = ["section", "caption", "credit", "note", "list", "verse", "drop", "hold"];
let rows = new Map();
let editing = null;
let drawn = "";

const keyOf = (file, line) => `${file}\u0000${line}`;
const partName = (part) => part ? say(`part_${part}`) : say("no_part");

/** Show a line and, with `focus`, go to it; `block` is where it is to stand in its column. */
export function pick(file, line, focus = false, block = "center") {
  rows.get(keyOf(picked.file, picked.line))?.removeAttribute("aria-current");
  Object.assign(picked, { file, line });
  if (focus) document.dispatchEvent(new CustomEvent("left", { detail: "copy" }));
  const row = rows.get(keyOf(file, line));
  if (!row) return bar();
  row.setAttribute("aria-current", "true");
  // What may be said of the line takes its room first, then the line is brought into what is left.
  bar();
  // Rows that were never seen have an estimated height: twice brings it into place.
  row.scrollIntoView({ block });
  requestAnimationFrame(() => row.scrollIntoView({ block }));
  if (focus) row.focus({ preventScroll: true });
}

export function step(by) {
  const file = fileNow();
  if (!file) return;
  let line = (picked.line || 0) + by;
  while (line >= 1 && line <= file.lines.length && !file.lines[line - 1][0].trim()) line += by;
  if (line >= 1 && line <= file.lines.length) pick(file.name, line, true);
}

const fileNow = () => desk.state.files.find((f) => f.name === picked.file) ?? desk.state.files[0];

/** The words by which an answer knows its line again. */
export function known(text) {
  return text.trim().slice(0, 8).trim();
}

function answer(make_) {
  const file = fileNow();
  const text = file?.lines[picked.line - 1]?.[0] ?? "";
  if (!text.trim()) return;
  const line = picked.line;
  const alike = alikeTo(file, line);
  const rest = isRole(make_) ? alike.flatMap((one) => asRead(file, one)) : [];
  ask("/answer", { file: file.name, line, text: known(text), do: make_, rest },
    say("done_line", { line, what: say(`do_${make_}`) })
      + (rest.length ? say("rest_stays", { lines: rest.map((one) => one.line).join("、") }) : ""));
}

/** The other lines of a query that asks about this one and others at once. */
function alikeTo(file, line) {
  const query = desk.state.queries.find((q) => q.file === file.name && q.lines?.length
    && [q.line, ...q.lines].includes(line));
  return query ? [query.line, ...query.lines].filter((one) => one !== line) : [];
}

/** The answer that leaves a line what it was read as; none where no answer says that. */
export function asRead(file, line) {
  const [text, part] = file.lines[line - 1];
  const role = part === "aside" ? "furniture" : part;
  return isRole(role) && text.trim() ? [{ file: file.name, line, text: known(text), do: role }] : [];
}

/** What may be said of the picked line. */
function bar() {
  const place = at("line-bar");
  const file = fileNow();
  const line = file?.lines[picked.line - 1];
  place.hidden = !line || !line[0].trim() || editing !== null;
  if (place.hidden) return;
  const choice = (name) => make("button", {
    type: "button", "data-do": name, onclick: () => answer(name),
  }, say(`do_${name}`));
  place.replaceChildren(
    make("p", {}, say("this_line", { line: picked.line, part: partName(line[1]) })),
    make("div", { class: "choices" }, file.editable ? make("button", { type: "button", class: "edit", onclick: edit },
      make("kbd", {}, "E"), " ", say("edit_line")) : null, OFTEN.map(choice)),
    make("details", { class: "more" }, make("summary", {}, say("more_roles")),
      make("div", { class: "choices" }, RARELY.map(choice))),
    file.editable ? "" : make("p", { class: "hint" }, say("not_editable")),
  );
}

/** Change the words of the picked line. */
export function edit() {
  const file = fileNow();
  const row = rows.get(keyOf(picked.file, picked.line));
  if (file && !file.editable) return void tell(say("not_editable"), true);
  if (!file || !row || editing) return;
  const place = row.querySelector(".t");
  const before = file.lines[picked.line - 1][0];
  const number = picked.line;
  const field = make("textarea", {
    rows: String(Math.min(14, 2 + Math.ceil(before.length / 17))), "aria-label": say("edit_line"), "aria-describedby": "edit-help",
    onkeydown: (event) => {
      event.stopPropagation();
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        done(true);
      } else if (event.key === "Escape") done(false);
    },
    onblur: (event) => place.contains(event.relatedTarget) || done(true),
  });
  field.value = before;
  editing = { row, file: file.name };
  const button = (word, keep) => make("button", {
    type: "button", onpointerdown: (event) => event.preventDefault(), onclick: () => done(keep),
  }, say(word));
  place.replaceChildren(field, make("div", { class: "pair" }, button("edit_done", true), button("edit_leave", false)),
    make("p", { class: "hint", id: "edit-help" }, say("edit_help")));
  at("line-bar").hidden = true;
  field.focus();
  function done(keep) {
    if (!editing) return;
    editing = null;
    drawn = "";
    if (keep && field.value !== before) rewrite(file.name, number, before, field.value);
    draw();
    pick(file.name, number, true);
  }
}

/** Have a line say something else, in the copy as it is then: others may have changed other lines. */
function rewrite(name, number, before, words) {
  const noted = say("edited", { line: number });
  ask("/edit", () => {
    const lines = desk.state.files.find((one) => one.name === name)?.lines.map((one) => one[0]) ?? [];
    const alike = lines.flatMap((text, index) => text === before ? [index] : []);
    const at = lines[number - 1] === before ? number - 1 : alike.length === 1 ? alike[0] : -1;
    if (at < 0) {
      tell(say("overtaken", { line: number, words }), true);
      return null;
    }
    lines[at] = words;
    return { file: name, copy: lines.join("\n"), noted };
  }, noted);
}

/** The words of a line; what an answer has put in their place is shown beside them. */
function mended(file, line, text) {
  const given = desk.state.given.find((one) => one.do === "replace" && one.source === file.name
    && one.line === line && text.includes(one.text));
  if (!given) return [text];
  const start = text.indexOf(given.text);
  return [text.slice(0, start), make("del", {}, given.text), make("ins", {}, given.with ?? ""),
    text.slice(start + given.text.length)];
}

function row(file, line, index, queries, last) {
  const [text, part, story, sort] = line;
  const asked = queries.get(keyOf(file.name, index + 1));
  const kinds = [`p-${part || "none"}`];
  if (story >= 0 && story !== last) kinds.push("begins");
  if (asked) kinds.push("asked", asked === "error" ? "bad" : "soft");
  const isPicture = part === "caption" && !text.trim();
  const shown = isPicture || (part && part !== "paragraph" && text.trim());
  return make("li", {
    class: kinds.join(" "), tabindex: "-1", "data-line": String(index + 1), "data-part": part,
    "data-story": String(story),
    onclick: () => editing || pick(file.name, index + 1, true, "nearest"), ondblclick: edit,
  }, make("span", { class: "n" }, String(index + 1)), make("span", { class: "t" }, mended(file, index + 1, text),
    shown ? make("span", { class: "tag" }, isPicture ? say("picture") : part === "aside" ? sort || say("part_aside") : partName(part)) : null));
}

/** The line at the head of the column, and how far its head is above that. */
function topRow(place) {
  const box = place.getBoundingClientRect();
  const row = document.elementFromPoint(box.left + 40, box.top + 6)?.closest?.("#lines li");
  return row && { line: row.dataset.line, file: row.parentElement.getAttribute("aria-label"),
    above: box.top - row.getBoundingClientRect().top };
}

/** Bring that line back: rows that are new have an estimated height, so that no number would do. */
function backTo(place, top) {
  const row = top && rows.get(keyOf(top.file, Number(top.line)));
  if (!row) return;
  const back = () => {
    row.scrollIntoView({ block: "start" });
    place.scrollTop += top.above;
  };
  back();
  requestAnimationFrame(back);
}

function draw() {
  const state = desk.state;
  at("unsaved").textContent = state.unsaved.length ? say("unsaved") : "";
  const now = JSON.stringify([state.files, state.given, state.queries.map((q) => [q.line, q.severity, q.file])]);
  if (editing || now === drawn) return;
  drawn = now;
  const queries = new Map();
  for (const q of [...state.queries].reverse())
    if (q.line && q.severity !== "info") queries.set(keyOf(q.file, q.line), q.severity);
  const place = at("lines");
  const top = topRow(place);
  rows = new Map();
  place.replaceChildren(...state.files.flatMap((file) => {
    let last = -1;
    const list = make("ol", { class: "lines", "aria-label": file.name }, file.lines.map((line, index) => {
      const made = row(file, line, index, queries, last);
      if (line[2] >= 0) last = line[2];
      rows.set(keyOf(file.name, index + 1), made);
      return made;
    }));
    return state.files.length > 1 ? [make("p", { class: "file" }, file.name), list] : [list];
  }));
  backTo(place, top);
  rows.get(keyOf(picked.file, picked.line))?.setAttribute("aria-current", "true");
  bar();
}

whenChanged(draw);
