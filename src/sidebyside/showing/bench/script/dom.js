// Elements are made by name and filled with nodes and words, never with markup: whatever a source says stays words.

const SVG = "http://www.w3.org/2000/svg";

const filled = (made, attributes, children) => {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name === "value" || name === "checked" || name === "disabled") made[name] = value;
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat(9).filter((child) => child !== null && child !== undefined && child !== false));
  return made;
};

// New children in place of the old ones.
const put = (node, ...children) => {
  node.textContent = "";
  return filled(node, {}, children);
};
const el = (name, attributes = {}, ...children) => filled(document.createElement(name), attributes, children);
const svg = (name, attributes = {}, ...children) => filled(document.createElementNS(SVG, name), attributes, children);

// A source's text counts in code points; JavaScript counts a letter beyond U+FFFF as two.
const ASTRAL = /[\uD800-\uDBFF][\uDC00-\uDFFF]/;
const points = (text) => (ASTRAL.test(text) ? Array.from(text) : text);
const lengthOf = (text) => points(text).length;
const slice = (text, start, end) => {
  const cut = points(text).slice(start, end);
  return typeof cut === "string" ? cut : cut.join("");
};

// The first index from which on `fits` holds, in a list in which it holds for none and then for all.
const firstOf = (list, fits) => {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(list[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
};

const shortened = (words, longest) => {
  const flat = words.replace(/\s+/gu, " ").trim();
  return lengthOf(flat) <= longest ? flat : `${slice(flat, 0, longest - 1).trimEnd()}…`;
};

const many = (count, one, more = `${one}s`) => `${count} ${count === 1 ? one : more}`;

const strokes = (list) => list.map(([path, width, dashes]) =>
  svg("path", { d: path, fill: "none", stroke: "currentColor", "stroke-width": width, "stroke-dasharray": dashes || false }));

const drawing = (data) => ({
  // The tile of a verdict; `only` is hollow and wears the letter of the source that speaks. What the machine proposes, and
  // nobody has decided, is drawn in broken lines.
  tile: (item, proposed = false) => {
    const speaking = item.sides.filter((side) => !side.certainty.includes("silent")).map((side) => side.key);
    if (item.verdict === "only") {
      const slot = data.sources.find((source) => source.key === speaking[0])?.slot ?? 0;
      return el("span", { class: `tile hollow s${slot}`, "aria-hidden": "true" }, speaking.length === 1 ? speaking[0] : String(speaking.length));
    }
    if (!data.tiles[item.verdict]) return el("span", { class: "tile open", "aria-hidden": "true" }, "?");
    return el("span", { class: `tile v-${item.verdict}${proposed ? " proposed" : ""}`, "aria-hidden": "true" }, svg("svg", { viewBox: "0 0 14 14" }, strokes(data.tiles[item.verdict])));
  },
  name: (verdict) => ({ only: "only one", internal: "within" })[verdict] ?? verdict,
  sign: (verdict) => el("span", { class: `tile v-${verdict}`, "aria-hidden": "true" },
    verdict === "only" ? "1" : svg("svg", { viewBox: "0 0 14 14" }, strokes(data.tiles[verdict]))),
  bar: (certainty) => el("span", { class: "cert" }, svg("svg", { class: "bar", viewBox: "0 0 30 10", "aria-hidden": "true" }, strokes(data.bars[certainty] ?? [])), certainty),
  key: (letter) => {
    const { slot } = data.sources.find((source) => source.key === letter);
    return el("span", { class: `key s${slot} k${slot}` }, letter);
  },
  shown: (verdict) => data.verdicts.find(([name]) => name === verdict)?.[1] ?? "unsure",
});
