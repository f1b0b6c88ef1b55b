// Other pages to choose from, each drawn small, larger at a click.

import { ask, at, desk, make, say } from "./asks.js";
import { renew, sheet } from "./sheet.js";

let seen = "";
let isAsked = false;

export function draw() {
  const page = desk.page;
  const isOfThis = page?.others_page === sheet.page;
  const found = isOfThis ? page.others : [];
  const isMaking = isAsked || (isOfThis && page.others_state === "asked");
  const now = JSON.stringify([desk.state.pinned, isMaking, found, page?.job, isOfThis && page.others_state, sheet.page]);
  if (now === seen) return;
  seen = now;
  const pins = desk.state.pinned.filter((key) => key.startsWith(`${sheet.page}-`));
  const picture = (one, index) => make("img", {
    src: `other/${index}?key=${encodeURIComponent(one.key)}&job=${page.job}`, alt: one.differs,
  });
  at("others").replaceChildren(
    ...pins.map((key) => make("p", { title: key }, say("pinned"), " ", make("button", {
      type: "button", onclick: () => ask("/pin", { page: sheet.page, key: null }, say("done", { what: say("unpin") })),
    }, say("unpin")))),
    make("p", {}, make("button", {
      type: "button", id: "ask-others", disabled: isMaking, onclick: wanted,
    }, say("others_ask"))),
    make("p", { role: "status" }, isMaking ? say("others_wait", { count: found.length })
      : isOfThis && page.others_state === "done" && !found.length ? say("others_none") : ""),
    make("div", { class: "thumbs" }, found.map((one, index) => make("div", { class: "thumb" },
      make("button", { type: "button", class: "plate", "aria-label": say("enlarge"),
        onclick: () => enlarge(one, picture(one, index)) }, picture(one, index)),
      make("span", {}, one.dearer >= 0 ? say("dearer", { price: one.dearer.toFixed(1) })
        : say("cheaper", { price: (-one.dearer).toFixed(1) })),
      make("span", { class: "hint" }, one.differs), take(one)))));
}

function take(one) {
  return make("button", { type: "button", class: "take", onclick: () => {
    at("enlarged").close();
    ask("/pin", { page: sheet.page, key: one.key }, say("done", { what: say("take_this") }));
  } }, say("take_this"));
}

function enlarge(one, picture) {
  at("enlarged-page").replaceChildren(picture, make("p", { class: "hint" }, one.differs), take(one));
  at("enlarged").showModal();
}

/** Have them made; whether they still are is told by the desk: another window may have asked too. */
async function wanted() {
  isAsked = true;
  draw();
  if (await ask("/others", { page: sheet.page })) await renew().catch(() => {});
  isAsked = false;
  draw();
}
