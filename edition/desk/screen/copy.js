// The copy: its lines as they were read, one of them picked, its words changed in place.

import { ask, at, desk, make, say, whenChanged } from "./asks.js";

export const picked = { file: "", line: 0 };
const OFTEN = ["headline", "crosshead", "paragraph", "byline", "deck", "kicker", "furniture", "join",
  "split"];
const RARELY = ["section", "caption", "credit", "note", "list", "verse", "drop", "hold"];
let rows = new Map();
let editing = null;
let drawn = "";

const keyOf = (file, line) => `${file}\u0000${line}`;
const partName = (part) => part ? say(`part_${part}`) : say("no_part");

/** Show a line and, with `focus`, go to it. */
export function pick(file, line, focus = false) {
  rows.get(keyOf(picked.file, picked.line))?.removeAttribute("aria-current");
  Object.assign(picked, { file, line });
  const row = rows.get(keyOf(file, line));
  if (!row) return bar();
  row.setAttribute("aria-current", "true");
  // Rows that were never seen have an estimated height: twice brings it into place.
  row.scrollIntoView({ block: "center" });
  requestAnimationFrame(() => row.scrollIntoView({ block: "center" }));
  if (focus) row.focus({ preventScroll: true });
  bar();
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
  ask("/answer", { file: file.name, line: picked.line, text: known(text), do: make_ },
    say("done", { what: say(`do_${make_}`) }));
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
  if (!file?.editable || !row || editing) return;
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
    onblur: () => done(true),
  });
  field.value = before;
  editing = { row, file: file.name };
  place.replaceChildren(field, make("p", { class: "hint", id: "edit-help" }, say("edit_help")));
  at("line-bar").hidden = true;
  field.focus();
  function done(keep) {
    if (!editing) return;
    editing = null;
    drawn = "";
    if (keep && field.value !== before) {
      const lines = file.lines.map((one) => one[0]);
      lines[number - 1] = field.value;
      ask("/edit", { file: file.name, copy: lines.join("\n") });
    }
    draw();
    pick(file.name, number, true);
  }
}

function row(file, line, index, queries, last) {
  const [text, part, story, sort] = line;
  const asked = queries.get(keyOf(file.name, index + 1));
  const kinds = [`p-${part || "none"}`];
  if (story >= 0 && story !== last) kinds.push("begins");
  if (asked) kinds.push("asked", asked === "error" ? "bad" : "soft");
  const shown = part && part !== "paragraph" && text.trim();
  return make("li", {
    class: kinds.join(" "), tabindex: "-1", "data-line": String(index + 1), "data-part": part,
    "data-story": String(story),
    onclick: () => editing || pick(file.name, index + 1, true), ondblclick: edit,
  }, make("span", { class: "n" }, String(index + 1)), make("span", { class: "t" }, text,
    shown ? make("span", { class: "tag" }, part === "aside" ? sort || say("part_aside") : partName(part)) : null));
}

function draw() {
  const state = desk.state;
  at("unsaved").textContent = state.unsaved.length ? say("unsaved") : "";
  const now = JSON.stringify([state.files, state.queries.map((q) => [q.line, q.severity, q.file])]);
  if (editing || now === drawn) return;
  drawn = now;
  const queries = new Map();
  for (const q of [...state.queries].reverse())
    if (q.line && q.severity !== "info") queries.set(keyOf(q.file, q.line), q.severity);
  const place = at("lines");
  const scrolled = place.scrollTop;
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
  place.scrollTop = scrolled;
  rows.get(keyOf(picked.file, picked.line))?.setAttribute("aria-current", "true");
  bar();
}

whenChanged(draw);
