// The desk: what is new is taken in, keys are handed to whom they concern.

import { ask, at, changed, desk, learn, look, newer, say, tell, whenChanged } from "./asks.js";
import { edit, picked, step } from "./copy.js";
import "./drafts.js";
import { draw as drawOthers } from "./others.js";
import { answerNumber, draw as drawQueries, stepQuery } from "./queries.js";
import { boundAgain, readable, renew, turn, wide, zoomed } from "./sheet.js";
import { draw as drawStories } from "./stories.js";

const TABS = ["queries", "stories", "others", "check"];
const KEYS = {
  j: () => stepQuery(1), k: () => stepQuery(-1), z: () => undo(), s: () => save(), e: () => edit(),
  q: () => tab("queries", true), t: () => tab("stories", true), o: () => tab("others", true),
  c: () => tab("check", true), "?": () => at("all-keys").showModal(),
  r: () => readable(), v: () => alone(), "+": () => zoomed(1.25), "=": () => zoomed(1.25), "-": () => zoomed(0.8), 0: () => zoomed(0),
};

/** Copy or page: on a narrow screen one of them stands beside what is to be done. */
function left(name) {
  if (document.body.dataset.left === name) return;
  document.body.dataset.left = name;
  if (name === "page") zoomed(1);
}

function tab(name, focus = false) {
  left(name === "queries" ? "copy" : "page");
  at("paper").classList.toggle("judged", name === "check");
  for (const one of TABS) {
    const isIt = one === name;
    at(one).hidden = !isIt;
    at(`tab-${one}`).setAttribute("aria-selected", String(isIt));
    at(`tab-${one}`).tabIndex = isIt ? 0 : -1;
    if (isIt && focus) at(`tab-${one}`).focus();
  }
}

const undo = () => desk.state.undoable && ask("/undo");

async function save() {
  for (const file of desk.state.unsaved) await ask("/save", { file }, say("saved"));
}

async function takeIn() {
  const heard = await look("/state"); // What the screen has is looked at once it is there.
  desk.state = newer(desk.state, heard);
  head();
  changed();
}

function head() {
  const { state } = desk;
  document.body.dataset.revision = state.revision;
  at("name").textContent = `${say("title")} · ${state.name}`;
  document.title = `${state.name} · ${say("title")}`;
  at("undo").disabled = !state.undoable;
  at("save").disabled = !state.unsaved.length;
  at("script").value = state.view.to;
  at("layout").value = state.view.layout;
  const fault = at("fault");
  if (state.fault) tell(state.fault, true);
  else if (fault.dataset.of === "state") fault.hidden = true;
  fault.dataset.of = state.fault ? "state" : "";
}

const NEWS = {
  reading: () => takeIn(),
  view: () => takeIn(),
  waiting: () => working(true),
  page: () => Promise.all([renewed(), boundAgain()]),
  checked: () => renewed(),
  other: () => renewed(),
  others: () => renewed(),
  fault: () => renewed(),
  fallen: () => renewed(),
};

async function renewed() {
  await renew();
  working(desk.page.waiting);
  drawStories();
  drawOthers();
  drawQueries();
}

function working(isWorking) {
  at("busy").textContent = isWorking ? say("working") : "";
  at("score").hidden = isWorking;
  if (!isWorking && !at("status").textContent) tell(say("ready"));
  at("paper").classList.toggle("stale", isWorking);
}

let isRemembered = false;
let wasLost = false;
const AGAIN = 3000; // ms until a desk that was lost is looked for again

let isMissing = false;

/** All that is on the desk now. */
async function fresh() {
  await takeIn();
  if (!isRemembered) remember();
  isRemembered = true;
  await renewed();
}

/** What was told and could not be had is asked for again a little later. */
function missed() {
  if (isMissing) return;
  isMissing = true;
  setTimeout(() => {
    isMissing = false;
    fresh().catch(missed);
  }, AGAIN);
}

/** Hear what the desk tells; what was missed while it was not heard is asked for anew. */
function listen() {
  const news = new EventSource("news");
  news.onmessage = (event) => {
    const one = JSON.parse(event.data);
    NEWS[one.news]?.(one)?.catch?.(missed);
  };
  news.onerror = () => {
    wasLost = true;
    tell(say("lost"), true);
    // A browser looks again by itself, but not where the answer was a refusal.
    if (news.readyState === EventSource.CLOSED) setTimeout(listen, AGAIN);
  };
  news.onopen = () => {
    if (wasLost) at("fault").hidden = true;
    wasLost = false;
    fresh().catch(missed);
  };
}

function isTyping(target) {
  return target.matches?.("input:not([type=checkbox]), textarea, select, [contenteditable]");
}

document.addEventListener("keydown", (event) => {
  if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (!desk.state) return;
  const inCopy = at("copy").contains(event.target);
  if (inCopy && (event.key === "ArrowDown" || event.key === "ArrowUp")) step(event.key === "ArrowDown" ? 1 : -1);
  else if (inCopy && event.key === "Enter" && event.target.matches("li") && picked.line) edit();
  else if (event.target.matches?.("[role=tab]") && event.key.startsWith("Arrow")) {
    const here = TABS.indexOf(event.target.id.slice(4));
    tab(TABS[(here + (event.key === "ArrowRight" ? 1 : TABS.length - 1)) % TABS.length], true);
  } else if (/^[1-9]$/.test(event.key) && !at("queries").hidden) answerNumber(Number(event.key));
  else if (KEYS[event.key.toLowerCase()]) KEYS[event.key.toLowerCase()]();
  else return;
  event.preventDefault();
});

for (const name of TABS) at(`tab-${name}`).addEventListener("click", () => tab(name));
document.addEventListener("tab", (event) => tab(event.detail));
at("undo").addEventListener("click", undo);
at("save").addEventListener("click", save);
at("help").addEventListener("click", () => at("all-keys").showModal());
at("kind").addEventListener("click", turn);
at("zoom-in").addEventListener("click", () => zoomed(1.25));
at("zoom-out").addEventListener("click", () => zoomed(0.8));
at("zoom-fit").addEventListener("click", () => zoomed(0));
for (const id of ["script", "layout"])
  at(id).addEventListener("change", () => ask("/view", { to: at("script").value, layout: at("layout").value }));
document.addEventListener("click", (event) => {
  if (!at("export").contains(event.target)) at("export").open = false;
});
/** The page alone, or with copy and queries beside it. */
function alone() {
  const isAlone = document.body.classList.toggle("alone");
  at("only-page").setAttribute("aria-pressed", String(isAlone));
  at("only-page").textContent = say(isAlone ? "with_desk" : "only_page");
  if (isAlone) wide();
  else zoomed(0);
}

/** The script and the layout that were looked at last time, where the desk was opened for none. */
function remember() {
  const place = `edition-desk-view-${desk.state.source}`;
  try {
    const kept = JSON.parse(localStorage.getItem(place));
    const { to, layout, asked } = desk.state.view;
    if (kept && !asked && (kept.to !== to || kept.layout !== layout)) ask("/view", kept);
    whenChanged(() => localStorage.setItem(place, JSON.stringify({ to: desk.state.view.to, layout: desk.state.view.layout })));
  } catch { /* a browser that keeps nothing begins anew */ }
}

at("only-page").addEventListener("click", alone);
for (const one of document.querySelectorAll(".turn")) one.addEventListener("click", () => {
  left(one.dataset.left);
  document.querySelector(`.turn[data-left="${one.dataset.left === "page" ? "copy" : "page"}"]`).focus();
});
document.addEventListener("left", (event) => left(event.detail));
at("zoom-read").addEventListener("click", () => readable());
for (const one of document.querySelectorAll("#export a"))
  one.addEventListener("click", () => { at("export").open = false; tell(say("taken", { what: one.textContent })); });
at("export").addEventListener("toggle", () => {
  const { state, page } = desk;
  const left = state.queries.filter((one) => one.severity !== "info").length;
  const said = [left ? say("left_queries", { count: left }) : "",
    page?.checked?.printable === false ? say("not_printable") : "",
    state.imprint.paper ? "" : say("no_name"), state.unsaved.length ? say("unsaved") : "",
    page?.waiting ? say("working") : ""].filter(Boolean);
  at("export-left").textContent = said.length ? say("export_left", { what: said.join("；") }) : "";
});

await learn();
whenChanged(head); // The last that hears of a change: the screen then shows that revision.
listen();
