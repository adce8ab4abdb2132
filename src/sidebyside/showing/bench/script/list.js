// The list of points and candidates: filtered, searched, sorted, and drawn only where it is seen.

const ROW = 76; // pixels: every row is as high, so that the place of each is known without drawing it

const listed = (bench) => {
  const { data, draw } = bench;
  const filter = { tab: bench.options.tab ?? "all", words: "", theme: "", verdict: "", source: "", passage: "", sort: "order" };
  let keys = [];
  let place = 0; // where in the list the item in view stands, or stood before it fell out of the filter
  let found = new Map(); // the words of an item, in lower case, by its key

  const words = (item) => {
    if (!found.has(item.key)) {
      const quotes = item.sides.flatMap((side) => [side.says, ...side.places.map(([start, end]) => bench.quote(side.key, start, end))]);
      found.set(item.key, [item.question, item.label, item.reason, item.id, ...quotes].join(" ").toLocaleLowerCase());
    }
    return found.get(item.key);
  };
  const passages = (item) => item.sides.flatMap((side) => side.places.map(([, , passage]) => passage));
  const fits = (item, tab = filter.tab) =>
    bench.tabs[tab].holds(item)
    && (!filter.theme || item.theme === filter.theme)
    && (!filter.verdict || item.verdict === filter.verdict)
    && (!filter.source || item.sides.some((side) => side.key === filter.source && side.places.length))
    && (!filter.passage || passages(item).includes(filter.passage))
    && (!filter.words || words(item).includes(filter.words));

  const ORDERS = {
    order: () => 0,
    verdict: (item) => data.verdicts.findIndex(([name]) => name === item.verdict),
    theme: (item) => data.themes.findIndex(([name]) => name === item.theme),
    // Where its first words stand: in the first source, for what is only in the second there, and so on.
    place: (item) => Math.min(...item.sides.flatMap((side) => side.places.map(([start]) => data.sources.findIndex(({ key }) => key === side.key) * 1e9 + start))),
    unsure: (item) => ({ low: 0, fair: 1, high: 2 })[item.coded?.confidence] ?? 3,
  };

  const search = el("input", { type: "search", placeholder: "Search words", "aria-label": "Search questions, positions and quotes",
    oninput: () => { filter.words = search.value.trim().toLocaleLowerCase(); refresh(); } });
  const choice = (name, label, values) => {
    const made = el("select", { "aria-label": label, onchange: () => { filter[name] = made.value; refresh(); } },
      el("option", { value: "" }, `${label}: all`), values.map(([value, shown]) => el("option", { value }, shown)));
    return made;
  };
  const sort = el("select", { "aria-label": "Order", onchange: () => { filter.sort = sort.value; refresh(); } },
    [["order", "in reading order"], ["verdict", "by verdict"], ["theme", "by theme"], ["place", "by place in the text"], ["unsure", "least sure first"]]
      .map(([value, shown]) => el("option", { value }, shown)));
  const choices = {
    theme: choice("theme", "Theme", data.themes),
    verdict: choice("verdict", "Verdict", data.verdicts),
    source: choice("source", "Source", data.sources.map(({ key }) => [key, `${key} speaks`])),
  };
  // Made once: a tab that was pressed keeps the focus.
  const tabOf = new Map(Object.keys(bench.tabs).map((name) => [name, el("button", { type: "button", role: "tab", onclick: () => { filter.tab = name; box.scrollTop = 0; refresh(); } })]));
  const tabs = el("div", { class: "tabs", role: "tablist" }, [...tabOf.values()]);
  const passageChip = el("button", { type: "button", class: "btn only", onclick: () => at("") });
  const height = el("div", { class: "height" });
  const empty = el("p", { class: "none" });
  const box = el("div", { class: "rows", role: "listbox", tabindex: "0", "aria-label": "Points and candidates", onscroll: () => drawRows() }, height, empty);
  const more = el("details", { class: "filters" }, el("summary", {}, "filter and sort"), Object.values(choices), sort);
  const root = el("section", { class: "list", "aria-label": "List" }, tabs, el("div", { class: "find" }, search, more, passageChip), box);

  const rowOf = (item, number) => {
    const current = item.key === bench.current?.key;
    const state = bench.stateOf(item);
    const marks = item.sides.map((side) => {
      const ids = [...new Set(side.places.map(([, , passage]) => passage))];
      return ids.length > 0 && el("span", { class: `chip s${bench.source(side.key).slot}` }, ids[0], ids.length > 1 && el("i", {}, ` +${ids.length - 1}`));
    });
    return el("div", {
      class: `item${current ? " current" : ""}${state.settled ? " settled" : ""}`, role: "option", id: `${bench.id}-${number}`,
      "aria-selected": String(current), "aria-setsize": keys.length, "aria-posinset": number + 1, style: `top:${number * ROW}px`,
      onclick: () => { bench.show(item.key); box.focus({ preventScroll: true }); },
    },
    draw.tile(state.verdict ? { ...item, verdict: state.verdict } : item, !item.question && !state.verdict),
    el("div", { class: "what" }, el("b", {}, item.label ?? bench.titleOf(item)), el("span", { title: state.why || false }, [bench.pen?.drafted(item.key) && "NOT KEPT YET", state.words, state.why].filter(Boolean).join(" · "))),
    el("div", { class: "marks" }, marks));
  };

  // Only what can be seen, and a little on either side.
  const drawRows = () => {
    const first = Math.max(0, Math.floor(box.scrollTop / ROW) - 4);
    const last = Math.min(keys.length, first + Math.ceil((box.clientHeight || 600) / ROW) + 9);
    put(height, ...keys.slice(first, last).map((key, index) => rowOf(bench.items.get(key), first + index)));
    const at = bench.current ? keys.indexOf(bench.current.key) : -1;
    if (at >= first && at < last) box.setAttribute("aria-activedescendant", `${bench.id}-${at}`);
    else box.removeAttribute("aria-activedescendant");
  };

  const refresh = () => {
    const rank = ORDERS[filter.sort];
    // What a point has already comes behind what is new, and is counted apart.
    const had = (item) => filter.tab === "proposed" && bench.had(item);
    keys = [...bench.items.values()].filter((item) => fits(item)).map((item, index) => [Number(had(item)), rank(item), index, item.key])
      .sort((a, b) => a[0] - b[0] || (a[1] === b[1] ? a[2] - b[2] : a[1] < b[1] ? -1 : 1)).map(([, , , key]) => key);
    height.style.height = `${keys.length * ROW}px`;
    empty.textContent = keys.length ? "" : filter.passage ? `Nothing here rests on ${filter.passage}.` : !bench.items.size ? "No point has been coded yet. The sources can be read." : "Nothing here. Another tab or a wider filter may have it.";
    for (const [name, tab] of tabOf) {
      const held = [...bench.items.values()].filter((item) => fits(item, name));
      const apart = name === "proposed" ? held.filter(bench.had).length : 0;
      put(tab, bench.tabs[name].shown, " ", el("b", {}, String(held.length - apart)), apart > 0 && el("span", { title: `${apart} more rest on passages that a point has already` }, ` + ${apart}`));
      tab.setAttribute("aria-selected", String(name === filter.tab));
    }
    passageChip.hidden = !filter.passage;
    passageChip.textContent = `rests on ${filter.passage} ×`;
    passageChip.setAttribute("aria-label", `only what rests on ${filter.passage}: take this filter off`);
    const set = [filter.theme, filter.verdict, filter.source].filter(Boolean).length;
    more.firstChild.textContent = set ? `filter and sort (${set} set)` : "filter and sort";
    drawRows();
  };
  const reveal = () => {
    const at = keys.indexOf(bench.current?.key);
    if (at < 0) return drawRows();
    place = at;
    if (at * ROW < box.scrollTop) box.scrollTop = at * ROW;
    if ((at + 1) * ROW > box.scrollTop + box.clientHeight) box.scrollTop = (at + 1) * ROW - box.clientHeight;
    drawRows();
  };
  const at = (passage) => { filter.passage = passage; refresh(); };
  const forget = (key) => found.delete(key);
  const step = (by) => {
    const now = keys.indexOf(bench.current?.key);
    const next = now >= 0 ? now + by : by > 0 ? Math.min(place, keys.length - 1) : place - 1;
    if (next >= 0 && next < keys.length) bench.show(keys[next]);
  };
  // After a decision: the next of the list that is still open, from here on and then from the top.
  const nextOpen = () => {
    const now = keys.indexOf(bench.current?.key);
    const from = now >= 0 ? now + 1 : place;
    const next = [...keys.slice(from), ...keys.slice(0, from)].find((key) => key !== bench.current?.key && !bench.stateOf(bench.items.get(key)).settled);
    if (next) bench.show(next);
  };
  const widen = (key) => {
    if (keys.includes(key)) return;
    Object.assign(filter, { words: "", theme: "", verdict: "", source: "", passage: "", tab: "all" });
    search.value = "";
    for (const made of Object.values(choices)) made.value = "";
    refresh();
  };
  return { root, refresh, redraw: drawRows, reveal, step, nextOpen, at, forget, widen, focus: () => box.focus({ preventScroll: true }), search, keys: () => keys, filter };
};
