// What is wrong with the page: faults, what was said while it was made up, lines set aside.

import { ask, at, desk, make, say } from "./asks.js";
import { known, pick } from "./copy.js";
import { openImprint } from "./imprint.js";
import { sheet } from "./sheet.js";

const MOST_PLACES = 8;
let seen = "";

/** How good the page is, and whether it may be printed. */
export function scored(checked) {
  if (checked?.score === undefined) return say("scoring");
  const is = checked.printable === false ? "not_printable"
    : checked.score >= checked.print_it ? "print_it" : "below";
  return `${say("score", { score: checked.score })} · ${say(is, { least: checked.print_it })}`;
}

/** Places of a fault, those that say the same once. */
function places(fault) {
  const found = new Map();
  fault.places.forEach((one, index) => {
    const key = `${one.page}\u0000${one.words}`;
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
  at("tab-check").querySelector(".count").textContent = all.length ? String(all.length) : "";
  const aside = desk.state.files.flatMap((file) => file.lines.map((line, index) => [file, line, index])
    .filter(([, line]) => line[1] === "aside" && line[0].trim()));
  const remarks = (desk.page?.remarks ?? []).filter((one) => one.severity !== "info");
  at("check").replaceChildren(
    make("p", { class: "next" }, scored(checked)),
    checked.printable === false ? make("p", {}, say("not_printable_why", {
      names: all.filter((one) => one.level === "must").map((one) => one.name).join("、") })) : "",
    !all.length && checked.score !== undefined ? make("p", {}, say("no_faults")) : "",
    ...all.map((fault) => card(fault, checked.faults.indexOf(fault))),
    remarks.length ? make("h3", {}, say("of_page")) : "",
    make("ul", { class: "plain" }, remarks.map((one) => make("li", {}, one.message,
      one.kind === "no_paper_name" ? make("button", { type: "button", onclick: openImprint }, say("imprint_ask"))
        : one.advice ? make("p", { class: "hint" }, one.advice) : null))),
    aside.length ? make("h3", {}, say("set_aside")) : "",
    make("ul", { class: "plain" }, aside.map(([file, line, index]) => make("li", {},
      make("button", { type: "button", onclick: () => pick(file.name, index + 1, true) }, say("line", { line: index + 1 })),
      ` ${line[0]}`, make("small", { class: "hint" }, `（${line[3]}）`),
      make("button", { type: "button", onclick: () => ask("/answer", {
        file: file.name, line: index + 1, text: known(line[0]), do: "paragraph" },
        say("done_line", { line: index + 1, what: say("do_paragraph") })) }, say("put_back"))))));
}

function card(fault, number) {
  const shown = places(fault);
  return make("article", { class: "query", "data-fault": String(number) },
    make("p", {}, make("span", { class: `level ${fault.level === "must" ? "error" : "warning"}` },
      say(fault.level)), fault.name),
    make("p", { class: "hint" }, fault.todo),
    make("ul", { class: "plain" }, shown.slice(0, MOST_PLACES).map((one) => make("li", {}, placed(number, one))),
    shown.length > MOST_PLACES ? make("li", { class: "hint" }, say("more_places", { count: shown.length - MOST_PLACES })) : null));
}

/** A place that can be shown on the page, or the words alone. */
function placed(number, one) {
  const said = [one.page ? say("place", { page: one.page, words: one.words }) : one.words, one.count > 1 ? ` × ${one.count}` : ""];
  return one.x || one.y ? make("button", {
    type: "button", onclick: () => document.dispatchEvent(new CustomEvent("flash", { detail: [number, one] })),
  }, said) : make("span", {}, said);
}

document.addEventListener("fault", (event) => {
  document.dispatchEvent(new CustomEvent("tab", { detail: "check" }));
  at("check").querySelector(`[data-fault="${event.detail}"]`)?.scrollIntoView({ block: "center" });
});
