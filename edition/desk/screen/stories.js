// The stories by rank, their wishes and pictures; other pages to choose from; faults.

import { ask, at, desk, drop, make, say, whenChanged } from "./asks.js";
import { known, pick } from "./copy.js";
import { dropping, sheet } from "./sheet.js";

let open = -1;
let seen = "";
let isAsked = false;

/** Open a story's wishes. */
export function pickStory(number) {
  open = number;
  for (const box of document.querySelectorAll(".box"))
    box.classList.toggle("picked", box.dataset.story === String(number));
  seen = "";
  draw();
  document.dispatchEvent(new CustomEvent("tab", { detail: "stories" }));
  at("stories").querySelector(".picked")?.scrollIntoView({ block: "nearest" });
}

const wish = (story, wishes) => ask("/wish", { story: story.number, wishes });
const move = (story, place) => ask("/order", { story: story.number, place });

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
  isOpen ? wishes(story) : null);
  dropping(made, story.number, story.place);
  return made;
}

const printed = () => desk.state.stories.filter((one) => !one.held);

function wishes(story) {
  const check = (key) => make("label", {}, make("input", {
    type: "checkbox", checked: story[key], onchange: (e) => wish(story, { [key]: e.target.checked || null }),
  }), say(key));
  const choice = (label, value, options, given) => make("label", {}, say(label), make("select", {
    onchange: (e) => given(e.target.value),
  }, options.map(([name, words]) => make("option", { value: name, selected: String(value ?? "") === name }, words))));
  const counts = (most) => [["", say("columns_free")], ...Array.from({ length: most }, (_, i) => [String(i + 1), String(i + 1)])];
  const file = make("input", { type: "file", accept: "image/png,image/jpeg,image/webp", hidden: true,
    onchange: (e) => [...e.target.files].forEach((one) => drop(one, { story: story.number })) });
  return make("div", { class: "wishes" },
    make("div", { class: "pair" },
      make("button", { type: "button", onclick: () => move(story, 0), disabled: story.place === 0 }, say("lead")),
      make("button", { type: "button", onclick: () => hold(story) }, say("hold")),
      make("button", { type: "button", onclick: () => file.click() }, say("add_picture")), file),
    make("div", { class: "pair" }, check("brief"), check("jump")),
    choice("columns", story.columns, counts(12), (v) => wish(story, { columns: v ? Number(v) : null })),
    choice("on_page", story.page, counts(8), (v) => wish(story, { page: v ? Number(v) : null })),
    choice("head", story.head, ["over", "turned", "beside"].map((n) => [n, say(`head_${n}`)]),
      (v) => wish(story, { head: v === "over" ? null : v })),
    ...desk.state.pictures.filter((one) => one.story === story.headline || one.story === story.number + 1)
      .map(shot));
}

function hold(story) {
  const text = desk.state.files.find((f) => f.name === story.file)?.lines[story.lines[0] - 1]?.[0] ?? "";
  ask("/answer", { file: story.file, line: story.lines[0], text: known(text), do: "hold",
    said: story.headline }, say("done", { what: say("do_hold") }));
}

/** A picture: its words, and the box that no crop may cut. */
function shot(picture) {
  const change = (given) => ask("/picture", { file: picture.file, source: picture.source, wishes: given });
  const words = (key) => {
    const field = make("input", { type: "text", onchange: () => change({ [key]: field.value || (key === "caption" ? "" : null) }) });
    field.value = picture[key] ?? "";
    return make("label", {}, say(key), field);
  };
  const frame = make("div", { class: "frame", hidden: !picture.focus });
  if (picture.focus) framed(frame, picture.focus);
  const place = make("div", { class: "shot" }, make("img", {
    src: `/shown?${new URLSearchParams({ name: picture.file })}`, alt: picture.alt || picture.caption || picture.file, draggable: false,
  }), frame);
  drawing(place, frame, (focus) => change({ focus }));
  return make("div", {}, place, make("p", { class: "hint" }, say("focus")),
    words("caption"), words("credit"),
    make("div", { class: "pair" },
      picture.focus ? make("button", { type: "button", onclick: () => change({ focus: null }) }, say("focus_clear")) : null,
      make("button", { type: "button", onclick: () => ask("/picture", { file: picture.file, source: picture.source, remove: true }) },
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

function others() {
  const page = desk.page;
  const found = page?.others ?? [];
  const pins = desk.state.pinned.filter((key) => key.startsWith(`${sheet.page}-`));
  if (found.length) isAsked = false;
  return [
    ...pins.map((key) => make("p", {}, say("pinned", { key }), " ", make("button", {
      type: "button", onclick: () => ask("/pin", { page: sheet.page, key: null }),
    }, say("unpin")))),
    make("p", {}, make("button", {
      type: "button", id: "ask-others", disabled: isAsked, onclick: () => {
        isAsked = true;
        seen = "";
        ask("/others", { page: sheet.page }).then(draw);
      },
    }, say("others_ask"))),
    make("p", { class: "hint", role: "status" }, isAsked ? say("others_wait")
      : page?.othersDone && !found.length ? say("others_none") : ""),
    make("div", { class: "thumbs" }, found.map((one, index) => make("div", { class: "thumb" },
      make("img", { src: `/other/${index}?key=${encodeURIComponent(one.key)}&job=${page.job}`, alt: one.differs }),
      make("span", {}, one.dearer >= 0 ? say("dearer", { price: one.dearer.toFixed(1) })
        : say("cheaper", { price: (-one.dearer).toFixed(1) })),
      make("span", { class: "hint" }, one.differs),
      make("button", { type: "button", class: "take", onclick: () => ask("/pin", { page: sheet.page, key: one.key }) },
        say("take_this"))))),
  ];
}

/** The bench has told all other pages it could make. */
export function othersTold() {
  isAsked = false;
  if (desk.page) desk.page.othersDone = true;
  seen = "";
  draw();
}

function faults() {
  const checked = desk.page?.checked ?? {};
  const all = (checked.faults ?? []).filter((one) => one.level !== "info");
  at("tab-check").querySelector(".count").textContent = all.length ? String(all.length) : "";
  const aside = desk.state.files.flatMap((file) => file.lines.map((line, index) => [file, line, index])
    .filter(([, line]) => line[1] === "aside" && line[0].trim()));
  const remarks = (desk.page?.remarks ?? []).filter((one) => one.severity !== "info");
  return [
    make("p", { class: "next" }, checked.score === undefined ? say("scoring") : say("score", { score: checked.score }),
      checked.printable === false ? ` · ${say("not_printable")}` : ""),
    !all.length && checked.score !== undefined ? make("p", {}, say("no_faults")) : "",
    ...all.map((fault) => make("article", { class: "query", "data-fault": String(checked.faults.indexOf(fault)) },
      make("p", {}, make("span", { class: `level ${fault.level === "must" ? "error" : "warning"}` },
        say(fault.level)), fault.name, ` × ${fault.count}`),
      make("p", { class: "hint" }, fault.todo),
      make("ul", { class: "plain" }, fault.places.slice(0, 6).map((one) => make("li", {}, make("button", {
        type: "button", onclick: () => flash(checked.faults.indexOf(fault)),
      }, say("place", { page: one.page, words: one.words }))))))),
    remarks.length ? make("h3", {}, say("of_page")) : "",
    make("ul", { class: "plain" }, remarks.map((one) => make("li", {}, one.message,
      one.advice ? make("p", { class: "hint" }, one.advice) : null))),
    aside.length ? make("h3", {}, say("set_aside")) : "",
    make("ul", { class: "plain" }, aside.map(([file, line, index]) => make("li", {},
      make("button", { type: "button", onclick: () => pick(file.name, index + 1, true) }, say("line", { line: index + 1 })),
      ` ${line[0]}`, make("small", { class: "hint" }, `（${line[3]}）`),
      make("button", { type: "button", onclick: () => ask("/answer", {
        file: file.name, line: index + 1, text: known(line[0]), do: "paragraph" }) }, say("put_back"))))),
  ];
}

function flash(index) {
  for (const mark of document.querySelectorAll(".mark"))
    mark.classList.toggle("picked", mark.dataset.fault === String(index));
}

document.addEventListener("fault", (event) => {
  document.dispatchEvent(new CustomEvent("tab", { detail: "check" }));
  flash(event.detail);
  at("check").querySelector(`[data-fault="${event.detail}"]`)?.scrollIntoView({ block: "center" });
});

export function draw() {
  if (!desk.state) return;
  const { stories, pictures, pinned, files } = desk.state;
  const now = JSON.stringify([stories, pictures, pinned, files, open, isAsked, desk.page, sheet.page]);
  if (now === seen) return;
  seen = now;
  const order = printed().sort((one, other) => one.place - other.place);
  const held = stories.filter((one) => one.held);
  at("stories").replaceChildren(
    make("p", { class: "hint" }, say("story_help")), ...order.map(row),
    held.length ? make("h3", {}, say("held")) : "",
    make("ul", { class: "plain" }, held.map((one) => make("li", {}, one.headline, make("button", {
      type: "button", onclick: () => release(one),
    }, say("release"))))));
  at("others").replaceChildren(...others());
  at("check").replaceChildren(...faults());
}

function release(story) {
  const given = desk.state.given.find((one) => one.do === "hold" && one.source === story.file
    && one.line >= story.lines[0] && one.line <= story.lines[1]);
  if (given) ask("/withdraw", { source: given.source, number: given.number });
}

whenChanged(draw);
