// What stands at the head of the paper: its name, the day, the page.

import { ask, at, desk, make, say } from "./asks.js";

const KEYS = ["paper", "date", "issue", "page", "page_title"];
const LOOKED_AT = 12; // lines of the copy among which the head of the page is looked for

const FIGURES = "一二三四五六七八九十";

/** What the lines at the head of the copy say of themselves, for the editor to nod at. */
function found(lines) {
  const text = lines.join(" ");
  const [, year, month, day] = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/.exec(text) ?? [];
  const page = /第?([一二三四五六七八九十]|[A-Z]?\d{1,2})版/.exec(text)?.[1];
  return {
    paper: /[\u4e00-\u9fff]{1,8}(?:日报|晚报|时报|周报|商报|日報|晚報|時報)/.exec(text)?.[0],
    date: month && `${year ?? new Date().getFullYear()}年${month}月${day}日`,
    page: page && label(page),
  };
}

/** The label of a page without the words round it: 1 for 第一版. */
function label(page) {
  const bare = page.replace(/^第(.+)版$/, "$1");
  return bare && FIGURES.includes(bare) ? String(FIGURES.indexOf(bare) + 1) : bare;
}

/** What is wrong, without the names of files. */
function told() {
  return at("fault").textContent.replace(/^.*?\.toml[：:]\s*/, "").replace(/\s*(请看|請看|See) docs\/.*$/, "")
    .replace(/[“「](\w+)[”」]/, (all, key) => KEYS.includes(key) ? say(`of_${key}`) : all);
}

/** Ask for the name of the paper and what stands beside it. */
export function openImprint() {
  const own = desk.state.imprint;
  const lines = desk.state.files.flatMap((file) => file.lines.slice(0, LOOKED_AT))
    .filter((line) => line[1] === "aside" && line[0].trim()).map((line) => line[0].trim());
  const guessed = found(lines);
  const fields = Object.fromEntries(KEYS.map((key) => {
    const field = make("input", { type: "text", placeholder: say(`hint_${key}`) });
    field.value = own[key] || (guessed[key] ?? "");
    return [key, field];
  }));
  at("imprint-fields").replaceChildren(
    ...KEYS.map((key) => make("label", {}, say(`of_${key}`), fields[key])),
    lines.length ? make("p", { class: "hint" }, say("imprint_lines", { lines: lines.join(" / ") })) : "");
  const wrong = at("imprint-fault");
  wrong.hidden = true;
  const put = async () => {
    fields.page.value = label(fields.page.value.trim());
    const values = Object.fromEntries(KEYS.filter((key) => fields[key].value.trim() !== (own[key] ?? ""))
      .map((key) => [key, fields[key].value.trim() || null]));
    if (!Object.keys(values).length || await ask("/imprint", { values }, say("done", { what: say("imprint") })))
      return at("imprint").close();
    wrong.textContent = told();
    wrong.hidden = false;
    at("fault").hidden = true;
  };
  at("imprint-put").onclick = put;
  at("imprint-fields").onkeydown = (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    put();
  };
  at("imprint").showModal();
}
