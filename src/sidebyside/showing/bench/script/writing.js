// Writing a point: its fields one by one, a new one from words, a part of one, what two coders said, memos.

const writingOf = (bench, { chosen, say, dialog, field, form, forget, tried }) => {
  const { data, draw } = bench;
  const basket = new Map(); // words gathered for a new point, by source
  const memos = new Map(); // what was typed into memos and is not kept, by what they are on

  const edit = (item) => {
    const change = (path) => (value) => tried({ kind: "edit", point: item.id, path, value }, `edit of “${item.label}”`);
    const pairs = (list) => list.map((each) => [each, each]);
    const plain = (path, label, kind = "text") => field({ label, kind, value: item[path] ?? "", onchange: change(path) });
    const pick = (path, label, values, value = item[path]) => field({ label, kind: "select", values, value: value ?? "", onchange: change(path), wide: false });
    const sides = item.sides.flatMap((side) => [
      field({ label: `What ${side.key} says`, kind: "area", value: side.says, onchange: change(`positions.${side.key}.says`) }),
      field({ label: `How ${side.key} puts it`, kind: "several", values: pairs(data.certainties), value: side.certainty, onchange: change(`positions.${side.key}.certainty`) }),
      field({ label: `On whose word in ${side.key} (a line each: who, how)`, kind: "area", value: side.voices.map((voice) => voice.join(", ")).join("\n"), onchange: (words) => change(`positions.${side.key}.voices`)(voicesOf(words)) }),
      side.certainty.includes("silent") && field({ label: `Why ${side.key} may be silent`, kind: "select", wide: false, values: data.silences, value: side.because, onchange: change(`positions.${side.key}.silent_because`) }),
    ]);
    // Where three or more speak, a verdict for every two of them that matter; that over all follows where it has to.
    const loud = item.sides.filter((side) => side.places.length).map(({ key }) => key);
    const given = new Map(Object.entries(item.pairs ?? {}).map(([key, entry]) => [key.split("-").toSorted(inOrder).join("-"), entry]));
    const two = loud.length > 2 && loud.flatMap((one, at) => loud.slice(at + 1).map((other) => `${one}-${other}`)).flatMap((pair) => [
      field({ label: pair.replace("-", " and "), kind: "select", wide: false, values: [["", "not said"], ...data.verdicts.filter(([verdict]) => !["only", "internal"].includes(verdict))], value: given.get(pair)?.verdict ?? "", onchange: change(`pairs.${pair}.verdict`) }),
      field({ label: "Why, if it is not said above", wide: false, value: given.get(pair)?.reason ?? "", onchange: change(`pairs.${pair}.reason`) }),
    ]);
    form(`Edit: ${item.label}`, [
      plain("question", "Question", "area"), plain("label", "Short name"), pick("theme", "Theme", data.themes), pick("kind", "Kind", pairs(data.kinds)), pick("rank", "Rank", pairs(data.ranks)),
      ...sides, plain("reason", "Why this verdict", "area"),
      two && el("details", { class: "wide", open: given.size > 0 }, el("summary", {}, `Two by two: ${given.size} of ${two.length / 2} said`), el("div", { class: "fields two" }, two)), plain("both_can_be_true", "Can both be true?", "area"), plain("would_settle_it", "What would settle it", "area"), plain("to_check", "To check outside the texts", "area"),
      pick("coded.second_choice", "Second choice", [["", "none"], ...data.verdicts], item.coded.second_choice),
    ], "");
  };
  const inOrder = (one, other) => one.length - other.length || (one < other ? -1 : 1);
  const voicesOf = (words) => words.split("\n").map((line) => line.trim()).filter(Boolean).map((line) => {
    const cut = line.lastIndexOf(",");
    return cut < 0 ? { who: line, how: "states" } : { who: line.slice(0, cut).trim(), how: line.slice(cut + 1).trim() };
  });
  const pointList = (but) => [...bench.items.values()].filter((item) => item.question && item.key !== but).map((item) => [item.id, shortened(item.question, 90)]);
  const pointsField = (label, but) => el("label", { class: "wide" }, el("span", {}, label), el("select", { name: "into", size: 8 }, pointList(but).map(([id, shown], index) => el("option", { value: id, selected: index === 0 }, shown))));

  const taken = () => {
    const words = bench.panes.selected();
    if (words) return words;
    const id = bench.panes.cursor();
    const passage = id && bench.panes.spans.get(id);
    return passage ? { source: passage.key, start: passage.start, end: passage.start + passage.length, passage: id } : null;
  };
  const quoteOf = (place) => shortened(bench.quote(place.source, place.start, place.end), 160);
  const create = () => {
    const place = taken();
    if (place) basket.set(place.source, [...(basket.get(place.source) ?? []), place]);
    if (!basket.size) return say("Select words in a source first, or move to a passage with . and ,");
    const gathered = [...basket].map(([key, places]) => el("div", { class: "wide" }, draw.key(key), places.map((each) => el("blockquote", { class: "src" }, quoteOf(each)))));
    const fields = [...basket.keys()].flatMap((key) => [field({ name: `says-${key}`, label: `What ${key} says`, kind: "area" }), field({ name: `certainty-${key}`, label: `How ${key} puts it`, kind: "select", wide: false, values: data.certainties.map((each) => [each, each]), value: "asserted" })]);
    form("A point of your own", [
      gathered, el("p", { class: "small wide" }, "Words of another source: close this, select them, press c again; they are gathered here."),
      field({ name: "question", label: "Question, in neutral words", kind: "area" }), field({ name: "label", label: "Short name" }), ...fields,
      field({ name: "verdict", label: "Verdict", kind: "select", wide: false, values: data.verdicts, value: basket.size > 1 ? "agree" : "only" }),
      field({ name: "theme", label: "Theme", kind: "select", wide: false, values: data.themes }), field({ name: "kind", label: "Kind", kind: "select", wide: false, values: data.kinds.map((each) => [each, each]) }),
      field({ name: "because", label: "Why the others may be silent", kind: "select", wide: false, values: data.silences, value: "could" }),
      field({ name: "reason", label: "Why this verdict", kind: "area" }),
      el("p", { class: "wide" }, el("button", { type: "button", class: "btn", onclick: () => { basket.clear(); forget("new point"); dialog.close(); } }, "throw all of this away")),
    ], "Make the point", async (given) => {
      const positions = Object.fromEntries([...basket].map(([key, places]) => [key, { says: given[`says-${key}`], certainty: given[`certainty-${key}`], evidence: places.map(({ start, end }) => [start, end]) }]));
      for (const { key } of data.sources) positions[key] ??= { silent_because: given.because };
      const why = await tried({ kind: "create", question: given.question, label: given.label, theme: given.theme, point_kind: given.kind, verdict: given.verdict, reason: given.reason, within: given.verdict === "internal" ? [...basket.keys()][0] : null, confidence: chosen.confidence, positions }, `new point “${given.label}”`);
      if (!why) { basket.clear(); getSelection().removeAllRanges(); }
      return why;
    }, "new point");
  };

  const addTo = (item) =>
    form("Add these words to a point", [pointsField("Point", "")], "Add", ({ into }) => tried({ kind: "accept", candidate: item.id, verdict: bench.items.get(`points/${into}`).verdict, confidence: chosen.confidence, into }, "words added to a point"));
  const merge = (item) =>
    form(`Merge “${item.label}” into`, [pointsField("It goes into this point", item.key)], "Merge", ({ into }) => tried({ kind: "merge", points: [item.id], into }, `merge of “${item.label}”`));
  const split = (item) => {
    const quotes = item.sides.flatMap((side) => side.places.map(([start, end]) => el("label", { class: "wide check" }, el("input", { type: "checkbox", name: "quote", value: `${side.key}:${start}:${end}` }), draw.key(side.key), el("span", { class: "src" }, bench.quote(side.key, start, end)))));
    form(`Split “${item.label}”`, [el("p", { class: "wide" }, "These words go into a new point:"), quotes, field({ name: "question", label: "Its question", kind: "area" }), field({ name: "label", label: "Its short name" })], "Split", (given, made) =>
      tried({ kind: "split", point: item.id, quotes: new FormData(made).getAll("quote").map((each) => { const [source, start, end] = each.split(":"); return { source, start: Number(start), end: Number(end) }; }), question: given.question, label: given.label }, `split of “${item.label}”`));
  };
  const settle = (item) => {
    const codings = Object.entries(bench.codingsOf(item.id)).map(([coder, coding]) => el("p", { class: "wide" }, el("b", {}, coder), `: ${draw.shown(coding.verdict)}, `, Object.entries(coding.certainty ?? {}).map(([key, how]) => `${key} ${[how].flat().join(" and ")}; `), coding.note));
    form(`Settle “${item.label}”`, [codings.length ? codings : el("p", { class: "wide" }, "Nobody has coded it alone."), field({ name: "verdict", label: "Verdict", kind: "select", wide: false, values: data.verdicts, value: item.verdict }), field({ name: "settled", label: "How it was settled", kind: "area" })], "Settle",
      (given) => tried({ kind: "settle", point: item.id, verdict: given.verdict, settled: given.settled, within: given.verdict === "internal" ? chosen.within : null, confidence: chosen.confidence }, `settling of “${item.label}”`));
  };

  const memo = (item) => {
    const targets = [...(item?.question ? [[`point/${item.id}`, `this point: ${item.label}`]] : []), ...data.sources.map(({ key, title }) => [`source/${key}`, `source ${key}: ${title}`]), ...data.themes.map(([key, shown]) => [`theme/${key}`, `theme: ${shown}`]), ["comparison", "the whole comparison"]];
    const text = el("textarea", { name: "text", rows: 8, maxlength: 20000 });
    const load = () => { text.value = memos.get(target.value) ?? bench.record.get(`memos/${target.value}`)?.text ?? ""; };
    const target = el("select", { name: "target", onchange: load }, targets.map(([key, shown]) => el("option", { value: key }, shown)));
    text.addEventListener("input", () => memos.set(target.value, text.value));
    load();
    form("Memo", [el("label", { class: "wide" }, el("span", {}, "On"), target), el("label", { class: "wide" }, el("span", {}, "Memo (empty: taken away)"), text)], "Save", (given) => tried({ kind: "remember", target: given.target, text: given.text }, "memo").then((why) => { if (!why) memos.delete(given.target); return why; }), "");
  };

  return { edit, create, addTo, merge, split, settle, memo, taken };
};
