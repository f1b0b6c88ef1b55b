// The stories by rank: moved, held, opened for their wishes.

import { ask, at, desk, drop, isPressed, make, named, say, whenChanged } from "./asks.js";
import { known, pick } from "./copy.js";
import { draw as drawFaults } from "./faults.js";
import { openImprint } from "./imprint.js";
import { draw as drawOthers } from "./others.js";
import { dropping } from "./sheet.js";
import { focusAgain, wishes } from "./wishes.js";

let open = -1;
let openAs = ""; // its headline: after a change its number may be another story's
let seen = "";
let isMoved = false;
let howMany = 0;

/** Open a story's wishes. */
export function pickStory(number) {
  open = number;
  openAs = desk.state.stories[number]?.words ?? "";
  for (const box of document.querySelectorAll(".box"))
    box.classList.toggle("picked", box.dataset.story === String(number));
  seen = "";
  drawStories();
  document.dispatchEvent(new CustomEvent("tab", { detail: "stories" }));
  at("stories").querySelector(".picked")?.scrollIntoView({ block: "start" });
}

function move(story, place) {
  isMoved = story.number === open;
  ask("/order", { ...named(story), place },
    say("moved", { headline: story.headline, place: place + 1 }));
}
const printed = () => desk.state.stories.filter((one) => !one.held);

function row(story) {
  const isOpen = story.number === open;
  const button = (label, sign, place, disabled) => make("button", {
    type: "button", class: "small", "aria-label": `${label}：${story.headline}`, title: label, disabled,
    onclick: () => move(story, place),
  }, sign);
  const made = make("div", {
    class: `story${isOpen ? " picked" : ""}`, draggable: true, "data-story": String(story.number),
  }, make("div", { class: "row" },
    make("span", { class: "place" }, String(story.place + 1)),
    make("button", {
      type: "button", class: "name", "aria-expanded": String(isOpen),
      onclick: () => { pick(story.file, story.lines[0]); pickStory(isOpen ? -1 : story.number); },
    }, story.headline, " ",
    story.place === 0 ? make("span", { class: "tag" }, say("is_lead")) : null,
    story.brief ? make("span", { class: "tag" }, say("brief")) : null,
    make("small", { class: "hint" }, " ", say("characters", { count: story.size }))),
    button(say("up"), "↑", story.place - 1, story.place === 0),
    button(say("down"), "↓", story.place + 1, story.place === printed().length - 1)),
  isOpen ? wishes(story, first(story)) : null);
  dropping(made, story);
  return made;
}

/** What is wished most: the lead, held, a picture. */
function first(story) {
  return make("div", { class: "pair" },
    make("button", { type: "button", onclick: () => move(story, 0), disabled: story.place === 0 }, say("lead")),
    make("button", { type: "button", onclick: () => hold(story) }, say("hold")),
    make("button", { type: "button", onclick: () => choosePicture(story) }, say("add_picture")));
}

/** Let a picture of this machine be chosen for a story; `line` is that of the caption it is for. */
function choosePicture(story, line) {
  const file = make("input", { type: "file", accept: "image/png,image/jpeg,image/webp",
    onchange: (e) => [...e.target.files].forEach((one) => drop(one, line ? { ...named(story), line } : named(story))) });
  file.click();
}

function hold(story) {
  const text = desk.state.files.find((f) => f.name === story.file)?.lines[story.lines[0] - 1]?.[0] ?? "";
  open = -1; // The next story has its number then: it is not opened under the hand.
  ask("/answer", { file: story.file, line: story.lines[0], text: known(text), do: "hold",
    said: story.headline }, say("done", { what: `${say("do_hold")} ${story.headline}` }));
}

function release(story) {
  const given = desk.state.given.find((one) => one.do === "hold" && one.source === story.file
    && one.line >= story.lines[0] && one.line <= story.lines[1]);
  if (given) ask("/withdraw", { source: given.source, number: given.number, line: given.line, do: given.do },
    say("done", { what: `${say("release")} ${story.headline}` }));
}

const isTyping = () => at("stories").contains(document.activeElement)
  && document.activeElement.matches("input[type=text]");

function drawStories() {
  const { stories, pictures } = desk.state;
  if (open >= 0 && (stories[open]?.words !== openAs || stories[open].held)) {
    const same = stories.filter((one) => one.words === openAs && !one.held);
    // A headline that was mended keeps its number; a story that was held or joined is gone.
    if (same.length) open = same[0].number;
    else if (stories.length === howMany && !stories[open]?.held) openAs = stories[open].words;
    else open = -1;
  }
  howMany = stories.length;
  const now = JSON.stringify([stories, pictures, desk.page?.remarks, open]);
  // Under a hand that types nothing is drawn anew: it is when the hand leaves.
  if (now === seen || isTyping() || isPressed(at("stories"))) return;
  seen = now;
  const order = printed().sort((one, other) => one.place - other.place);
  const held = stories.filter((one) => one.held);
  at("stories").replaceChildren(
    make("p", {}, make("button", { type: "button", id: "ask-imprint", onclick: openImprint }, say("imprint_ask"))),
    make("p", { class: "hint" }, say("story_help")), ...order.map(row),
    held.length ? make("h3", {}, say("held")) : "",
    make("ul", { class: "plain" }, held.map((one) => make("li", {}, one.headline, make("button", {
      type: "button", onclick: () => release(one),
    }, say("release"))))));
  focusAgain();
  if (isMoved) at("stories").querySelector(".picked")?.scrollIntoView({ block: "start" });
  isMoved = false;
}

export function draw() {
  if (!desk.state) return;
  drawStories();
  drawOthers();
  drawFaults();
}

at("stories").addEventListener("focusout", () => setTimeout(() => desk.state && drawStories()));
document.addEventListener("picture", (event) => choosePicture(desk.state.stories[event.detail.story], event.detail.line));
document.addEventListener("refused", () => { seen = ""; });
whenChanged(draw);
