// What is known of the point in view: its verdict and reason, what the machine proposed and why, what coders said.

const cardOf = (bench) => {
  const { data, draw } = bench;
  const title = el("h3", { class: "asked" });
  const about = el("p", { class: "about small" });
  const go = (by, sign, name) => el("button", { type: "button", class: "btn", "aria-label": name, onclick: () => bench.list.step(by) }, sign);
  const toList = el("button", { type: "button", class: "btn to-list", onclick: () => { bench.list.root.scrollIntoView({ block: "nearest" }); bench.list.focus(); } }, "list");
  const head = el("header", { class: "card-h" }, el("div", {}, title, about), el("div", { class: "row-of" }, toList, go(-1, "‹", "previous in the list"), go(1, "›", "next in the list")));
  const body = el("div", { class: "card", "aria-live": "polite" });
  const drawer = el("div", { class: "drawer", hidden: true });

  const block = (heading, ...content) => el("div", {}, el("dt", {}, heading), el("dd", {}, content));
  const verdict = (item, shown) => el("span", { class: "verdict" }, draw.tile(item), el("b", {}, shown));

  const ofPoint = (item) => {
    const proposed = item.proposed && block("The machine had proposed", el("span", { class: "verdict" }, draw.tile({ ...item, verdict: item.proposed.verdict }, true), draw.shown(item.proposed.verdict)), el("p", {}, item.proposed.reason));
    const coded = item.coded && [
      `${item.rank} ${item.kind}; ${item.coded.by}, ${item.coded.on}, confidence ${item.coded.confidence}`,
      item.coded.second_choice && `; second choice: ${draw.shown(item.coded.second_choice)}`, item.coded.settled && `. ${item.coded.settled}`,
    ];
    const codings = Object.entries(bench.codingsOf(item.id)).map(([coder, coding]) => el("p", {}, `${coder}: `, el("b", {}, draw.shown(coding.verdict)), coding.confidence && `, ${coding.confidence}`, coding.note && `. ${coding.note}`));
    const flag = bench.record.get(`flags/${item.id}`);
    const memo = bench.record.get(`memos/point/${item.id}`);
    return [
      block("Verdict", verdict(item, item.shown), item.draft && el("p", { class: "draft" }, "Drafted from the words; not gone over yet."), item.stale && el("p", { class: "draft" }, `Stale: words of ${item.stale.join(", ")} that it rests on are no longer in the text.`), el("p", {}, item.reason)),
      item.between && block("Two by two", item.between.map(([verdict, words]) => el("p", { class: "verdict" }, draw.sign(verdict), el("span", {}, words))),
        Object.entries(item.pairs).map(([pair, { reason }]) => reason && el("p", {}, el("b", {}, pair.replace("-", " and ")), `: ${reason}`))),
      item.both_can_be_true && block("Can both be true?", item.both_can_be_true),
      item.would_settle_it && block("What would settle it", item.would_settle_it),
      item.to_check && block("To check outside the texts", item.to_check),
      proposed,
      codings.length > 0 && block("Coded alone, before it was settled", codings),
      flag && block("To discuss", flag.note || "flagged", ` (${flag.by})`),
      memo && block("Memo", memo.text, ` (${memo.by})`),
      coded && block("Coded", coded),
    ];
  };
  // How strong a signal is, held against the same signal of the other proposals: its figure has no scale of its own.
  const signalOf = ([name, strength]) => {
    const all = [...bench.items.values()].flatMap((item) => (item.signals ?? []).filter(([other]) => other === name).map(([, each]) => each));
    const below = all.filter((each) => each < strength).length + all.filter((each) => each === strength).length / 2;
    const word = ["weak", "middling", "strong"][Math.min(2, Math.floor((3 * below) / all.length))];
    const title = `${strength.toFixed(2)}: ${word} beside the ${all.length} proposals that have this signal, in thirds`;
    return el("span", { class: "signal", title }, name, " ", el("i", {}, word));
  };
  const ofCandidate = (item) => {
    const decision = bench.record.get(item.key);
    const signals = item.signals.map(signalOf);
    const resting = bench.covering(item).map((key) => el("button", { type: "button", class: "btn", onclick: () => bench.show(key, true) }, bench.items.get(key).label));
    const close = [...bench.items.values()].filter((each) => !each.question && each.group === item.group && each !== item);
    return [
      block("Proposed", el("span", { class: "verdict" }, draw.tile(item, true), el("b", {}, draw.shown(item.verdict))), el("p", {}, item.reason)),
      block("What speaks for the pair", signals, el("p", {}, many(item.origins, "independent origin"))),
      block("What was tried against it", item.against || item.excuse ? [item.excuse && el("p", {}, item.excuse), item.against && el("p", {}, item.against)] : "Nothing speaks for another verdict."),
      resting.length > 0 && block("Points that rest on both passages", el("div", { class: "row-of" }, resting)),
      close.length > 0 && block("Other pairs of its group", el("div", { class: "row-of" }, close.slice(0, 8).map((each) => el("button", { type: "button", class: "btn", onclick: () => bench.show(each.key, true) }, each.sides.map((side) => side.places[0][2]).join(" – "))))),
      decision && block("Decided", `${decision.status} by ${decision.by}, ${decision.on}`, decision.reason && `: ${decision.reason}`),
    ];
  };
  const ofQuestion = (item) => [block("Asked", `${item.kind}; theme: ${bench.themeOf(item.theme)}. The positions, the verdict and what others decided are hidden until you have coded it.`)];

  const show = (item) => {
    if (!item) { title.textContent = bench.items.size ? "Choose a point" : "No point has been coded yet"; about.textContent = ""; put(body); return; }
    title.textContent = item.question ?? bench.titleOf(item);
    const place = bench.list.keys().indexOf(item.key);
    about.textContent = [place >= 0 && `${place + 1} of ${bench.list.keys().length}`, item.theme && bench.themeOf(item.theme), item.question ? item.draft && "draft" : `candidate ${item.rank}, group ${item.group}`].filter(Boolean).join(" · ");
    const parts = item.blind ? ofQuestion(item) : item.question ? ofPoint(item) : ofCandidate(item);
    put(body, el("dl", {}, parts));
  };

  // A passage: what rests on it and, when asked for, what was read in it.
  const passage = (id, reading) => {
    if (!id) { drawer.hidden = true; return; }
    const points = [...bench.items.values()].filter((item) => item.question && item.sides.some((side) => side.places.some(([, , at]) => at === id)));
    const read = reading === null ? "reading …" : reading === undefined ? el("button", { type: "button", class: "btn", onclick: () => bench.readPassage(id) }, "what was read in it ", el("kbd", {}, "r"))
      : reading.length === 0 ? "Nothing was read in it." : el("ul", { class: "read" }, reading.map(([start, end, kind, value]) => el("li", {}, el("b", {}, kind), " ", el("q", {}, bench.quote(bench.sourceOf(id).key, start, end)), " ", value)));
    drawer.hidden = false;
    put(drawer,
      el("span", { class: `chip s${bench.sourceOf(id).slot}` }, id),
      points.length ? el("span", {}, many(points.length, "point"), points.length === 1 ? " rests on it:" : " rest on it:") : el("span", {}, "No point rests on it."),
      points.slice(0, 12).map((item) => el("button", { type: "button", class: "btn", onclick: () => bench.show(item.key, true) }, item.label)),
      points.length > 12 && el("span", {}, `and ${points.length - 12} more in the list`),
      read,
      el("button", { type: "button", class: "btn close", "aria-label": `close ${id}`, onclick: () => { bench.panes.pick(null); bench.list.at(""); } }, "×"));
  };
  return { head, body, drawer, show, passage };
};
