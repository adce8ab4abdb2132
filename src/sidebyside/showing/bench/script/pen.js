// The pen: every decision is an action that Python proves and writes; nothing counts as saved until it says so.

const penOf = (bench) => {
  const { data, draw, options } = bench;
  const chosen = { verdict: "", confidence: "fair", within: "" };
  const basket = new Map(); // words gathered for a new point, by source
  let waiting = 0;
  let desk = options.desk;
  let told = []; // what others did of late
  let deaf = false; // nobody answers

  // What could not be saved is kept here, and said, until it is saved or given up: also over a new kernel, and a reload.
  const shelf = `side-by-side ${options.place} ${options.coder}`;
  let failed = [];
  try { failed = JSON.parse(sessionStorage.getItem(shelf) ?? "[]"); } catch { /* a browser may forbid it: then they live as long as the page */ }
  const keepFailed = (now) => {
    failed = now;
    try { sessionStorage.setItem(shelf, JSON.stringify(failed)); } catch { /* likewise */ }
    tell();
  };
  const without = (failure) => failed.filter((each) => each !== failure);

  // What was chosen and typed for an item, and is not kept yet: it waits there, whatever comes in meanwhile.
  const drafts = new Map();

  // -- what is saved, and what is not -------------------------------------------------------------------------------
  const count = el("b", {});
  const meter = el("span", { class: "meter", "aria-hidden": "true" });
  const saved = el("span", { class: "saved", role: "status" });
  const undo = el("button", { type: "button", class: "btn", onclick: () => back("undo") });
  const redo = el("button", { type: "button", class: "btn", onclick: () => back("redo") });
  const note = el("button", { type: "button", class: "btn", onclick: () => keys.b() }, "memos ", el("kbd", {}, "b"));
  const alarm = el("div", { class: "alarm", role: "alert", hidden: true });
  const who = el("span", { class: "coder" }, options.coder, options.blind && el("span", { class: "blind" }, "blind: the machine’s and others’ decisions are hidden"));
  const news = el("p", { class: "news", role: "status", hidden: true });
  const bar = el("header", { class: "bench-bar" }, el("div", { class: "bar-row" }, count, meter, who, saved, !options.blind && note, undo, redo), news, alarm);

  let last = "";
  const tell = () => {
    const now = JSON.stringify([waiting, failed, desk, said, stands, told, deaf]);
    if (now === last) return; // what is said already is not said anew: nobody's focus is lost, nothing is read out twice
    last = now;
    const here = bar.contains(document.activeElement);
    saved.className = `saved ${failed.length || deaf ? "not" : waiting ? "busy" : "done"}`;
    saved.textContent = failed.length ? `NOT SAVED: ${many(failed.length, "decision")}` : deaf ? "NOTHING IS SAVED NOW" : waiting ? "saving …" : desk.saved ? `saved ${desk.saved}` : "nothing to save yet";
    for (const [button, what, key, word] of [[undo, desk.undo, "z", "Undo"], [redo, desk.redo, "Z", "Redo"]]) {
      button.disabled = !what;
      put(button, what ? `${word} “${shortened(what, 38)}” ` : `${word} `, el("kbd", {}, key));
    }
    const held = (desk.held ?? []).map(({ id, did, why }) => el("p", {}, el("b", {}, `Kept, not in force: ${did}. `), why, " ",
      el("button", { type: "button", class: "btn", onclick: () => ask({ do: "insist", entry: id }) }, "apply mine"), el("button", { type: "button", class: "btn", onclick: () => ask({ do: "drop", entry: id }) }, "keep theirs")));
    const lost = failed.map((failure) => el("p", {}, el("b", {}, `Not saved: ${failure.what}. `), failure.why, " ",
      el("button", { type: "button", class: "btn", onclick: () => again(failure) }, "try again"), el("button", { type: "button", class: "btn", onclick: () => keepFailed(without(failure)) }, "give it up")));
    const gone = deaf && el("p", {}, el("b", {}, "The kernel does not answer: it is busy, or gone. "), "Nothing that you decide now is saved until it does. If it does not come back, run the cell again.");
    const broken = desk.broken && el("p", {}, el("b", {}, "points.yml cannot be read. "), desk.broken, " Decisions on points are kept, and come in force when it can be read.");
    const pass = stands && el("button", { type: "button", class: "btn", onclick: () => { const past = stands; say(""); back("undo", past); } }, "let it stand, undo the one before");
    const noted = said && el("p", {}, said, " ", pass, el("button", { type: "button", class: "btn", onclick: () => say("") }, "noted"));
    const shown = [gone, broken, lost, held, noted].flat().filter(Boolean);
    alarm.hidden = !shown.length;
    put(alarm, ...shown);
    news.hidden = !told.length;
    put(news, told.map((words) => el("span", {}, words)), el("button", { type: "button", class: "btn", onclick: () => { told = []; tell(); } }, "noted"));
    if (here && (!bar.contains(document.activeElement) || document.activeElement.disabled)) bench.list.focus(); // what was pressed is gone
  };
  let said = "";
  let stands = ""; // a decision that others' changes keep from being taken back
  const say = (words) => { said = words; stands = ""; tell(); };

  const progress = () => {
    const items = [...bench.items.values()].filter(bench.counts);
    const settled = items.filter((item) => bench.stateOf(item).settled).length;
    count.textContent = `${settled} of ${items.length} decided`;
    const by = new Map();
    for (const item of items) { const { settled: done, verdict } = bench.stateOf(item); if (done) { const key = (item.blind ? verdict : item.verdict) || "unsure"; by.set(key, (by.get(key) ?? 0) + 1); } }
    put(meter, ...[...by].map(([verdict, n]) => el("i", { class: `v-${verdict}`, style: `width:${(100 * n) / items.length}%` })));
  };

  // -- asking Python ------------------------------------------------------------------------------------------------
  const took = (reply) => {
    if (reply.desk) desk = reply.desk;
    if (reply.update) bench.update(reply.update);
    if (reply.told) told = [...told, reply.told].slice(-3);
    tell();
  };
  const ask = async (message, what = "") => {
    waiting += 1;
    tell();
    const reply = await options.send(message);
    waiting -= 1;
    took(reply);
    if (!reply.ok && !reply.kept) {
      const failure = { message, what, why: reply.why };
      if (message.do === "act" && reply.unsaved) keepFailed([...failed, failure]);
      else say(reply.why);
      reply.late?.then((answer) => {
        if (!answer.unsaved) keepFailed(without(failure));
        if (!answer.ok && !answer.kept) say(answer.why);
        took(answer);
      });
    }
    return reply;
  };
  const again = async (failure) => {
    await ask(failure.message, failure.what);
    keepFailed(without(failure));
  };
  const act = (action, what = action.kind) => ask({ do: "act", action }, what);
  const back = async (way, past = "") => {
    const reply = await ask({ do: way, past });
    if (!reply.ok && reply.past && way === "undo") {
      stands = reply.past;
      tell();
    }
    const shown = reply.ok && reply.shows && bench.find(reply.shows.split("/").at(-1));
    if (shown) bench.show(shown.key, true);
  };

  // -- deciding -----------------------------------------------------------------------------------------------------
  const buttons = data.verdicts.map(([verdict, shown, when], number) => el("button", { type: "button", class: "choice", "data-verdict": verdict, title: `${shown}: ${when}`, onclick: () => choose(verdict) },
    el("kbd", {}, String(number + 1)), draw.sign(verdict), el("span", {}, draw.name(verdict))));
  const within = el("select", { onchange: () => { chosen.within = within.value; jot(); } }, data.sources.map(({ key }) => el("option", { value: key })));
  const sure = el("span", { class: "sure", role: "group", "aria-label": "Confidence" }, "Sure?", data.confidences.toReversed().map((level) => el("button", { type: "button", class: "btn", "data-level": level, onclick: () => { chosen.confidence = level; tint(); jot(); } }, level)));
  const certain = new Map(data.sources.map(({ key }) => [key, el("select", { "aria-label": `How ${key} puts it`, onchange: () => jot() }, el("option", { value: "" }, `${key}: how put?`), data.certainties.map((each) => el("option", { value: each }, `${key}: ${each}`)))]));
  const words = el("input", { type: "text", maxlength: 4000, "aria-label": "Note", oninput: () => jot(), placeholder: options.blind ? "Note: why" : "Why, if it is not the machine’s reason" });
  const keep = el("button", { type: "button", class: "btn main", onclick: () => keys.Enter() }, el("kbd", {}, "⏎"), el("span", {}, "Keep this verdict"));
  const tool = (key, shown, where = "") => el("button", { type: "button", class: `btn ${where}`, onclick: () => keys[key]() }, el("kbd", {}, key), ` ${shown}`);
  const tools = options.blind ? [] : [
    tool("u", "unsure, later", "for-candidate"), tool("x", "not one point", "for-candidate"), tool("p", "add to a point", "for-candidate"),
    tool("e", "edit", "for-point"), tool("a", "add the words", "for-point"), tool("m", "merge", "for-point"), tool("s", "split", "for-point"), tool("t", "settle", "for-point"), tool("d", "remove", "for-point"), tool("o", "open again", "for-candidate"),
    tool("f", "to discuss"), tool("c", "new point"),
  ];
  const root = el("section", { class: "pen", "aria-label": "Decide" }, el("div", { class: "picks" }, buttons, within),
    el("div", { class: "pen-row" }, options.blind && [...certain.values()], keep, sure, words), el("div", { class: "pen-row acts" }, tools));

  const tint = () => {
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.verdict === chosen.verdict));
    for (const button of sure.querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.dataset.level === chosen.confidence));
    const asks = { internal: "within", only: "silent:" }[chosen.verdict];
    within.hidden = !asks || Boolean(bench.current?.blind);
    for (const option of within.options) option.textContent = `${asks} ${option.value}`;
    within.setAttribute("aria-label", asks === "within" ? "Inconsistent within" : "Which source is silent");
    keep.disabled = !chosen.verdict;
  };
  const choose = (verdict) => { chosen.verdict = verdict; tint(); jot(); };
  const jot = () => {
    if (bench.current) drafts.set(bench.current.key, { ...chosen, note: words.value, certainty: certainties() });
  };
  const certainties = () => Object.fromEntries([...certain].filter(([, { value }]) => value).map(([key, { value }]) => [key, [value]]));
  const show = (item) => {
    const draft = drafts.get(item.key);
    const mine = bench.record.get(`codings/${options.coder}/${item.id}`);
    const decision = bench.record.get(item.key);
    const { verdict, confidence, within: source } = draft ?? {
      verdict: item.blind ? mine?.verdict ?? "" : decision?.verdict || (item.verdict === "unsure" ? "" : item.verdict),
      confidence: (item.blind ? mine : item.coded)?.confidence ?? "fair",
      within: item.within ?? item.sides[0]?.key ?? data.sources[0].key,
    };
    Object.assign(chosen, { verdict, confidence, within: source });
    within.value = chosen.within;
    for (const [key, select] of certain) select.value = (draft ?? mine)?.certainty?.[key]?.[0] ?? "";
    words.value = (draft ?? mine)?.note ?? "";
    root.classList.toggle("point", Boolean(item.question));
    keep.lastChild.textContent = item.blind ? "Keep my coding" : item.question ? (item.draft ? "Keep: no longer a draft" : "Keep this verdict") : "Accept as a point";
    tint();
  };

  // -- dialogs ------------------------------------------------------------------------------------------------------
  const dialog = el("dialog", { class: "form" });
  const memos = new Map(); // what was typed into memos and is not kept, by what they are on
  const unfinished = new Map(); // what was typed into a form that was left, by form, then by field
  let changing = Promise.resolve(); // until the fields that were changed have their answers
  let leaving = () => {};
  const nameOf = ({ type, name, value }) => (type === "checkbox" ? `${name} ${value}` : name);
  const field = ({ label, value = "", kind = "text", values = [], onchange = null, name = "", wide = true }) => {
    const made = kind === "area" ? el("textarea", { rows: 3, name, maxlength: 20000 }, value)
      : kind === "select" ? el("select", { name }, values.map(([key, shown]) => el("option", { value: key, selected: key === value }, shown)))
        : kind === "several" ? el("span", { class: "several" }, values.map(([key, shown]) => el("label", {}, el("input", { type: "checkbox", value: key, checked: value.includes(key) }), shown)))
          : el("input", { type: "text", name, value, maxlength: 4000 });
    const fault = el("small", { class: "fault", role: "alert" });
    if (onchange) {
      made.addEventListener("change", () => {
        const answered = Promise.resolve(onchange(kind === "several" ? [...made.querySelectorAll(":checked")].map((each) => each.value) : made.value)).then((why) => { fault.textContent = why; });
        changing = changing.then(() => answered);
      });
    }
    // Several boxes have a label each, so that what is around them is a group.
    return kind === "several" ? el("fieldset", { class: wide ? "wide" : "" }, el("legend", {}, label), made, fault) : el("label", { class: wide ? "wide" : "" }, el("span", {}, label), made, fault);
  };
  const form = (heading, fields, submit, done, under = `${heading} ${bench.current?.key}`) => {
    const typed = unfinished.get(under) ?? new Map();
    let sent = false;
    const fault = el("p", { class: "fault", role: "alert" });
    const made = el("form", { method: "dialog", onsubmit: async (event) => {
      event.preventDefault();
      if (!submit) return leaving();
      if (sent) return; // a second click asks for nothing twice
      sent = true;
      const why = await done(Object.fromEntries(new FormData(made)), made);
      sent = false;
      if (why) { fault.textContent = why; return; }
      unfinished.delete(under);
      dialog.close();
    }, oninput: ({ target }) => { if (under) unfinished.set(under, typed.set(nameOf(target), target.type === "checkbox" ? target.checked : target.value)); } }, el("h3", {}, heading), el("div", { class: "fields" }, fields), fault,
    el("p", { class: "row-of" }, submit && el("button", { type: "submit", class: "btn main" }, submit), el("button", { type: "button", class: "btn", onclick: () => leaving() }, submit ? "cancel" : "close")));
    for (const each of made.elements) if (typed.has(nameOf(each))) each[each.type === "checkbox" ? "checked" : "value"] = typed.get(nameOf(each));
    // Fields that are kept one by one: what is typed in one is kept before the form goes, or it says why it cannot be.
    const leave = async () => {
      document.activeElement?.blur();
      await changing;
      if (submit || !made.querySelector("label .fault:not(:empty)")) return dialog.close();
      fault.textContent = "What is marked was not taken over. Mend it, or close again to leave it.";
      leaving = () => dialog.close();
    };
    leaving = leave;
    put(dialog, made);
    dialog.setAttribute("aria-label", heading);
    dialog.showModal();
    made.querySelector("input,textarea,select")?.focus();
  };
  const tried = async (action, what) => {
    const reply = await act(action, what);
    return reply.ok || reply.unsaved || reply.kept ? "" : reply.why; // of the latter two the bar tells
  };
  dialog.addEventListener("close", () => bench.list.focus());
  dialog.addEventListener("cancel", (event) => { event.preventDefault(); leaving(); });

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
    form(`Edit: ${item.label}`, [
      plain("question", "Question", "area"), plain("label", "Short name"), pick("theme", "Theme", data.themes), pick("kind", "Kind", pairs(data.kinds)), pick("rank", "Rank", pairs(data.ranks)),
      ...sides, plain("reason", "Why this verdict", "area"), plain("both_can_be_true", "Can both be true?", "area"), plain("would_settle_it", "What would settle it", "area"), plain("to_check", "To check outside the texts", "area"),
      pick("coded.second_choice", "Second choice", [["", "none"], ...data.verdicts], item.coded.second_choice),
    ], "");
  };
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
      el("p", { class: "wide" }, el("button", { type: "button", class: "btn", onclick: () => { basket.clear(); unfinished.delete("new point"); dialog.close(); } }, "throw all of this away")),
    ], "Make the point", async (given) => {
      const positions = Object.fromEntries([...basket].map(([key, places]) => [key, { says: given[`says-${key}`], certainty: given[`certainty-${key}`], evidence: places.map(({ start, end }) => [start, end]) }]));
      for (const { key } of data.sources) positions[key] ??= { silent_because: given.because };
      const why = await tried({ kind: "create", question: given.question, label: given.label, theme: given.theme, point_kind: given.kind, verdict: given.verdict, reason: given.reason, within: given.verdict === "internal" ? [...basket.keys()][0] : null, confidence: chosen.confidence, positions }, `new point “${given.label}”`);
      if (!why) { basket.clear(); getSelection().removeAllRanges(); }
      return why;
    }, "new point");
  };

  // A decision on an item: what was typed for it is done with when the decision is kept.
  const settle = async (item, action, what) => {
    const reply = await act(action, what);
    if (reply.ok) drafts.delete(item.key);
    if (reply.ok && bench.current?.key === item.key) show(bench.current);
    return reply;
  };
  // The list moves on at once; what was refused comes back into view.
  const next = async (action, what) => {
    const item = bench.current;
    bench.list.nextOpen();
    const reply = await settle(item, action, what);
    if (!reply.ok && !reply.unsaved) bench.show(item.key, true);
  };
  const now = (kind) => (bench.current && (kind === "point") === Boolean(bench.current.question) && !bench.current.blind ? bench.current : null);

  const keys = {
    ...Object.fromEntries(data.verdicts.map(([verdict], number) => [String(number + 1), () => choose(verdict)])),
    Enter: () => {
      const item = bench.current;
      if (!item) return;
      if (!chosen.verdict) return say(`Choose a verdict first, with 1 to ${buttons.length}.`);
      const inside = chosen.verdict === "internal" ? chosen.within : null;
      const spoken = (item.sides ?? []).filter((side) => side.places?.length);
      const silent = chosen.verdict === "only" && spoken.length > 1 ? { [chosen.within]: "could" } : {};
      if (item.blind) {
        return next({ kind: "code", point: item.id, verdict: chosen.verdict, certainty: certainties(), confidence: chosen.confidence, note: words.value.trim() }, `coding of “${item.label}”`);
      }
      const reason = words.value.trim();
      if (item.question) return settle(item, { kind: "decide", point: item.id, verdict: chosen.verdict, within: inside, confidence: chosen.confidence, reason, silent }, `verdict on “${item.label}”`);
      return next({ kind: "accept", candidate: item.id, verdict: chosen.verdict, within: inside, confidence: chosen.confidence, reason, silent }, "accepted proposal");
    },
    u: () => { const item = now("candidate"); if (item) next({ kind: "skip", candidate: item.id }, "skipped proposal"); },
    x: () => {
      const item = now("candidate");
      if (item) form("Not one point", [field({ name: "reason", label: "Why (other things are meant, nothing to compare …)" })], "Reject", ({ reason }) => { next({ kind: "reject", candidate: item.id, reason }, "rejected proposal"); return ""; });
    },
    p: () => {
      const item = now("candidate");
      if (item) form("Add these words to a point", [pointsField("Point", "")], "Add", ({ into }) => tried({ kind: "accept", candidate: item.id, verdict: bench.items.get(`points/${into}`).verdict, confidence: chosen.confidence, into }, "words added to a point"));
    },
    e: () => { const item = now("point"); if (item) edit(item); },
    a: async () => {
      const item = now("point");
      const place = taken();
      if (!item) return;
      if (!place) return say("Select words in a source first, or move to a passage with . and ,");
      const why = await tried({ kind: "evidence", point: item.id, source: place.source, start: place.start, end: place.end, do: "add" }, `words for “${item.label}”`);
      if (why) say(why);
      else getSelection().removeAllRanges();
    },
    m: () => { const item = now("point"); if (item) form(`Merge “${item.label}” into`, [pointsField("It goes into this point", item.key)], "Merge", ({ into }) => tried({ kind: "merge", points: [item.id], into }, `merge of “${item.label}”`)); },
    s: () => {
      const item = now("point");
      if (!item) return;
      const quotes = item.sides.flatMap((side) => side.places.map(([start, end]) => el("label", { class: "wide check" }, el("input", { type: "checkbox", name: "quote", value: `${side.key}:${start}:${end}` }), draw.key(side.key), el("span", { class: "src" }, bench.quote(side.key, start, end)))));
      form(`Split “${item.label}”`, [el("p", { class: "wide" }, "These words go into a new point:"), quotes, field({ name: "question", label: "Its question", kind: "area" }), field({ name: "label", label: "Its short name" })], "Split", (given, made) =>
        tried({ kind: "split", point: item.id, quotes: new FormData(made).getAll("quote").map((each) => { const [source, start, end] = each.split(":"); return { source, start: Number(start), end: Number(end) }; }), question: given.question, label: given.label }, `split of “${item.label}”`));
    },
    d: () => { const item = now("point"); if (item) form(`Remove “${item.label}”`, [field({ name: "reason", label: "Why" })], "Remove", ({ reason }) => tried({ kind: "remove", point: item.id, reason }, `removal of “${item.label}”`)); },
    t: () => {
      const item = now("point");
      if (!item) return;
      const codings = Object.entries(bench.codingsOf(item.id)).map(([coder, coding]) => el("p", { class: "wide" }, el("b", {}, coder), `: ${draw.shown(coding.verdict)}, `, Object.entries(coding.certainty ?? {}).map(([key, how]) => `${key} ${[how].flat().join(" and ")}; `), coding.note));
      form(`Settle “${item.label}”`, [codings.length ? codings : el("p", { class: "wide" }, "Nobody has coded it alone."), field({ name: "verdict", label: "Verdict", kind: "select", wide: false, values: data.verdicts, value: item.verdict }), field({ name: "settled", label: "How it was settled", kind: "area" })], "Settle",
        (given) => tried({ kind: "settle", point: item.id, verdict: given.verdict, settled: given.settled, within: given.verdict === "internal" ? chosen.within : null, confidence: chosen.confidence }, `settling of “${item.label}”`));
    },
    o: () => { const item = now("candidate"); if (item && bench.record.has(item.key)) act({ kind: "reopen", candidate: item.id }, "opening again"); },
    f: () => {
      const item = bench.current;
      if (!item || item.blind) return;
      const target = item.question ? { point: item.id } : { candidate: item.id };
      if (item.question ? bench.record.has(`flags/${item.id}`) : bench.record.get(item.key)?.status === "flagged") return act({ kind: "unflag", ...target }, "flag taken off");
      form("To discuss", [field({ name: "note", label: "What has to be talked about" })], "Flag", ({ note: text }) => tried({ kind: "flag", ...target, note: text }, "flag"));
    },
    c: () => { if (!options.blind) create(); },
    n: () => words.focus(),
    b: () => {
      if (options.blind) return;
      const item = bench.current;
      const targets = [...(item?.question ? [[`point/${item.id}`, `this point: ${item.label}`]] : []), ...data.sources.map(({ key, title }) => [`source/${key}`, `source ${key}: ${title}`]), ...data.themes.map(([key, shown]) => [`theme/${key}`, `theme: ${shown}`]), ["comparison", "the whole comparison"]];
      const text = el("textarea", { name: "text", rows: 8, maxlength: 20000 });
      const load = () => { text.value = memos.get(target.value) ?? bench.record.get(`memos/${target.value}`)?.text ?? ""; };
      const target = el("select", { name: "target", onchange: load }, targets.map(([key, shown]) => el("option", { value: key }, shown)));
      text.addEventListener("input", () => memos.set(target.value, text.value));
      load();
      form("Memo", [el("label", { class: "wide" }, el("span", {}, "On"), target), el("label", { class: "wide" }, el("span", {}, "Memo (empty: taken away)"), text)], "Save", (given) => tried({ kind: "remember", target: given.target, text: given.text }, "memo").then((why) => { if (!why) memos.delete(given.target); return why; }), "");
    },
    z: () => back("undo"),
    Z: () => back("redo"),
  };

  // Beside what a source is said to say: its words one by one, to be taken away.
  const sideTools = (item, side) => side.places.length > 1 && el("details", { class: "words" }, el("summary", {}, `its ${many(side.places.length, "quote")}`),
    side.places.map(([start, end], index) => el("p", { class: "src" }, bench.quote(side.key, start, end), " ", el("button", { type: "button", class: "btn", "aria-label": "take these words away",
      onclick: () => tried({ kind: "evidence", point: item.id, source: side.key, start, end, do: "remove" }, `words of “${item.label}”`).then((why) => why && say(why)) }, "×"))));

  const legend = options.blind ? [["1 – 7", "verdict"], ["⏎", "keep"], ["z", "undo"]] : [["1 – 7", "verdict"], ["⏎", "keep"], ["u", "unsure"], ["x", "not one point"], ["n", "note"], ["z", "undo"]];
  const help = [["1 … 7", "choose a verdict"], ["⏎", "keep it: accept the proposal, decide the point"], ["n", "the line for the reason or note"], ["z", "undo"], ["Z", "redo"],
    ...(options.blind ? [] : [["b", "memos"], ["u", "unsure, later"], ["x", "not one point"], ["p", "add the proposal to a point"], ["e", "edit the point"], ["a", "add the words selected, or the passage"], ["c", "new point from the words selected"], ["m", "merge"], ["s", "split"], ["t", "settle what two coded"], ["d", "remove"], ["o", "open the proposal again"], ["f", "flag to discuss, or take the flag off"]])];
  words.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); keys.Enter(); } });
  tell();
  return { root, bar, dialog, show, keys, legend, help, progress, sideTools, say, took, alone: (silent) => { deaf = Boolean(silent); tell(); } };
};
