// Asking Python, and saying what became of it: nothing counts as saved until Python says so.

const askingOf = (bench) => {
  const { data, options } = bench;
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

  // -- what is saved, and what is not -------------------------------------------------------------------------------
  const count = el("b", {});
  const meter = el("span", { class: "meter", "aria-hidden": "true" });
  const saved = el("span", { class: "saved", role: "status" });
  const undo = el("button", { type: "button", class: "btn", onclick: () => back("undo") });
  const redo = el("button", { type: "button", class: "btn", onclick: () => back("redo") });
  const note = el("button", { type: "button", class: "btn", onclick: () => bench.pen.keys.b() }, "memos ", el("kbd", {}, "b"));
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
    saved.className = `saved ${failed.length || deaf ? "not" : waiting ? "busy" : desk.saved ? "done" : "idle"}`;
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
    const pass = stands && el("button", { type: "button", class: "btn", onclick: () => { const { way, past } = stands; say(""); back(way, past); } }, `let it stand, ${stands.way} the one before`);
    const noted = said && el("p", {}, said, " ", pass, el("button", { type: "button", class: "btn", onclick: () => say("") }, "noted"));
    const shown = [gone, broken, lost, held, noted].flat().filter(Boolean);
    alarm.hidden = !shown.length;
    put(alarm, ...shown);
    news.hidden = !told.length;
    put(news, told.map((words) => el("span", {}, words)), el("button", { type: "button", class: "btn", onclick: () => { told = []; tell(); } }, "noted"));
    if (here && (!bar.contains(document.activeElement) || document.activeElement.disabled)) bench.list.focus(); // what was pressed is gone
  };
  let said = "";
  let stands = null; // a decision that others' changes keep from being taken back, or done again
  const say = (words) => { said = words; stands = null; tell(); };

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
    if (!reply.ok && reply.past) {
      stands = { way, past: reply.past };
      tell();
    }
    const shown = reply.ok && reply.shows && bench.find(reply.shows.split("/").at(-1));
    if (shown) bench.show(shown.key, true);
  };

  return { bar, ask, act, back, say, tell, took, progress, alone: (silent) => { deaf = Boolean(silent); tell(); } };
};
