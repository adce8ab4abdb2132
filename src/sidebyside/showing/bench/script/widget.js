// The live home: messages go to Python and come back; what does not come back is said.

const PATIENCE = 6000; // milliseconds until a decision without an answer is said to be unsaved
const BEAT = 2500; // between two looks at what others changed

const render = ({ model, el: root }) => {
  const view = Math.random().toString(36).slice(2);
  const waiting = new Map(); // what takes the answer to each message
  let asking = 0;
  let number = 0;
  let bench = null;
  root.classList.add("sbs");

  // The answer, or after a while that there is none; should it come after all, it is in `late`.
  const ask = (message, patience = PATIENCE) => new Promise((settle) => {
    number += 1;
    asking += 1;
    const n = number;
    const answer = new Promise((come) => waiting.set(n, come));
    const none = (why) => settle({ ok: false, unsaved: true, silent: true, late: answer, why: `${why} Wait, or run the cell again: what is listed here is offered again.` });
    const timer = setTimeout(() => none("The kernel does not answer: it is busy, or gone."), patience);
    answer.then(settle);
    try {
      model.send({ ...message, view, n });
    } catch (error) {
      none(`The kernel is gone (${error.message}).`);
    }
    answer.finally(() => clearTimeout(timer));
  }).finally(() => { asking -= 1; });
  const heard = (reply) => {
    if (reply.view === view) {
      waiting.get(reply.n)?.(reply);
      waiting.delete(reply.n);
    } else if (bench) bench.pen.took({ update: reply.update, desk: reply.desk, told: reply.told });
  };
  model.on("msg:custom", heard);

  const open = async () => {
    root.textContent = "opening …";
    const reply = await ask({ do: "hello" }, 60000);
    if (!reply.ok) { root.textContent = reply.why; return; }
    const host = document.createElement("div");
    root.textContent = "";
    root.append(host);
    bench = mount(host, reply.data, {
      coder: reply.coder, blind: reply.blind, place: reply.place, desk: reply.desk, send: (message) => ask(message),
      read: async (passage) => (await ask({ do: "read", passage }, 60000)).read,
    });
    root.bench = bench;
    if (reply.told) bench.pen.took({ told: reply.told });
    const found = await ask({ do: "candidates" }, 600000);
    if (found.candidates?.length) bench.update({ candidates: found.candidates });
  };
  const beat = setInterval(async () => {
    if (!bench || document.hidden || asking) return;
    const reply = await ask({ do: "look" });
    bench.pen.alone(reply.silent);
    bench.pen.took(reply);
    reply.late?.then((answer) => { bench.pen.alone(false); bench.pen.took(answer); });
  }, BEAT);
  open();
  return () => { clearInterval(beat); model.off("msg:custom", heard); };
};

export default { render };
