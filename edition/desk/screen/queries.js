// The queries, the most doubtful first; one of them open, its answers numbered.

import { ask, at, desk, make, say, whenChanged } from "./asks.js";
import { pick } from "./copy.js";

const open = { key: "", place: 0 };
const ROLES = new Set(["headline", "kicker", "deck", "crosshead", "paragraph", "section", "byline",
  "caption", "credit", "note", "list", "verse", "furniture"]);
const FEW = 4;
let seen = "";

const asked = () => desk.state.queries.filter((q) => q.severity !== "info");
const notes = () => desk.state.queries.filter((q) => q.severity === "info");
export const queryNow = () => asked().find((q) => q.key === open.key);

/** The answers that digits give, in their order. */
function choices(query) {
  const roles = query.choices.filter((one) => ROLES.has(one));
  const few = roles.slice(0, FEW);
  return query.choices.filter((one) => !ROLES.has(one) || few.includes(one));
}

/** Give the answer of a number, from 1, to the open query. */
export function answerNumber(number) {
  const query = queryNow();
  const choice = query && choices(query)[number - 1];
  if (!choice) return;
  if (choice === "replace") return void at("queries").querySelector(".now .put input")?.focus();
  give(query, choice);
}

function give(query, choice, words) {
  const list = asked();
  open.place = list.findIndex((one) => one.key === query.key);
  open.key = "";
  ask("/answer", {
    file: query.file, line: query.line, text: query.by, do: choice, said: query.message,
    ...(choice === "replace" ? { with: words } : {}),
    ...(choice === "keep" ? { query: query.kind } : {}),
    ...(ROLES.has(choice) && query.also?.length ? { also: query.also } : {}),
  }, say("done", { what: say(`do_${choice}`) }));
}

export function stepQuery(by) {
  const list = asked();
  if (!list.length) return;
  const here = list.findIndex((one) => one.key === open.key);
  show(list[(here + by + list.length) % list.length], true);
}

export function show(query, focus = false) {
  open.key = query.key;
  seen = "";
  draw();
  if (query.line) pick(query.file, query.line);
  const card = at("queries").querySelector(".now");
  card?.scrollIntoView({ block: "nearest" });
  if (focus) card?.querySelector(".head")?.focus({ preventScroll: true });
}

function quoted(query) {
  const row = desk.state.files.find((f) => f.name === query.file)?.lines[(query.line ?? 0) - 1]?.[0];
  if (!row) return query.text ? make("blockquote", {}, query.text) : null;
  const words = query.by && row.includes(query.by) ? query.by : "";
  const start = words ? row.indexOf(words) : 0;
  const from = Math.max(0, start - 30);
  return make("blockquote", {},
    from ? "…" : "", row.slice(from, start), words ? make("mark", {}, words) : "",
    row.slice(start + words.length, start + words.length + 60),
    row.length > start + words.length + 60 ? "…" : "");
}

function card(query) {
  const isNow = query.key === open.key;
  const head = make("button", {
    type: "button", class: "head", "aria-expanded": String(isNow), onclick: () => show(query, true),
  }, make("span", { class: `level ${query.severity}` }, query.level),
  query.line ? `${say("line", { line: query.line })}　` : "", query.message);
  if (!isNow) return make("article", { class: "query" }, head);
  const list = choices(query);
  const rest = query.choices.filter((one) => !list.includes(one));
  return make("article", { class: "query now", "data-key": query.key },
    head, quoted(query),
    query.suggestion ? make("p", { class: "hint" }, say("perhaps", { text: query.suggestion })) : null,
    make("div", { class: "choices" }, list.map((one, index) => one === "replace"
      ? put(query, index) : make("button", {
        type: "button", "data-do": one, onclick: () => give(query, one),
      }, make("kbd", {}, String(index + 1)), " ", say(`do_${one}`)))),
    rest.length ? make("details", { class: "more" }, make("summary", {}, say("more_roles")),
      make("div", { class: "choices" }, rest.map((one) => make("button", {
        type: "button", "data-do": one, onclick: () => give(query, one),
      }, say(`do_${one}`))))) : null,
    !query.choices.length && query.advice ? make("p", { class: "hint" }, query.advice) : null);
}

function put(query, index) {
  const field = make("input", {
    type: "text", "aria-label": say("put"),
    onkeydown: (event) => {
      event.stopPropagation();
      if (event.key === "Enter" && !event.isComposing) give(query, "replace", field.value);
      if (event.key === "Escape") field.blur();
    },
  });
  field.value = query.with ?? "";
  return make("div", { class: "put" },
    make("span", {}, make("kbd", {}, String(index + 1)), " ", say("put")), field,
    make("button", { type: "button", onclick: () => give(query, "replace", field.value) }, say("confirm")));
}

function draw() {
  const list = asked();
  const now = JSON.stringify([desk.state.queries, desk.state.given, open.key]);
  if (now === seen) return;
  at("tab-queries").querySelector(".count").textContent = list.length ? String(list.length) : "";
  const lost = !list.some((one) => one.key === open.key);
  if (lost && list.length) open.key = list[Math.min(open.place, list.length - 1)].key;
  seen = JSON.stringify([desk.state.queries, desk.state.given, open.key]);
  const panel = at("queries");
  const hadFocus = panel.contains(document.activeElement);
  panel.replaceChildren(
    make("p", { class: "next" }, list.length ? say("left", { count: list.length }) : say("none_left")),
    ...list.map(card), listed(), given());
  if (lost && list.length) {
    const query = queryNow();
    if (query?.line) pick(query.file, query.line);
    if (hadFocus) panel.querySelector(".now .head")?.focus();
  }
}

function listed() {
  const all = notes();
  if (!all.length) return "";
  return make("details", { class: "more" }, make("summary", {}, say("notes", { count: all.length })),
    make("ul", { class: "plain" }, all.map((one) => make("li", {},
      one.line ? make("button", { type: "button", onclick: () => pick(one.file, one.line, true) },
        say("line", { line: one.line })) : null, " ", one.message,
      one.choices.filter((c) => c !== "keep" && !ROLES.has(c) && c !== "replace").map((c) => make("button", {
        type: "button", onclick: () => give(one, c),
      }, say(`do_${c}`)))))));
}

function given() {
  const all = desk.state.given;
  if (!all.length) return "";
  return make("details", { class: "more" }, make("summary", {}, `${say("given")} ${all.length}`),
    make("ul", { class: "plain" }, all.map((one) => make("li", {},
      `${say("line", { line: one.line })}「${one.text}」${say(`do_${one.do}`)}`,
      one.with === null || one.with === undefined ? "" : `「${one.with}」`,
      make("button", {
        type: "button", onclick: () => ask("/withdraw", { source: one.source, number: one.number }),
      }, say("withdraw"))))));
}

whenChanged(draw);
