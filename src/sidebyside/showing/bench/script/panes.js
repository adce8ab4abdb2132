// The sources beside each other: each passage at its place, the words of the point lit, every passage open to a click.

const panesOf = (bench) => {
  const { data, draw } = bench;
  const spans = new Map(); // the element of each passage by its id
  const resting = new Map(); // how many points rest on a passage
  let lit = new Set();
  let cursor = null;

  const passageOf = ([id, start, text, gap]) => {
    const mark = el("button", { type: "button", class: "pid", tabindex: "-1", "data-p": id }, id);
    const span = el("span", { class: "s", "data-p": id }, text);
    spans.set(id, { span, mark, start, text, length: lengthOf(text), key: bench.sourceOf(id).key });
    return [mark, span, gap];
  };
  const paneOf = (source) => {
    const stepper = (by, sign, name) => el("button", { type: "button", class: "btn", hidden: true, "aria-label": `${name} lit words in ${source.key}`, onclick: () => step(pane, by) }, sign);
    const [back, where, on] = [stepper(-1, "‹", "previous"), el("span", {}), stepper(1, "›", "next")];
    const head = el("div", { class: "pane-h" }, draw.key(source.key), el("span", { class: "src" }, source.title), el("span", { class: "ids" }, back, where, on));
    const says = el("div", { class: "says" });
    const scroll = el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": `Source ${source.key}, ${source.title}`, onscroll: () => bench.ribbon?.where(),
      onclick: (event) => { const at = event.target.closest("[data-p]"); if (at && getSelection().isCollapsed) pick(at.dataset.p, true); } },
      data.limited && el("p", { class: "furniture limited" }, data.limited),
      source.paragraphs.map(([part, opens, passages]) => el("p", { class: part }, opens && el("span", { class: "partname" }, opens), passages.map(passageOf))));
    const pane = { source, root: el("section", { class: `pane s${source.slot}` }, head, says, scroll), back, where, on, says, scroll, lit: [], at: 0 };
    return pane;
  };
  const panes = data.sources.map(paneOf);
  const root = el("div", { class: "panes" }, panes.map((pane) => pane.root));

  // A passage cut wherever lit words begin or end.
  const cut = (id, places, how) => {
    const { span, start, text, length } = spans.get(id);
    const inside = places.map(([from, to]) => [Math.max(0, from - start), Math.min(length, to - start)]).filter(([from, to]) => from < to);
    const edges = [...new Set([0, length, ...inside.flat()])].sort((a, b) => a - b);
    put(span, edges.slice(1).map((to, index) => {
      const words = slice(text, edges[index], to);
      return inside.some(([a, b]) => a <= edges[index] && to <= b) ? el("mark", { class: how }, words) : words;
    }));
  };

  const inOrder = new Map(data.sources.map(({ key }) => [key, [...spans].filter(([, passage]) => passage.key === key).map(([id, { start, length }]) => [start, start + length, id])]));
  // The passages that a stretch touches.
  const touched = (key, start, end) => {
    const all = inOrder.get(key);
    const ids = [];
    for (let at = firstOf(all, ([, to]) => to > start); at < all.length && all[at][0] < end; at += 1) ids.push(all[at][2]);
    return ids;
  };

  // Lights up the words of an item and, if asked, brings those that it names first into view in each pane.
  const light = (item, bringing) => {
    for (const id of lit) cut(id, [], "");
    lit = new Set();
    for (const pane of panes) {
      const sides = (item?.sides ?? []).filter((side) => side.key === pane.source.key);
      const places = sides.flatMap((side) => (side.places.length ? side.places : side.near));
      pane.lit = [...new Set([...places].sort(([a], [b]) => a - b).flatMap(([start, end]) => touched(pane.source.key, start, end)))];
      if (bringing || !pane.lit[pane.at]) pane.at = places.length ? pane.lit.indexOf(touched(pane.source.key, ...places[0])[0]) : 0;
      const how = sides.some((side) => side.places.length) ? `v-${item.verdict}` : "near";
      for (const id of pane.lit) { cut(id, places, how); lit.add(id); }
      put(pane.says, ...bench.saysOf(item, pane.source));
      tell(pane);
    }
    if (bringing) bring(panes.map((pane) => [pane, pane.lit[pane.at]]));
    bench.ribbon?.where();
  };
  // A passage's box, from the top of what its pane shows. (`offsetTop` counts from the paragraph where those are drawn late.)
  const boxIn = (scroll, id) => {
    const [{ top, bottom }, { top: edge }] = [spans.get(id).span, scroll].map((each) => each.getBoundingClientRect());
    return { top: top - edge, bottom: bottom - edge };
  };
  // First every place is read, then every pane moved: a page laid out anew between the two would cost a long text dearly.
  const bring = (moves) => moves.filter(([, id]) => id)
    .map(([{ scroll }, id]) => [scroll, scroll.scrollTop + boxIn(scroll, id).top - Math.min(90, scroll.clientHeight / 4)])
    .forEach(([scroll, top]) => { scroll.scrollTop = Math.max(0, top); });
  const tell = (pane) => {
    const [now, all] = [pane.lit[pane.at], pane.lit.length];
    pane.where.textContent = all > 1 ? `${now}, ${pane.at + 1} of ${all}` : now ?? "";
    for (const button of [pane.back, pane.on]) button.hidden = all < 2;
  };
  const step = (pane, by) => {
    if (!pane.lit.length) return;
    pane.at = (pane.at + by + pane.lit.length) % pane.lit.length;
    tell(pane);
    bring([[pane, pane.lit[pane.at]]]);
  };
  const stepAll = (by) => panes.forEach((pane) => step(pane, by));

  // The passage that the keys move: what rests on it is listed, what was read in it can be asked for.
  const pick = (id, list) => {
    if (cursor) spans.get(cursor).span.classList.remove("cursor");
    cursor = id;
    if (id) spans.get(id).span.classList.add("cursor");
    bench.passage(id, list);
    if (id) keepInView(id);
  };
  const keepInView = (id) => {
    const { scroll } = paneWith(id);
    const { top, bottom } = boxIn(scroll, id);
    if (top < 0 || bottom > scroll.clientHeight) bringPassage(id);
  };
  const moveCursor = (by) => {
    const ids = [...spans.keys()];
    const from = cursor ?? [...lit][0] ?? ids[0];
    const next = ids[Math.min(ids.length - 1, Math.max(0, ids.indexOf(from) + (cursor ? by : 0)))];
    pick(next, false);
  };

  // Selected words as a place of a source; null where nothing, or more than one source, is selected.
  const selected = () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    let first = null;
    let last = null;
    for (const [id, { span, key, start }] of spans) {
      if (!range.intersectsNode(span) || (first && first.key !== key)) continue;
      const inside = document.createRange();
      inside.selectNodeContents(span);
      if (inside.compareBoundaryPoints(Range.START_TO_START, range) < 0) inside.setStart(range.startContainer, range.startOffset);
      if (inside.compareBoundaryPoints(Range.END_TO_END, range) > 0) inside.setEnd(range.endContainer, range.endOffset);
      const words = inside.toString();
      if (!words.trim()) continue;
      const before = document.createRange();
      before.selectNodeContents(span);
      before.setEnd(inside.startContainer, inside.startOffset);
      const from = start + lengthOf(before.toString());
      first ??= { key, from, id };
      last = from + lengthOf(words);
    }
    return first && { source: first.key, start: first.from, end: last, passage: first.id, words: selection.toString() };
  };
  // Words taken by keys: the passage under the cursor, from its beginning, word by word.
  const extend = (edge, way) => {
    if (!cursor) return;
    const selection = getSelection();
    const { span } = spans.get(cursor);
    if (selection.isCollapsed || !selection.containsNode(span, true)) selection.setBaseAndExtent(span, 0, span, edge === "end" ? 0 : span.childNodes.length);
    if (edge === "end") return selection.modify("extend", way, "word");
    const { focusNode, focusOffset, anchorNode, anchorOffset } = selection;
    selection.collapse(anchorNode, anchorOffset);
    selection.modify("move", way, "word");
    selection.extend(focusNode, focusOffset);
  };

  // What no point rests on is seen as such.
  const count = () => {
    resting.clear();
    for (const item of bench.items.values()) {
      if (!item.key.startsWith("points/")) continue;
      for (const side of item.sides) for (const id of new Set(side.places.flatMap(([start, end, passage]) => [passage, ...touched(side.key, end - 1, end)]))) resting.set(id, (resting.get(id) ?? 0) + 1);
    }
    const aside = new Set(data.aside);
    for (const [id, { mark, span }] of spans) {
      const body = span.closest("p").className === "body";
      const rests = resting.get(id) ?? 0;
      const how = rests ? "rests" : !body || aside.has(id) ? "aside" : "bare";
      mark.className = `pid ${how}`;
      mark.title = rests ? many(rests, "point") + (rests === 1 ? " rests on it" : " rest on it") : how === "bare" ? "no point rests on it" : "set aside";
      mark.setAttribute("aria-label", `passage ${id}, ${mark.title}`);
    }
  };
  const focus = (key) => panes.find((pane) => pane.source.key === key)?.scroll.focus({ preventScroll: true });
  const paneWith = (id) => panes.find((pane) => pane.source.key === spans.get(id)?.key);
  const bringPassage = (id) => {
    const pane = paneWith(id);
    if (!pane) return;
    if (pane.lit.includes(id)) pane.at = pane.lit.indexOf(id);
    tell(pane);
    bring([[pane, id]]);
  };
  return { root, panes, spans, light, stepAll, pick, moveCursor, selected, extend, count, focus, bringPassage, cursor: () => cursor, resting };
};
