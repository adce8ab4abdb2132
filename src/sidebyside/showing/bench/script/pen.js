// The pen: every decision is an action that Python proves and writes.

const penOf = (bench) => {
  const { data, draw, options } = bench;
  const chosen = { verdict: "", confidence: "fair", within: "" };
  const asking = askingOf(bench);
  const { act, back, say } = asking;
  const forms = formsOf(bench, act);
  const { form, field, tried } = forms;
  const writing = writingOf(bench, { chosen, say, ...forms });

  // What was chosen and typed for an item, and is not kept yet: it waits there, whatever comes in meanwhile.
  const drafts = new Map();
  const buttons = data.verdicts.map(([verdict, shown, when], number) => el("button", { type: "button", class: "choice", "data-verdict": verdict, title: `${shown}: ${when}`, onclick: () => choose(verdict) },
    el("kbd", {}, String(number + 1)), draw.sign(verdict), el("span", {}, draw.name(verdict))));
  const within = el("select", { onchange: () => { chosen.within = within.value; jot(); } }, data.sources.map(({ key }) => el("option", { value: key })));
  const sure = el("span", { class: "sure", role: "group", "aria-label": "Confidence" }, "Sure?", data.confidences.toReversed().map((level) => el("button", { type: "button", class: "btn", "data-level": level, onclick: () => { chosen.confidence = level; tint(); jot(); } }, level)));
  const certain = new Map(data.sources.map(({ key }) => [key, el("select", { "aria-label": `How ${key} puts it`, onchange: () => jot() }, el("option", { value: "" }, `${key}: how put?`), data.certainties.map((each) => el("option", { value: each }, `${key}: ${each}`)))]));
  const words = el("input", { type: "text", maxlength: 4000, "aria-label": "Note", oninput: () => jot() });
  const keep = el("button", { type: "button", class: "btn main", onclick: () => keys.Enter() }, el("kbd", {}, "⏎"), el("span", {}, "Keep this verdict"));
  const tool = (key, shown, where = "") => el("button", { type: "button", class: `btn ${where}`, onclick: () => keys[key]() }, el("kbd", {}, key), ` ${shown}`);
  const tools = options.blind ? [] : [
    tool("u", "unsure, later", "for-candidate"), tool("x", "not one point", "for-candidate"), tool("p", "add to a point", "for-candidate"), tool("g", "accept the group", "for-group"),
    tool("e", "edit", "for-point"), tool("a", "add the words", "for-point"), tool("m", "merge", "for-point"), tool("s", "split", "for-point"), tool("t", "settle", "for-point"), tool("d", "remove", "for-point"), tool("o", "open again", "for-candidate for-decided"),
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
    if (!bench.current) return;
    const fresh = !drafts.has(bench.current.key);
    drafts.set(bench.current.key, { ...chosen, note: words.value, certainty: certainties() });
    if (fresh) bench.list.redraw();
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
    root.classList.toggle("decided", Boolean(decision));
    root.classList.toggle("of-many", !item.question && bench.speakersOf(item.group).size > 2);
    words.placeholder = item.blind ? "Note: why" : item.question ? "Why (left empty: the reason that stands)" : "Why, if it is not the machine’s reason";
    keep.lastChild.textContent = item.blind ? "Keep my coding" : item.question ? (item.draft ? "Keep: no longer a draft" : "Keep this verdict") : "Accept as a point";
    tint();
  };

  // A decision on an item: what was typed for it is done with when the decision is kept.
  const settle = async (item, action, what) => {
    const reply = await act(action, what);
    if (reply.ok && drafts.delete(item.key)) bench.list.redraw();
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
    g: () => {
      const item = now("candidate");
      if (item && bench.speakersOf(item.group).size > 2) next({ kind: "accept", candidate: item.id, whole: true, confidence: chosen.confidence, reason: words.value.trim() }, "accepted group");
    },
    p: () => { const item = now("candidate"); if (item) writing.addTo(item); },
    e: () => { const item = now("point"); if (item) writing.edit(item); },
    a: async () => {
      const item = now("point");
      const place = writing.taken();
      if (!item) return;
      if (!place) return say("Select words in a source first, or move to a passage with . and ,");
      const why = await tried({ kind: "evidence", point: item.id, source: place.source, start: place.start, end: place.end, do: "add" }, `words for “${item.label}”`);
      if (why) say(why);
      else getSelection().removeAllRanges();
    },
    m: () => { const item = now("point"); if (item) writing.merge(item); },
    s: () => { const item = now("point"); if (item) writing.split(item); },
    d: () => { const item = now("point"); if (item) form(`Remove “${item.label}”`, [field({ name: "reason", label: "Why" })], "Remove", ({ reason }) => tried({ kind: "remove", point: item.id, reason }, `removal of “${item.label}”`)); },
    t: () => { const item = now("point"); if (item) writing.settle(item); },
    o: () => { const item = now("candidate"); if (item && bench.record.has(item.key)) act({ kind: "reopen", candidate: item.id }, "opening again"); },
    f: () => {
      const item = bench.current;
      if (!item || item.blind) return;
      const target = item.question ? { point: item.id } : { candidate: item.id };
      if (item.question ? bench.record.has(`flags/${item.id}`) : bench.record.get(item.key)?.status === "flagged") return act({ kind: "unflag", ...target }, "flag taken off");
      form("To discuss", [field({ name: "note", label: "What has to be talked about" })], "Flag", ({ note: text }) => tried({ kind: "flag", ...target, note: text }, "flag"));
    },
    c: () => { if (!options.blind) writing.create(); },
    n: () => words.focus(),
    b: () => { if (!options.blind) writing.memo(bench.current); },
    z: () => back("undo"),
    Z: () => back("redo"),
  };

  // Beside what a source is said to say: its words one by one, to be taken away.
  const sideTools = (item, side) => side.places.length > 1 && el("details", { class: "words" }, el("summary", {}, `its ${many(side.places.length, "quote")}`),
    side.places.map(([start, end], index) => el("p", { class: "src" }, bench.quote(side.key, start, end), " ", el("button", { type: "button", class: "btn", "aria-label": "take these words away",
      onclick: () => tried({ kind: "evidence", point: item.id, source: side.key, start, end, do: "remove" }, `words of “${item.label}”`).then((why) => why && say(why)) }, "×"))));

  const legend = options.blind ? [["1 – 7", "verdict"], ["⏎", "keep"], ["z", "undo"]] : [["1 – 7", "verdict"], ["⏎", "keep"], ["u", "unsure", "for-candidate"], ["x", "not one point", "for-candidate"], ["e", "edit", "for-point"], ["a", "add words", "for-point"], ["n", "note"], ["z", "undo"]];
  const help = [["1 … 7", "choose a verdict"], ["⏎", "keep it: accept the proposal, decide the point"], ["n", "the line for the reason or note"], ["z", "undo"], ["Z", "redo"],
    ...(options.blind ? [] : [["b", "memos"], ["u", "unsure, later"], ["x", "not one point"], ["p", "add the proposal to a point"], ...(data.sources.length > 2 ? [["g", "accept all proposals of the group, with a verdict for each two sources"]] : []), ["e", "edit the point"], ["a", "add the words selected, or the passage"], ["c", "new point from the words selected"], ["m", "merge"], ["s", "split"], ["t", "settle what two coded"], ["d", "remove"], ["o", "open the proposal again"], ["f", "flag to discuss, or take the flag off"]])];
  words.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); keys.Enter(); } });
  asking.tell();
  const { bar, progress, took, alone } = asking;
  return { root, bar, dialog: forms.dialog, show, keys, legend, help, progress, sideTools, drafted: (key) => drafts.has(key), say, took, alone };
};
