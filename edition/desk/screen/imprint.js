// What stands at the head of the paper: its name, the day, the page.

import { ask, at, desk, make, say } from "./asks.js";

const KEYS = ["paper", "date", "issue", "page", "page_title"];
const LOOKED_AT = 12; // lines of the copy among which the head of the page is looked for

/** Ask for the name of the paper and what stands beside it. */
export function openImprint() {
  const own = desk.state.imprint;
  const fields = Object.fromEntries(KEYS.map((key) => {
    const field = make("input", { type: "text", placeholder: say(`hint_${key}`) });
    field.value = own[key] ?? "";
    return [key, field];
  }));
  const lines = desk.state.files.flatMap((file) => file.lines.slice(0, LOOKED_AT))
    .filter((line) => line[1] === "aside" && line[0].trim()).map((line) => line[0].trim());
  at("imprint-fields").replaceChildren(
    ...KEYS.map((key) => make("label", {}, say(`of_${key}`), fields[key])),
    lines.length ? make("p", { class: "hint" }, say("imprint_lines", { lines: lines.join(" / ") })) : "");
  at("imprint").onclose = () => {
    if (at("imprint").returnValue !== "put") return;
    const values = Object.fromEntries(KEYS.filter((key) => fields[key].value.trim() !== (own[key] ?? ""))
      .map((key) => [key, fields[key].value.trim() || null]));
    if (Object.keys(values).length) ask("/imprint", { values }, say("done", { what: say("imprint") }));
  };
  at("imprint").returnValue = "";
  at("imprint").showModal();
}
