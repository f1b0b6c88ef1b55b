// The queries, the most doubtful first; one of them open, its answers numbered. Where another script
// is shown, the words about whose form it is in doubt come after them.

import { ask, at, desk, isPressed, isRole, make, say, whenChanged, words } from "./asks.js";
import { asRead, known, pick } from "./copy.js";

const open = { key: "", place: 0, since: 0, goesOn: false };
const FEW = 4;
const GRAVE = ["hold"];
const QUICK = 500; // ms in which a second click is one of a double click, not an answer
let seen = "";
let armed = "";
let isGivenOpen = false;
const settled = { job: -1, words: new Set() };

const asked = () => [...desk.state.queries.filter((q) => q.severity !== "info"), ...forms()];
const notes = () => desk.state.queries.filter((q) => q.severity === "info");
export const queryNow = () => asked().find((q) => q.key === open.key);

/** Words of whose form in the other script there is a doubt. */
function forms() {
  if (!desk.state.view.to || !desk.page?.forms) return [];
  if (settled.job !== desk.page.job) Object.assign(settled, { job: desk.page.job, words: new Set() });
  return desk.page.forms.filter((form) => !settled.words.has(form.word))
    .map((form) => ({ key: `form:${form.word}`, form, severity: "warning", choices: [] }));
}

/** The answers that digits give, in their order; what holds a story stands last. */
function choices(query) {
  if (query.form) return [query.form.chosen, ...query.form.others];
  const few = query.choices.filter(isRole).slice(0, FEW);
  const shown = query.choices.filter((one) => !isRole(one) || few.includes(one));
  return [...shown.filter((one) => !GRAVE.includes(one)), ...shown.filter((one) => GRAVE.includes(one))];
}

/** Give the answer of a number, from 1, to the open query. */
export function answerNumber(number) {
  const query = queryNow();
  const choice = query && choices(query)[number - 1];
  if (choice === undefined || !query) return;
  if (choice === "replace") return void at("queries").querySelector(".now .put textarea")?.focus();
  give(query, choice);
}

/** An answer by the mouse, but not by the second click of two. */
function clicked(event, query, choice, words) {
  if (event.detail && performance.now() - open.since < QUICK) return;
  give(query, choice, words);
}

function give(query, choice, words) {
  if (GRAVE.includes(choice) && armed !== `${query.key}:${choice}`) {
    armed = `${query.key}:${choice}`;
    seen = "";
    return draw();
  }
  armed = "";
  const list = asked();
  open.place = list.findIndex((one) => one.key === query.key);
  open.key = "";
  open.goesOn = true;
  if (query.form) {
    settled.words.add(query.form.word);
    ask("/form", { word: query.form.word, form: choice }, say("done", { what: `${query.form.word} → ${choice}` }))
      .then((isDone) => { if (!isDone) { settled.words.delete(query.form.word); seen = ""; draw(); } });
    return draw();
  }
  const what = choice === "replace" ? say("done_put", { words }) : say(`do_${choice}`);
  if (isRole(choice) && query.lines?.length) return several(query, choice);
  ask("/answer", {
    file: query.file, line: query.line, text: query.by, do: choice, said: query.message,
    ...(choice === "replace" ? { with: words } : {}),
    ...(choice === "keep" ? { query: query.kind } : {}),
  }, query.line ? say("done_line", { line: query.line, what }) : say("done", { what }));
}

/** One answer for lines that are alike; those that are not ticked stay what they were read as. */
function several(query, choice) {
  const file = desk.state.files.find((one) => one.name === query.file);
  const all = [query.line, ...query.lines];
  const ticked = new Set(all.filter((line) =>
    at("queries").querySelector(`.now input[data-line="${line}"]`)?.checked ?? true));
  const lines = all.filter((line) => ticked.has(line));
  if (!lines.length) return;
  const base = { file: query.file, said: query.message };
  const noted = say("done_lines", { lines: lines.join("、"), what: say(`do_${choice}`) });
  if (lines.length === all.length)
    return void ask("/answer", { ...base, line: query.line, text: query.by, do: choice, also: query.also }, noted);
  const given = lines.map((line) => ({ ...base, line, text: known(file.lines[line - 1][0]), do: choice }));
  const rest = all.filter((line) => !ticked.has(line)).flatMap((line) => asRead(file, line));
  ask("/answer", { ...given[0], rest: [...given.slice(1), ...rest] }, noted);
}

export function stepQuery(by) {
  const list = asked();
  if (!list.length) return;
  const here = list.findIndex((one) => one.key === open.key);
  show(list[(here + by + list.length) % list.length], true);
}

export function show(query, focus = false) {
  open.key = query.key;
  open.since = performance.now();
  armed = seen = "";
  draw();
  toLine(query);
  const card = at("queries").querySelector(".now");
  card?.scrollIntoView({ block: "nearest" });
  if (focus) card?.querySelector(".head")?.focus({ preventScroll: true });
}

/** Show the line a query is about; a doubtful word's where it first stands. */
function toLine(query) {
  if (query.line) return pick(query.file, query.line);
  for (const file of query.form ? desk.state.files : []) {
    const line = file.lines.findIndex(([text]) => text.includes(query.form.word));
    if (line >= 0) return pick(file.name, line + 1);
  }
}

function quoted(query) {
  if (query.form) return make("blockquote", {}, query.form.before, make("mark", {}, query.form.word), query.form.after);
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

/** All the lines a query asks about at once, each with a tick. */
function ticks(query) {
  const file = desk.state.files.find((f) => f.name === query.file);
  return make("fieldset", { class: "ticks" }, make("legend", {}, say("which_lines")),
    [query.line, ...query.lines].map((line) => make("label", {},
      make("input", { type: "checkbox", checked: true, "data-line": String(line) }),
      make("span", {}, make("small", {}, say("line", { line }), " "), file?.lines[line - 1]?.[0] ?? ""))));
}

function headOf(query) {
  const { word, chosen } = query.form ?? {};
  if (query.form) return say(word === chosen ? "form_same" : "form_asked", { word, chosen });
  // How likely each part is orders the queries; to a reader it says nothing.
  return query.message.replace(/ ?[（(]\d+ ?%[)）]/g, "");
}

function card(query) {
  const isNow = query.key === open.key;
  const head = make("button", {
    type: "button", class: "head", "aria-expanded": String(isNow), onclick: () => show(query, true),
  }, make("span", { class: `level ${query.severity}` }, say(`level_${query.severity}`)),
  query.line ? `${say("line", { line: query.line })}　` : "", headOf(query));
  if (!isNow) return make("article", { class: "query" }, head);
  const list = choices(query);
  const rest = query.choices.filter((one) => isRole(one) && !list.includes(one));
  return make("article", { class: "query now" }, head,
    query.lines?.length ? ticks(query) : quoted(query),
    query.form ? make("p", { class: "hint" }, `${query.form.reason} ${say("form_places", { count: query.form.places })}`) : null,
    query.suggestion ? make("p", { class: "hint" }, say("perhaps", { text: query.suggestion })) : null,
    make("div", { class: "choices" }, list.map((one, index) => one === "replace" && !query.form
      ? put(query, index) : choiceButton(query, one, index)), picturing(query)),
    rest.length ? make("details", { class: "more" }, make("summary", {}, say("more_roles")),
      make("div", { class: "choices" }, rest.map((one) => make("button", {
        type: "button", "data-do": one, onclick: (event) => clicked(event, query, one),
      }, say(`do_${one}`))))) : null,
    list.every((one) => one === "keep") && query.advice ? make("p", { class: "hint" }, query.advice) : null);
}

function choiceButton(query, one, index) {
  const isArmed = armed === `${query.key}:${one}`;
  const name = query.form ? one : one === "keep" ? kept(query) : say(`do_${one}`);
  return make("button", {
    type: "button", "data-do": query.form ? "form" : one, class: GRAVE.includes(one) ? "grave" : "",
    lang: query.form ? desk.state.view.to : null, onclick: (event) => clicked(event, query, one),
  }, make("kbd", {}, String(index + 1)), " ", isArmed ? say("once_more", { what: name }) : name);
}

/** What it means that the copy is right, for queries about what was done to it. */
function kept(query) {
  return words[`keep_${query.kind}`] ?? say("do_keep");
}

/** A caption that waits for its picture is answered best by the picture. */
function picturing(query) {
  if (query.kind !== "caption_without_picture") return null;
  const story = desk.state.files.find((f) => f.name === query.file)?.lines[query.line - 1]?.[2];
  return story >= 0 ? make("button", {
    type: "button", onclick: () => document.dispatchEvent(new CustomEvent("picture", { detail: { story, line: query.line } })),
  }, say("add_picture")) : null;
}

function put(query, index) {
  const field = make("textarea", {
    rows: "2", "aria-label": say("put"),
    onkeydown: (event) => {
      event.stopPropagation();
      if (event.key === "Enter" && !event.isComposing) {
        event.preventDefault();
        give(query, "replace", oneLine(field.value));
      }
      if (event.key === "Escape") field.blur();
    },
  });
  field.value = query.with ?? "";
  return make("div", { class: "put" },
    make("span", {}, make("kbd", {}, String(index + 1)), " ", say("put")),
    make("button", { type: "button", onclick: (event) => clicked(event, query, "replace", oneLine(field.value)) }, say("confirm")),
    field);
}

const oneLine = (text) => text.replace(/\n+/g, "");

export function draw() {
  if (!desk.state) return;
  const list = asked();
  const stand = () => JSON.stringify([
    desk.state.queries, desk.state.given, desk.state.forms, desk.page?.job, list.length, open.key, armed,
  ]);
  if (stand() === seen || isPressed(at("queries"))) return;
  at("tab-queries").querySelector(".count").textContent = list.length ? String(list.length) : "";
  const lost = !list.some((one) => one.key === open.key);
  if (lost && list.length) {
    open.key = list[Math.min(open.place, list.length - 1)].key;
    open.since = performance.now();
  }
  seen = stand();
  const panel = at("queries");
  const hadFocus = panel.contains(document.activeElement);
  const doubts = list.filter((one) => one.form);
  panel.replaceChildren(
    make("p", { class: "next" }, list.length ? say("left", { count: list.length }) : say("none_left")),
    ...list.filter((one) => !one.form).map(card),
    doubts.length ? make("h3", {}, say("forms", { count: doubts.length })) : "",
    ...doubts.map(card), listed(), given());
  // Only an answer given here goes on to the next query: who mends the copy stays where they are.
  if (lost && list.length && open.goesOn) toLine(queryNow());
  if (lost && hadFocus && list.length) panel.querySelector(".now .head")?.focus();
  open.goesOn = false;
}

function listed() {
  const all = notes();
  if (!all.length) return "";
  return make("details", { class: "more" }, make("summary", {}, say("notes", { count: all.length })),
    make("ul", { class: "plain" }, all.map((one) => make("li", {},
      one.line ? make("button", { type: "button", onclick: () => pick(one.file, one.line, true) },
        say("line", { line: one.line })) : null, " ", one.message,
      one.choices.filter((c) => c !== "keep" && !isRole(c) && c !== "replace" && !GRAVE.includes(c))
        .map((c) => make("button", { type: "button", onclick: () => give(one, c) }, say(`do_${c}`)))))));
}

function given() {
  const all = desk.state.given;
  const words = desk.state.forms;
  if (!all.length && !words.length) return "";
  return make("details", { class: "more", open: isGivenOpen, ontoggle: (e) => { isGivenOpen = e.target.open; } },
    make("summary", {}, `${say("given")} ${all.length + words.length}`),
    make("ul", { class: "plain" }, all.map((one) => make("li", {},
      say("given_one", { line: one.line, text: one.text, what: say(`do_${one.do}`) }),
      one.with === null || one.with === undefined ? "" : say("quoted", { text: one.with }),
      make("button", {
        type: "button", onclick: () => ask("/withdraw", { source: one.source, number: one.number, line: one.line, text: one.text, do: one.do },
          say("withdrawn", { line: one.line })),
      }, say("withdraw")))), words.map((entry) => make("li", {}, say("house_form"), " ", entry.replace(/^(tw:|hk:)?[@?]/, "").replace("=", " → "),
      make("button", { type: "button", onclick: () => ask("/form", { entry }, say("undone")) }, say("withdraw"))))));
}

whenChanged(draw);
