// Copy that is not saved yet, kept by the browser too: a desk or a browser that was ended by force
// has it again.

import { ask, at, desk, make, say, whenChanged } from "./asks.js";

let offered = null;

const place = () => `edition-desk-${desk.state.source}`;
const words = (file) => file.lines.map((line) => line[0]).join("\n");

function kept() {
  try {
    return JSON.parse(localStorage.getItem(place())) ?? {};
  } catch {
    return {};
  }
}

function keep(all) {
  try {
    if (Object.keys(all).length) localStorage.setItem(place(), JSON.stringify(all));
    else localStorage.removeItem(place());
  } catch { /* a browser without room keeps nothing; the desk still does */ }
}

/** Keep what is not saved; what another sitting has left is offered first. */
function follow() {
  if (!desk.state.files.length) return;
  offered ??= left();
  // Taken or saved in another window, it is no longer to be offered here.
  for (const [name, text] of Object.entries(offered)) {
    const file = desk.state.files.find((one) => one.name === name);
    if (desk.state.unsaved.includes(name) || (file && words(file) === text)) delete offered[name];
  }
  const unsaved = desk.state.files.filter((file) => desk.state.unsaved.includes(file.name));
  keep({ ...offered, ...Object.fromEntries(unsaved.map((file) => [file.name, words(file)])) });
  draw();
}

/** Drafts of an earlier sitting that are other than what lies there now. */
function left() {
  const found = Object.entries(kept()).filter(([name, text]) => desk.state.files
    .some((file) => file.name === name && !desk.state.unsaved.includes(name) && words(file) !== text));
  return Object.fromEntries(found);
}

function draw() {
  const names = Object.keys(offered);
  at("draft").hidden = !names.length;
  if (!names.length) at("draft").replaceChildren();
  if (!names.length || at("draft").childElementCount) return;
  const settle = async (isTaken) => {
    const all = Object.entries(offered);
    offered = {};
    at("draft").replaceChildren();
    if (isTaken) for (const [file, copy] of all) await ask("/edit", { file, copy }, say("draft_back"));
    follow();
  };
  at("draft").replaceChildren(make("span", {}, say("draft_found", { files: names.join("、") })),
    make("button", { type: "button", onclick: () => settle(true) }, say("draft_take")),
    make("button", { type: "button", onclick: () => settle(false) }, say("draft_leave")));
}

whenChanged(follow);
