// Asking the desk, and the words of the screen.

export const words = {};
export const desk = { state: null, page: null };

export async function learn() {
  Object.assign(words, await (await fetch("words")).json());
}

/** A sentence of the screen with its places filled in. */
export function say(name, values = {}) {
  return (words[name] ?? name).replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);
}

/** An element with attributes, listeners (`on…`) and children; texts are text, never markup. */
export function make(tag, given = {}, ...children) {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(given)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (key === "class") made.className = value;
    else if (key in made && typeof value !== "string") made[key] = value;
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat().filter((c) => c !== null && c !== undefined && c !== false));
  return made;
}

/** What an answer may call a line. */
export const isRole = (name) => words.roles.split(" ").includes(name);

/** How a request names a story: by its number, and by what it was called when a hand meant it. */
export const named = (story) => ({ story: story.number, called: story.words });

export const at = (id) => document.getElementById(id);

const listeners = [];
export const whenChanged = (listener) => listeners.push(listener);
export function changed() {
  for (const listener of listeners) listener();
}

let pressed = null;
let isDragged = false;
let isHeldBack = false;

/** Whether the mouse or a finger is down on a part of the screen. Drawn anew then, it would lose the
 * click, or what is dragged: it is drawn when the hand is up. */
export function isPressed(part) {
  const isIt = pressed !== null && part.contains(pressed);
  isHeldBack ||= isIt;
  return isIt;
}
document.addEventListener("pointerdown", (event) => { pressed = event.target; }, true);
document.addEventListener("dragstart", () => { isDragged = true; }, true);
for (const end of ["pointerup", "pointercancel", "drop", "dragend"]) document.addEventListener(end, () => {
  if (end === "pointercancel" && isDragged) return; // So begins a drag: the hand is still down.
  pressed = null;
  isDragged = false;
  if (isHeldBack) setTimeout(changed);
  isHeldBack = false;
}, true);

/** An address of this desk: it begins with what the page itself does. */
const inside = (path) => path.slice(1);

export async function look(path) {
  const answer = await fetch(inside(path));
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}

/** The newer of what the screen has and what was just heard: answers may overtake each other, and one
 * that comes late must not put back on the screen what has been changed since. */
export function newer(had, heard) {
  const isOlder = had && had.told[0] === heard.told[0] && had.told[1] > heard.told[1];
  return isOlder ? had : heard;
}

let queue = Promise.resolve();
let last = ""; // what was asked last, until it is answered

/** Ask for a change; one after the other, each with the revision then on the screen. What is asked
 * twice on end before it is answered, as by the second click of two, is asked once. `what` may be a
 * function: it is called when all before it is done, and gives null where that has overtaken it. */
export function ask(path, what = {}, noted = "") {
  const key = path === "/undo" || typeof what === "function" ? "" : path + JSON.stringify(what);
  if (key && key === last) return queue;
  return queued(() => sent(path, what, noted), key);
}

/** Do it when all before it is done. */
function queued(act, key) {
  const own = queue.then(act).catch(() => false).finally(() => { if (queue === own) last = ""; });
  last = key;
  queue = own;
  return own;
}

async function sent(path, asked, noted) {
  const what = typeof asked === "function" ? asked() : { ...asked, noted };
  if (what === null) return false;
  const undone = path === "/undo" ? desk.state.undoes : "";
  let answer;
  try {
    answer = await fetch(inside(path), {
      method: "POST", headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ ...what, revision: desk.state.revision }),
    });
  } catch {
    tell(say("lost"), true);
    return false;
  }
  return taken(answer, path === "/undo" ? undid(undone) : noted);
}

/** What was taken back, as it was told when it was done, by whatever browser. */
function undid(what) {
  const bare = what.replace(say("done", { what: "" }).trim(), "").trim();
  return bare ? say("undone_what", { what: bare }) : say("undone");
}

/** A file sent as it is, all else in the address. */
export function drop(file, what) {
  return queued(async () => {
    const noted = say("picture_in", { name: file.name });
    const address = new URLSearchParams({ ...what, name: file.name, noted, revision: desk.state.revision });
    try {
      return await taken(await fetch(`picture?${address}`, { method: "PUT", body: file }), noted);
    } catch {
      tell(say("lost"), true);
      return false;
    }
  }, "");
}

async function taken(answer, noted) {
  let said = {};
  try {
    said = await answer.json();
  } catch { /* an answer of the guard is plain text */ }
  if (answer.ok) {
    if (said.revision) desk.state = newer(desk.state, said);
    tell(noted);
    changed();
    return true;
  }
  if (said.state) desk.state = newer(desk.state, said.state);
  // What a hand has set on the screen is not so: it is drawn as it is.
  document.dispatchEvent(new CustomEvent("refused"));
  changed();
  tell(said.message ?? say("lost"), true);
  return false;
}

/** Say what was done, or why it was not. */
export function tell(text, isFault = false) {
  const fault = at("fault");
  fault.hidden = !isFault;
  if (isFault) fault.textContent = text;
  else if (text) {
    at("status").textContent = text;
    at("status").title = text;
  }
}
