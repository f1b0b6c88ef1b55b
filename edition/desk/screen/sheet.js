// The page as it is drawn: stories outlined, faults marked; a story is picked, dragged, given pictures.

import { ask, at, desk, drop, isPressed, look, make, named, newer, say, tell, whenChanged } from "./asks.js";
import { pick } from "./copy.js";
import { scored } from "./faults.js";
import { openImprint } from "./imprint.js";
import { pickStory } from "./stories.js";

let zoom = 1;
let isBook = false;
let latest = null; // the sheet that is to be shown, once its picture is there
let flashed = {}; // the fault that was picked
const READABLE = 1.45; // screen pixels for a point of the page, from which its text is read
export const sheet = { page: 1 };

/** The latest page, asked of the desk. */
export async function renew() {
  const heard = await look("/page");
  desk.page = newer(desk.page, heard);
  draw();
}

export function zoomed(by) {
  zoom = by === 0 ? 1 : Math.min(5, Math.max(0.4, zoom * by));
  place();
  draw();
}

/** As wide as there is room. */
export function wide() {
  zoom = 1;
  place();
  const whole = at("paper").querySelector("figure")?.clientWidth ?? 0;
  if (whole) zoom = Math.max(1, (at("paper").clientWidth - 34) / whole);
  place();
  draw();
}

/** As large as its text is read; with a box, that story of it. */
export function readable(box) {
  const { page } = desk;
  if (!page?.size) return;
  const whole = at("paper").querySelector("figure")?.clientWidth ?? 0;
  if (whole) zoom = Math.min(5, Math.max(zoom, zoom * READABLE * page.size[0] / whole));
  place();
  draw();
  const number = box?.dataset.story;
  requestAnimationFrame(() => number && at("paper").querySelector(`.box[data-story="${number}"]`)
    ?.scrollIntoView({ block: "start", inline: "start" }));
}

/** The newspaper or the book. */
export async function turn() {
  isBook = !isBook;
  at("kind").setAttribute("aria-pressed", String(isBook));
  at("kind").textContent = say(isBook ? "paper" : "book");
  if (!isBook) {
    tell(say("paper"));
    return draw();
  }
  tell(say("book_wait"));
  try {
    await bound();
    tell(say("book"));
  } catch (fault) {
    tell(fault.message, true);
    if (isBook) turn();
  }
}

/** The book as it is bound now, open where it was if that page is still in it. */
async function bound() {
  const { opening } = await look("/book/");
  const old = reading();
  const [src, height] = old && await isThere(old[0]) ? old : [opening, 0];
  const frame = make("iframe", { src, title: say("book"), onload: () => frame.contentWindow.scrollTo(0, height) });
  if (isBook) at("paper").replaceChildren(frame);
}

/** Where the book on the screen is open; nothing where its frame shows no page of it. */
function reading() {
  const frame = at("paper").querySelector("iframe");
  try {
    const { location, scrollY } = frame.contentWindow;
    const address = location.href === "about:blank" ? frame.src : location.href;
    if (address.startsWith(new URL("book/", document.baseURI).href)) return [address, scrollY];
  } catch { /* no frame, or what the browser itself shows for a page that is not there */ }
  return null;
}

const isThere = (address) => fetch(address).then((answer) => answer.ok, () => false);

/** A book on the screen is bound anew after a change; one that cannot be had is shown as the old one. */
export async function boundAgain() {
  if (isBook) await bound().catch(aged);
}

const aged = () => at("paper").querySelector("iframe")?.classList.add("stale");

/** Width of a sheet on the screen: so that the whole page is seen, times the zoom. */
function place() {
  const paper = at("paper");
  for (const figure of paper.querySelectorAll("figure")) {
    const img = figure.querySelector("img");
    const shape = img.naturalWidth && img.naturalHeight ? img.naturalWidth / img.naturalHeight : 0.7;
    const room = paper.clientHeight - 22;
    const width = Math.min(paper.clientWidth - 22, room * shape) * zoom;
    figure.style.width = `${Math.max(120, Math.round(width))}px`;
  }
}

/** Dots per inch that fill the screen's own: sheets are some 39 cm wide. */
function density() {
  const wide = Math.min(at("paper").clientWidth, 1200) * zoom * (window.devicePixelRatio || 1);
  return wide > 1900 ? 220 : wide > 1300 ? 160 : wide > 700 ? 110 : 80;
}

export function draw() {
  const { page, state } = desk;
  if (isPressed(at("paper"))) return;
  if (isBook && page?.fault) aged();
  if (!page || !state || isBook) return;
  at("paper").classList.toggle("stale", page.waiting);
  const fault = at("fault");
  if (page.fault) tell(page.fault, true);
  else if (fault.dataset.page) fault.hidden = true;
  fault.dataset.page = page.fault ? "true" : "";
  if (!page.pages) return;
  sheet.page = Math.min(sheet.page, page.pages.length);
  numbers(page);
  at("export-png").href = `export/png?page=${sheet.page}`;
  at("score").textContent = scored(page.checked);
  const img = make("img", {
    alt: say("page_image", { page: sheet.page }), draggable: false,
    src: `image/${page.job}/${sheet.page}?dpi=${density()}`, onload: place,
  });
  const figure = make("figure", {}, img, boxes(page), marks(page));
  const old = at("paper").querySelector("figure");
  latest = figure;
  const oldImage = old?.querySelector("img");
  if (oldImage?.getAttribute("src") === img.getAttribute("src") && oldImage.complete) {
    img.replaceWith(oldImage);
    put(figure);
  } else if (!old) put(figure);
  else {
    // The new page comes in whole: until its picture is there the old one stands.
    img.loading = "eager";
    img.addEventListener("load", () => put(figure, page.job), { once: true });
    img.decode?.().then(() => put(figure, page.job), () => {});
  }
}

/** Show a sheet, if none newer has come meanwhile. */
function put(figure, job = desk.page.job) {
  if (isBook || figure !== latest || figure.isConnected) return;
  at("paper").replaceChildren(figure);
  place();
  if (flashed.isNew) figure.querySelector(".mark.picked")?.scrollIntoView({ block: "nearest" });
  flashed.isNew = false;
  at("paper").dataset.job = String(job);
}

function numbers(page) {
  at("pages").replaceChildren(...(page.pages.length < 2 ? [] : page.pages.map((label, index) =>
    make("button", {
      type: "button", "aria-pressed": String(index + 1 === sheet.page),
      "aria-label": say("page_number", { page: label || index + 1 }),
      onclick: () => { sheet.page = index + 1; draw(); },
    }, label || String(index + 1)))));
}

/** Over the stories of the first page: the name of the paper and what stands beside it. */
function masthead(page) {
  const tops = page.outlines.filter((one) => one.page === 1).map((one) => one.box[1]);
  if (sheet.page !== 1 || !tops.length) return [];
  const box = make("button", { type: "button", class: "box head", title: say("imprint_ask"),
    "aria-label": say("imprint_ask"), onclick: openImprint });
  Object.assign(box.style, { left: "3%", top: "2%", width: "94%", height: `${Math.max(2, Math.min(...tops) * 100 - 3)}%` });
  return [box];
}

/** The story that a number of the drawn page means: the copy may be another since. */
export function storyOf(number) {
  const called = desk.page.called?.[number];
  const printed = desk.state.stories.filter((one) => !one.held);
  if (called === undefined || printed[number]?.words === called) return printed[number];
  const same = printed.filter((one) => one.words === called);
  return same.length === 1 ? same[0] : undefined;
}

function boxes(page) {
  return [...page.outlines.filter((one) => one.page === sheet.page && one.kind !== "house")
    .flatMap((one) => {
      if (one.kind === "picture" || !one.stories.length) return [];
      const story = storyOf(one.stories[0]);
      if (!story) return [];
      const [left, top, width, height] = one.box.map((share) => `${share * 100}%`);
      const box = make("button", {
        type: "button", class: "box", draggable: true, "data-story": String(story.number),
        "aria-label": say("story_of", { headline: story.headline }), title: story.headline,
        onclick: () => {
          pick(story.file, story.lines[0]);
          pickStory(story.number);
        },
      });
      Object.assign(box.style, { left, top, width, height });
      box.addEventListener("dblclick", () => readable(box));
      dropping(box, story);
      return [box];
    }), ...masthead(page)];
}

function marks(page) {
  const size = page.size;
  if (!page.checked.faults || !size) return [];
  let number = 0;
  return page.checked.faults.flatMap((fault, index) => fault.places
    .filter((one) => one.page === sheet.page && (one.x || one.y) && fault.level !== "info" && number++ < 60)
    .map((one) => {
      const mark = make("button", {
        type: "button", class: `mark ${fault.level}${one.x > size[0] * 0.55 ? " left" : ""}${
          flashed.fault === fault.id && flashed.words === one.words ? " picked" : ""}`, "data-fault": String(index),
        "aria-label": `${fault.name}：${one.words}`,
        onclick: () => {
          document.dispatchEvent(new CustomEvent("fault", { detail: index }));
          flash(index, one);
        },
      }, "!");
      mark.style.left = `${100 * one.x / size[0]}%`;
      mark.style.top = `${100 * (1 - one.y / size[1])}%`;
      return mark;
    }));
}

/** Mark the places of a fault that say the same as one of them. */
function flash(index, place) {
  flashed = { fault: desk.page.checked.faults[index]?.id, words: place.words, isNew: true };
  sheet.page = place.page;
  document.dispatchEvent(new CustomEvent("left", { detail: "page" }));
  draw();
}

const CARRIED = "application/x-story";

/** A story may be dragged onto `element`, and so may a picture file. */
export function dropping(element, story) {
  element.addEventListener("dragstart", (event) => {
    // It is named as the hand takes it: when it is dropped its number may be another story's.
    event.dataTransfer.setData(CARRIED, JSON.stringify({ ...named(story), headline: story.headline }));
    event.dataTransfer.effectAllowed = "move";
  });
  element.addEventListener("dragover", (event) => {
    event.preventDefault();
    element.classList.add("over");
  });
  element.addEventListener("dragleave", () => element.classList.remove("over"));
  element.addEventListener("drop", (event) => {
    event.preventDefault();
    element.classList.remove("over");
    const files = [...event.dataTransfer.files];
    if (files.length) return void files.forEach((file) => drop(file, named(story)));
    const carried = event.dataTransfer.getData(CARRIED);
    if (!carried) return;
    const { headline, ...moved } = JSON.parse(carried);
    if (moved.story !== story.number || moved.called !== story.words)
      ask("/order", { ...moved, place: story.place }, say("moved", { headline, place: story.place + 1 }));
  });
}

document.addEventListener("flash", (event) => flash(...event.detail));
window.addEventListener("resize", place);
window.addEventListener("dragover", (event) => event.preventDefault());
window.addEventListener("drop", (event) => event.preventDefault());
whenChanged(draw);
