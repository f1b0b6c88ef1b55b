// What is wished for one story: columns, page, head, box, where its headline breaks, its pictures.

import { ask, at, desk, make, named, say } from "./asks.js";
import { storyOf } from "./sheet.js";

const MOST_LINES = 4;
let focused = -1;

const wish = (story, given) => ask("/wish", { ...named(story), wishes: given },
  say("wished", { headline: story.headline }));

function choice(label, value, options, given) {
  return make("label", {}, say(label), make("select", { onchange: (e) => given(e.target.value) },
    options.map(([name, words]) => make("option", { value: name, selected: String(value ?? "") === name }, words))));
}

const counts = (most) => [["", say("columns_free")],
  ...Array.from({ length: most }, (_, i) => [String(i + 1), String(i + 1)])];
const number = (text) => text ? Number(text) : null;

/** The wishes for a story, below `first`. */
export function wishes(story, first) {
  const check = (key) => make("label", {}, make("input", {
    type: "checkbox", checked: story[key], onchange: (e) => wish(story, { [key]: e.target.checked || null }),
  }), say(key));
  const pictures = desk.state.pictures.filter((one) => one.story === story.number);
  const isPictured = pictures.some((one) => !one.left_out);
  return make("div", { class: "wishes" }, first, unmet(story),
    make("div", { class: "pair" }, check("brief"), check("jump")),
    breaker(story),
    choice("head", story.head, ["over", "turned", "beside"].map((n) => [n, say(`head_${n}`)]),
      (v) => wish(story, { head: v === "over" ? null : v })),
    choice("box", story.box, [["", say("columns_free")], ["true", say("box_true")], ["false", say("box_false")]],
      (v) => wish(story, { box: v ? v === "true" : null })),
    isPictured ? make("p", { class: "hint" }, say("box_no_picture")) : null,
    choice("columns", story.columns, counts(12), (v) => wish(story, { columns: number(v) })),
    choice("on_page", story.page, counts(8), (v) => wish(story, { page: number(v) })),
    ...pictures.map((one) => shot(story, one)));
}

/** What the page could not do of what is wished, and why. */
function unmet(story) {
  const found = (desk.page?.remarks ?? []).filter((one) => one.severity !== "info" && one.story >= 0
    && storyOf(one.story)?.number === story.number);
  return found.length ? make("ul", { class: "plain unmet" }, found.map((one) => make("li", {}, one.message,
    one.advice ? make("p", { class: "hint" }, one.advice) : null))) : null;
}

// -- where a headline breaks ----------------------------------------------------------------------

/** Words of a headline that stay whole, each with its place in characters. */
function words(text) {
  const found = [];
  Array.from(text).forEach((one, at) => {
    const last = found.at(-1);
    if (last && /[\w.,%-]/.test(one) && /[\w.,%-]$/.test(last.text)) last.text += one;
    else found.push({ at, text: one });
  });
  return found;
}

/** The headline on its lines: a click on a character begins a line with it, or joins it again. */
function breaker(story) {
  if (!story.words) return null;
  const breaks = story.breaks ?? [];
  const all = words(story.words);
  const lines = [[]];
  for (const one of all) {
    if (breaks.includes(one.at)) lines.push([]);
    lines.at(-1).push(one);
  }
  const first = all.find((one, index) => index && one.text.trim())?.at;
  const sign = (one) => !one.at || !one.text.trim() ? make("span", {}, one.text) : make("button", {
    type: "button", "data-at": String(one.at), tabindex: one.at === first ? "0" : "-1",
    "aria-label": say(breaks.includes(one.at) ? "break_join" : "break_here", { word: one.text }),
    onclick: () => turn(story, one.at),
  }, one.text);
  return make("div", { class: "breaker" }, make("span", { id: "breaker-name" }, say("breaks")),
    make("div", { role: "group", "aria-labelledby": "breaker-name", onkeydown: walked },
      lines.map((line) => make("div", {}, line.map(sign)))),
    make("p", { class: "hint" }, say("breaks_help")),
    make("div", { class: "pair" },
      make("button", { type: "button", "aria-pressed": String(story.breaks?.length === 0), onclick: () => put(story, []) }, say("breaks_none")),
      make("button", { type: "button", "aria-pressed": String(story.breaks === null), onclick: () => put(story, null) }, say("breaks_free"))));
}

function turn(story, place) {
  const old = story.breaks ?? [];
  const next = old.includes(place) ? old.filter((one) => one !== place)
    : [...old, place].sort((one, other) => one - other);
  focused = place;
  if (next.length < MOST_LINES) put(story, next);
}

/** Its lines, as a hand would write them; none leaves them to the page. */
function put(story, breaks) {
  const signs = Array.from(story.words);
  const lines = breaks && [0, ...breaks].map((start, index) =>
    signs.slice(start, breaks[index] ?? signs.length).join("").trim());
  wish(story, { headline_lines: lines });
}

function walked(event) {
  const by = { ArrowRight: 1, ArrowLeft: -1, Home: -1e6, End: 1e6 }[event.key];
  if (!by) return;
  event.preventDefault();
  const all = [...event.currentTarget.querySelectorAll("button")];
  const next = all[Math.min(all.length - 1, Math.max(0, all.indexOf(document.activeElement) + by))];
  for (const one of all) one.tabIndex = one === next ? 0 : -1;
  next?.focus();
}

/** The place a hand was at, after all was drawn anew. */
export function focusAgain() {
  if (focused < 0) return;
  const place = at("stories").querySelector(`.breaker [data-at="${focused}"]`);
  focused = -1;
  if (!place) return;
  for (const one of at("stories").querySelectorAll(".breaker [data-at]")) one.tabIndex = one === place ? 0 : -1;
  place.focus({ preventScroll: true });
}

// -- pictures -------------------------------------------------------------------------------------

/** A picture: its words, how wide it is, and the box that no crop may cut. */
function shot(story, picture) {
  // What the copy shows itself, its own, has no entry until something is wished of it.
  const whose = { file: picture.file, source: picture.source, own: picture.own, ...named(story) };
  const change = (given, what) => ask("/picture", { ...whose, wishes: given },
    what ? say("done", { what }) : say("wished", { headline: picture.caption || story.headline }));
  const image = () => make("img", { src: `shown?${new URLSearchParams({ name: picture.shown })}`,
    alt: picture.alt || picture.caption || picture.file, draggable: false });
  if (picture.left_out) return make("div", { class: "picture out" }, make("div", { class: "shot" }, image()),
    make("p", {}, say("left_out")), make("div", { class: "pair" }, make("button", {
      type: "button", onclick: () => change({ leave_out: null }, say("take_picture")) }, say("take_picture"))));
  const field = (key) => {
    if (picture[key === "caption" ? "captioned" : "credited"])
      return make("p", { class: "hint" }, say(`${key}_in_copy`, { text: picture[key] }));
    const made = make("input", { type: "text", onchange: () => change({ [key]: made.value || (key === "caption" ? "" : null) }) });
    made.value = picture[key] ?? "";
    return make("label", {}, say(key), made);
  };
  const frame = make("div", { class: "frame", hidden: !picture.focus });
  if (picture.focus) framed(frame, picture.focus);
  const place = make("div", { class: "shot" }, image(), frame);
  drawing(place, frame, (focus) => change({ focus }));
  const sizes = [["", say("columns_free")], ...["small", "medium", "large"].map((one) => [one, say(`size_${one}`)]),
    ...Array.from({ length: 8 }, (_, i) => [String(i + 1), say("columns_wide", { count: i + 1 })])];
  return make("div", { class: "picture" }, place, make("p", { class: "hint" }, say("focus")),
    choice("width", picture.width, sizes, (v) => change({ width: /^\d+$/.test(v) ? Number(v) : v || null })),
    field("caption"), field("credit"),
    make("div", { class: "pair" },
      picture.focus ? make("button", { type: "button", onclick: () => change({ focus: null }) }, say("focus_clear")) : null,
      make("button", { type: "button", onclick: () => picture.own ? change({ leave_out: true }, say("remove_picture"))
        : ask("/picture", { ...whose, remove: true }, say("done", { what: say("remove_picture") })) },
        say("remove_picture"))));
}

function framed(frame, [left, top, right, bottom]) {
  frame.hidden = false;
  Object.assign(frame.style, { left: `${left * 100}%`, top: `${top * 100}%`,
    width: `${(right - left) * 100}%`, height: `${(bottom - top) * 100}%` });
}

function drawing(place, frame, done) {
  let start = null;
  let box = null;
  const share = (event) => {
    const rect = place.getBoundingClientRect();
    return [(event.clientX - rect.left) / rect.width, (event.clientY - rect.top) / rect.height]
      .map((v) => Math.min(1, Math.max(0, Math.round(v * 100) / 100)));
  };
  place.addEventListener("pointerdown", (event) => {
    start = share(event);
    place.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  place.addEventListener("pointermove", (event) => {
    if (!start) return;
    const end = share(event);
    box = [Math.min(start[0], end[0]), Math.min(start[1], end[1]), Math.max(start[0], end[0]), Math.max(start[1], end[1])];
    framed(frame, box);
  });
  place.addEventListener("pointerup", () => {
    if (box && box[2] - box[0] > 0.03 && box[3] - box[1] > 0.03) done(box);
    start = box = null;
  });
}
