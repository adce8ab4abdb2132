// The bench: sources side by side, a list of points and candidates, and what is known of the one in view. With a pen
// (`options.send`, which hands a message to Python and promises its answer) it decides; without one it is for reading.

let benches = 0;

const mount = (root, data, options = {}) => {
  data.themes ??= []; // what is empty need not be in the data
  const bench = { id: `sbs-${(benches += 1)}`, data, options, items: new Map(), record: new Map(Object.entries(data.record ?? {})), current: null, draw: drawing(data) };
  const readings = new Map(Object.entries(data.readings ?? {}));
  const sourceByKey = new Map(data.sources.map((source) => [source.key, source]));
  const sourceByPassage = new Map();
  const passages = new Map(); // of each source, in order: [start, words]
  for (const source of data.sources) {
    const list = source.paragraphs.flatMap(([, , within]) => within);
    passages.set(source.key, list);
    for (const [id] of list) sourceByPassage.set(id, source);
  }
  const themes = new Map(data.themes);

  // The points and the passages they rest on, for what a candidate is held against.
  let pointsAt = new Map();
  const SIDE = { says: "", certainty: [], voices: [], places: [], near: [] }; // what is empty need not be in the data
  const whole = (item) => ({ ...item, sides: item.sides.map((side) => ({ ...SIDE, ...side })) });
  const fill = (points, candidates) => {
    bench.items = new Map([...points, ...candidates].map((item) => [item.key, item]));
    pointsAt = new Map();
    for (const item of points) {
      for (const side of item.sides) for (const [, , id] of side.places) pointsAt.set(id, (pointsAt.get(id) ?? new Set()).add(item.key));
    }
  };

  Object.assign(bench, {
    source: (key) => sourceByKey.get(key),
    sourceOf: (id) => sourceByPassage.get(id) ?? data.sources[0],
    themeOf: (key) => themes.get(key) ?? key,
    // The words at a place, over as many passages as it touches.
    quote: (key, start, end) => {
      const all = passages.get(key);
      let words = "";
      for (let at = Math.max(0, firstOf(all, ([, from]) => from > start) - 1); at < all.length && all[at][1] < end; at += 1) {
        const [, from, text, gap] = all[at];
        words += slice(text, Math.max(0, start - from), Math.max(0, end - from)) + (from + lengthOf(text) < end ? gap || " " : "");
      }
      return words.trim();
    },
    titleOf: (item) => shortened(item.sides.flatMap((side) => side.places.slice(0, 1).map(([start, end]) => bench.quote(side.key, start, end)))[0] ?? "", 60),
    codingsOf: (id) => Object.fromEntries([...bench.record].filter(([key]) => key.startsWith("codings/") && key.endsWith(`/${id}`)).map(([key, value]) => [key.split("/")[1], value])),
    covering: (item) => {
      const [one, other] = item.sides.map((side) => new Set(side.places.flatMap(([, , id]) => [...(pointsAt.get(id) ?? [])])));
      return [...one].filter((key) => other.has(key));
    },
    // The sources that the proposals of a group are on.
    speakersOf: (group) => new Set([...bench.items.values()].filter((item) => !item.question && item.group === group).flatMap((item) => item.sides.map(({ key }) => key))),
    // A proposal that nobody decided on, and whose passages a point has already.
    had: (item) => !item.question && !bench.record.get(item.key) && bench.covering(item).length > 0,
    stateOf: (item) => {
      if (item.blind) {
        const mine = bench.record.get(`codings/${options.coder}/${item.id}`);
        return { settled: Boolean(mine), verdict: mine?.verdict, words: mine ? `you: ${bench.draw.shown(mine.verdict)}` : "not coded yet", why: bench.themeOf(item.theme) };
      }
      if (item.question) {
        const flag = bench.record.get(`flags/${item.id}`);
        return { settled: !item.draft && !item.stale && !flag, words: item.shown, why: [item.stale && "stale", item.draft && "draft", flag && "to discuss", bench.themeOf(item.theme)].filter(Boolean).join(" · ") };
      }
      const decision = bench.record.get(item.key);
      const covering = bench.covering(item);
      const proposed = item.verdict === "unsure" ? "unsure" : `proposed: ${bench.draw.shown(item.verdict)}`;
      if (decision) return { settled: decision.status !== "flagged", verdict: decision.verdict || false, words: decision.status === "accepted" ? `accepted: ${bench.draw.shown(decision.verdict)}` : decision.status, why: decision.reason || proposed };
      if (covering.length) return { settled: true, words: proposed, why: `in “${bench.items.get(covering[0]).label}”` };
      return { settled: false, words: proposed, why: item.reason };
    },
    saysOf: (item, source) => {
      const side = item?.sides.find((each) => each.key === source.key);
      if (!side || !item.question || item.blind) return [];
      const because = data.silences.find(([key]) => key === side.because)?.[1];
      const head = el("p", { class: "who" }, side.certainty.map(bench.draw.bar), side.voices.map(([who, how]) => el("span", {}, `${who} ${how}`)));
      return [head, el("p", { class: side.certainty.includes("silent") ? "quiet" : "" }, side.says, because && ` (${because})`), bench.pen?.sideTools(item, side)];
    },
  });

  const isPoint = (item) => Boolean(item.question);
  const open = (item) => !bench.stateOf(item).settled;
  // Of a group of proposals the best is laid before the coder; the others stand close by.
  const counts = (item) => isPoint(item) || item.blind || item.leads;
  bench.counts = counts;
  const differ = (item) => new Set(Object.values(bench.codingsOf(item.id)).map((coding) => coding.verdict)).size > 1;
  const all = { shown: "All", holds: () => true };
  bench.tabs = options.blind ? { open: { shown: "Open", holds: open }, coded: { shown: "Coded", holds: (item) => !open(item) }, all }
    : options.send ? {
      open: { shown: "Open", holds: (item) => counts(item) && open(item) },
      points: { shown: "Points", holds: isPoint },
      proposed: { shown: "Proposed", holds: (item) => !isPoint(item) },
      differ: { shown: "Coders differ", holds: (item) => isPoint(item) && differ(item) },
      all,
    } : data.candidates?.length ? { points: { shown: "Points", holds: isPoint }, proposed: { shown: "Proposed", holds: (item) => !isPoint(item) }, all } : { all: { ...all, shown: "Points" } };
  fill((data.points ?? []).map(whole), (data.candidates ?? []).map(whole));
  // The proposals of a bench with a pen come later.
  options.tab ??= Object.keys(bench.tabs).find((tab) => [...bench.items.values()].some(bench.tabs[tab].holds)) ?? (options.send ? "open" : "all");

  bench.panes = panesOf(bench);
  bench.list = listed(bench);
  bench.ribbon = ribbonOf(bench);
  bench.card = cardOf(bench);
  bench.pen = options.send ? penOf(bench) : null;

  const keysShown = el("div", { class: "keys", "aria-hidden": "true" }, [["j k", "next, previous"], ["/", "search"], ["[ ]", "passages lit"], ["r", "what was read"], ...(bench.pen?.legend ?? []), ["?", "all keys"]]
    .map(([keys, what, of = ""]) => el("span", { class: of }, keys.split(" ").map((key) => el("kbd", {}, key)), ` ${what}`)));
  const help = el("dialog", { class: "help", "aria-label": "Keys" });
  const leave = options.leave && el("button", { type: "button", class: "btn leave", onclick: options.leave }, "close");
  const view = el("div", { class: "bench-main" }, bench.card.head, bench.ribbon.root, bench.panes.root, bench.card.drawer, bench.card.body, bench.pen?.root);
  const inside = el("div", { class: `bench${bench.pen ? " live" : ""}` }, bench.pen?.bar, el("div", { class: "bench-body" }, bench.list.root, view), keysShown, leave, help, bench.pen?.dialog);
  put(root, inside);
  inside.classList.toggle("long", [...passages.values()].some((list) => list.length > 1500));

  // Shows an item; `wide` takes filters off that would hide it.
  bench.show = (key, wide = false) => {
    const item = bench.items.get(key);
    if (!item) return;
    if (wide) bench.list.widen(key);
    bench.current = item;
    bench.list.reveal();
    bench.again(true);
    if (bench.started) options.onshow?.(item);
  };
  // The item in view as it is now; its words are brought into view where it is new there.
  bench.again = (bring = false) => {
    const item = bench.current;
    inside.classList.toggle("at-point", isPoint(item ?? {}));
    bench.card.show(item);
    bench.panes.light(item, bring);
    bench.ribbon.show();
    bench.pen?.show(item);
  };
  const readIn = (id) => readings.get(id) ?? (options.read ? undefined : []); // undefined: can be asked for
  bench.passage = (id, list) => {
    bench.card.passage(id, readIn(id));
    if (list) bench.list.at(id);
  };
  bench.readPassage = async (id) => {
    if (!readings.has(id) && options.read) {
      bench.card.passage(id, null);
      const read = await options.read(id);
      if (read) readings.set(id, read);
    }
    bench.card.passage(id, readIn(id));
  };
  bench.find = (name) => bench.items.get(`points/${name}`) ?? bench.items.get(`candidates/${name}`);
  // A passage, and a point that rests on it: one of those asked for, or the first.
  bench.passageFirst = (id, wanted = []) => {
    if (!bench.panes.spans.has(id)) return;
    const resting = [...(pointsAt.get(id) ?? [])];
    const first = resting.find((key) => wanted.includes(bench.items.get(key).id)) ?? resting[0];
    if (first) bench.show(first, true);
    bench.panes.pick(id, true);
    bench.panes.bringPassage(id);
  };

  // What changed: points by id (null: gone), their order, the rest of the record by key (null: gone).
  bench.update = ({ points = {}, order = null, record = {}, candidates = null }) => {
    const known = new Map([...bench.items.values()].filter(isPoint).map((item) => [item.id, item]));
    for (const [id, item] of Object.entries(points)) {
      if (item) known.set(id, whole(item));
      else known.delete(id);
      bench.list.forget(`points/${id}`);
    }
    for (const [key, value] of Object.entries(record)) {
      if (value === null) bench.record.delete(key);
      else bench.record.set(key, value);
    }
    const inOrder = (order ?? [...known.keys()]).filter((id) => known.has(id)).map((id) => known.get(id));
    fill(inOrder, candidates?.map(whole) ?? [...bench.items.values()].filter((item) => !isPoint(item)));
    const before = bench.current;
    bench.current = bench.items.get(before?.key) ?? null;
    bench.panes.count();
    bench.list.refresh();
    bench.ribbon.draw();
    // What others do moves nothing under a reader's eyes: the item stays where it is, and is shown anew only if it is other.
    if (bench.current && bench.current !== before) bench.again();
    else if (bench.current) { bench.card.show(bench.current); bench.pen?.show(bench.current); }
    else if (bench.list.keys().length) bench.show(bench.list.keys()[0]);
    else bench.card.show(null);
    bench.pen?.progress();
  };

  const KEYS = {
    j: () => bench.list.step(1), ArrowDown: () => bench.list.step(1), k: () => bench.list.step(-1), ArrowUp: () => bench.list.step(-1),
    "/": () => bench.list.search.focus(), r: () => { if (!bench.panes.cursor()) bench.panes.moveCursor(0); bench.readPassage(bench.panes.cursor()); },
    "]": () => bench.panes.stepAll(1), "[": () => bench.panes.stepAll(-1),
    ".": () => bench.panes.moveCursor(1), ",": () => bench.panes.moveCursor(-1),
    "?": () => { put(help, helpOf()); help.showModal(); },
    // One step back: what was picked is let go; where nothing is picked, the window closes, if the bench stands in one.
    Escape: () => {
      const picked = bench.panes.cursor() || bench.list.filter.passage || !getSelection().isCollapsed;
      bench.panes.pick(null);
      bench.list.at("");
      getSelection().removeAllRanges();
      if (picked || !options.leave) bench.list.focus();
      else options.leave();
    },
    ...bench.pen?.keys,
  };
  const helpOf = () => [el("h3", {}, "Keys"), el("dl", {}, [
    ["j k ↓ ↑", "next, previous in the list"], ["/", "search words"], ["[ ]", "next, previous lit passage in every source"], [". ,", "next, previous passage"], ["r", "what was read in the passage"],
    ...(bench.pen ? [["Shift+→ ←", "take words of the passage, from its beginning, word by word"], ["Alt+→ ←", "move the beginning of the words taken"]] : []), ["Esc", `take the passage filter off, back to the list${options.leave ? "; then close" : ""}`],
    ...(bench.pen?.help ?? []),
  ].map(([keys, what]) => [el("dt", {}, keys.split(" ").map((key) => el("kbd", {}, key))), el("dd", {}, what)])), el("button", { type: "button", class: "btn", onclick: () => help.close() }, "close")];

  // No key that the bench is meant to hear reaches the notebook around it.
  inside.addEventListener("keydown", (event) => {
    const withCtrl = event.ctrlKey || event.metaKey;
    if (!(withCtrl && event.key === "s")) event.stopPropagation(); // but for saving the notebook
    if (withCtrl) return;
    if (event.shiftKey && event.key.startsWith("Arrow") && bench.panes.cursor() && !event.target.closest("input,textarea,select")) {
      event.preventDefault();
      return bench.panes.extend("end", event.key === "ArrowRight" || event.key === "ArrowDown" ? "forward" : "backward");
    }
    if (event.altKey) {
      if (event.key.startsWith("Arrow") && bench.panes.cursor()) { event.preventDefault(); bench.panes.extend("start", event.key === "ArrowRight" ? "forward" : "backward"); }
      return;
    }
    if (inside.contains(event.target.closest("dialog"))) return;
    if (event.key.startsWith("Arrow") && event.target.closest(".scroll,.says,.card")) return; // it scrolls what has the focus
    if (event.target.closest("input,textarea,select")) {
      if (event.key === "Escape") { event.preventDefault(); bench.list.focus(); }
      return;
    }
    if (event.key === "Enter" && event.target.closest("button,a,summary")) return; // it presses what has the focus
    const does = KEYS[event.key];
    if (!does) return;
    event.preventDefault();
    does(event);
  });

  bench.panes.count();
  bench.list.refresh();
  bench.ribbon.draw();
  bench.pen?.progress();
  const first = options.show && bench.find(options.show) ? bench.find(options.show).key : bench.list.keys()[0];
  if (first) bench.show(first, Boolean(options.show));
  else bench.card.show(null);
  // Where the bench is not on the page yet, nothing could be brought into view.
  if (!inside.clientHeight) requestAnimationFrame(() => { bench.list.reveal(); if (bench.current) bench.again(true); });
  bench.started = true;
  return bench;
};
