// Forms in a dialog: what is typed in one outlives its being left; a field that was refused says why.

const formsOf = (bench, act) => {
  const dialog = el("dialog", { class: "form" });
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

  const forget = (under) => unfinished.delete(under);
  return { dialog, field, form, forget, tried };
};
