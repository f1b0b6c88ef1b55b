// What is wrong with the page: faults, what was said while it was made up, lines set aside.

import { ask, at, desk, make, say } from "./asks.js";
import { known, pick } from "./copy.js";
import { openImprint } from "./imprint.js";
import { sheet, storyOf } from "./sheet.js";
import { pickStory } from "./stories.js";

const MOST_PLACES = 8;
let seen = "";
let isOthersOpen = false;

/** How good the page is, and whether it may be printed. */
export function scored(checked) {
  if (checked?.score === undefined) return say("scoring");
  const is = checked.printable === false ? "not_printable"
    : checked.score >= checked.print_it ? "print_it" : "below";
  return `${say("score", { score: checked.score })} · ${say(is, { least: checked.print_it })}`;
}

/** Places of a fault, those that say the same of the same story once. */
function places(fault) {
  const found = new Map();
  fault.places.forEach((one, index) => {
    const key = `${one.page}\u0000${storyAt(one)?.number}\u0000${one.words}`;
    if (!found.has(key)) found.set(key, { ...one, index, count: 0 });
    found.get(key).count += 1;
  });
  return [...found.values()];
}

export function draw() {
  const checked = desk.page?.checked ?? {};
  const now = JSON.stringify([checked, desk.page?.remarks, desk.state.files, sheet.page]);
  if (now === seen) return;
  seen = now;
  const all = (checked.faults ?? []).filter((one) => one.level !== "info");
  // What the program alone can mend is none of an editor's work, unless it keeps the page from print.
  const hers = all.filter((one) => one.hard || !one.own).sort((one, other) => other.hard - one.hard);
  const others = all.filter((one) => !hers.includes(one));
  at("tab-check").querySelector(".count").textContent = hers.length ? String(hers.length) : "";
  const aside = desk.state.files.flatMap((file) => file.lines.map((line, index) => [file, line, index])
    .filter(([, line]) => line[1] === "aside" && line[0].trim()));
  const remarks = (desk.page?.remarks ?? []).filter((one) => one.severity !== "info");
  at("check").replaceChildren(
    make("p", { class: "next" }, scored(checked)),
    checked.printable === false ? make("p", {}, say("not_printable_why", {
      names: all.filter((one) => one.hard).map((one) => one.name).join("、") })) : "",
    !hers.length && checked.score !== undefined ? make("p", {}, say("no_faults")) : "",
    ...hers.map((fault) => card(fault, checked.faults.indexOf(fault))),
    remarks.length ? make("h3", {}, say("said_of_page")) : "",
    make("ul", { class: "plain" }, remarks.map(remark)),
    others.length ? make("details", { class: "more", open: isOthersOpen, ontoggle: (e) => { isOthersOpen = e.target.open; } },
      make("summary", {}, say("program_faults", { count: others.length })),
      ...others.map((fault) => card(fault, checked.faults.indexOf(fault)))) : "",
    aside.length ? make("h3", {}, say("set_aside")) : "",
    make("ul", { class: "plain" }, aside.map(([file, line, index]) => make("li", {},
      make("button", { type: "button", onclick: () => pick(file.name, index + 1, true) }, say("line", { line: index + 1 })),
      ` ${line[0]}`, make("small", { class: "hint" }, `（${line[3]}）`),
      make("button", { type: "button", onclick: () => ask("/answer", {
        file: file.name, line: index + 1, text: known(line[0]), do: "paragraph" },
        say("done_line", { line: index + 1, what: say("do_paragraph") })) }, say("put_back"))))));
}

/** What was said while the page was made up, and of which story. */
function remark(one) {
  const story = one.story >= 0 ? storyOf(one.story) : undefined;
  return make("li", {},
    story ? make("button", { type: "button", onclick: () => pickStory(story.number) }, say("story_of", { headline: story.headline })) : null,
    story ? " " : null, one.message,
    one.kind === "no_paper_name" ? make("button", { type: "button", onclick: openImprint }, say("imprint_ask"))
      : one.advice ? make("p", { class: "hint" }, one.advice) : null);
}

/** The story that stands at a place of the page, the smallest where a group holds several. */
function storyAt(place) {
  const { outlines, size } = desk.page;
  if (!size || !(place.x || place.y)) return undefined;
  const [x, y] = [place.x / size[0], 1 - place.y / size[1]];
  const near = 0.004; // of the sheet: what begins right at the edge of a story is its own
  const over = outlines.filter((one) => one.kind === "story" && one.page === place.page && one.stories.length
    && x >= one.box[0] - near && x <= one.box[0] + one.box[2] && y >= one.box[1] - near && y <= one.box[1] + one.box[3] + near);
  over.sort((one, other) => one.box[2] * one.box[3] - other.box[2] * other.box[3]);
  return over.length ? storyOf(over[0].stories[0]) : undefined;
}

function card(fault, number) {
  const shown = places(fault);
  return make("article", { class: "query", "data-fault": String(number) },
    make("p", {}, make("span", { class: `level ${fault.hard ? "error" : "warning"}` },
      say(fault.hard ? "must" : fault.own ? "of_program" : "should")), fault.name),
    make("p", { class: "hint" }, fault.todo),
    make("ul", { class: "plain" }, shown.slice(0, MOST_PLACES).filter((one) => one.words || (one.page && desk.page.pages.length > 1))
      .map((one) => make("li", {}, placed(number, one))),
    shown.length > MOST_PLACES ? make("li", { class: "hint" }, say("more_places", { count: shown.length - MOST_PLACES })) : null));
}

const bare = (text) => text.replace(/[^\p{L}\p{N}]/gu, "");

/** What is said of a place, and of which story: its headline once, as it is written. */
function wordsAt(one) {
  const story = storyAt(one);
  const [headline, words] = [bare(story?.words ?? ""), bare(one.words)];
  if (!headline || !words) return one.words;
  if (headline.startsWith(words.slice(0, headline.length)) || words.startsWith(headline)) return say("story_of", { headline: story.headline });
  return words.includes(headline.slice(0, 8)) ? one.words : say("fault_at", { headline: story.headline, words: one.words });
}

/** A place that can be shown on the page, or the words alone. */
function placed(number, one) {
  const words = wordsAt(one);
  const isOneOfMany = one.page && desk.page.pages.length > 1;
  const said = [isOneOfMany && words ? say("place", { page: one.page, words })
    : isOneOfMany ? say("page_number", { page: one.page }) : words, one.count > 1 ? ` × ${one.count}` : ""];
  return one.x || one.y ? make("button", {
    type: "button", onclick: () => document.dispatchEvent(new CustomEvent("flash", { detail: [number, one] })),
  }, said) : make("span", {}, said);
}

document.addEventListener("fault", (event) => {
  document.dispatchEvent(new CustomEvent("tab", { detail: "check" }));
  at("check").querySelector(`[data-fault="${event.detail}"]`)?.scrollIntoView({ block: "center" });
});
