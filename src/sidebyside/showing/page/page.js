// What a page can do beyond showing: filter and sort the ledger, light up a point in the reader, unfold for print.
"use strict";
document.documentElement.classList.add("js");

for (const ledger of document.querySelectorAll(".ledger:has(.tools)")) {
  const rows = [...ledger.querySelectorAll("details.row")];
  const list = ledger.querySelector(".rows");
  const filters = [...ledger.querySelectorAll("[data-filter]")];
  const sort = ledger.querySelector("[data-sort]");
  const unfold = ledger.querySelector("[data-unfold]");
  const count = ledger.querySelector(".count");
  // Questions, positions and quotes: the same that the live explorer searches.
  const sought = (row) => [...row.querySelectorAll(".q,.says,.ctx")].map((part) => part.textContent).join(" ");
  const words = new Map(rows.map((row) => [row, sought(row).toLocaleLowerCase()]));

  const fits = (row) => filters.every(({ dataset, value }) => {
    if (!value) return true;
    if (dataset.filter === "text") return words.get(row).includes(value.trim().toLocaleLowerCase());
    return row.dataset[dataset.filter].split(" ").includes(value);
  });
  const filter = () => {
    for (const row of rows) row.hidden = !fits(row);
    const shown = rows.filter((row) => !row.hidden).length;
    count.textContent = `${shown} of ${rows.length} ${ledger.dataset.things ?? "points"}`;
  };
  // data-verdict-order and the like; in reading order there is none
  const keyOf = (row) => [+(row.dataset[`${sort.value}Order`] ?? 0), +row.dataset.n];
  const arrange = () => {
    const key = new Map(rows.map((row) => [row, keyOf(row)]));
    rows.sort((a, b) => (key.get(a)[0] > key.get(b)[0] ? 1 : key.get(a)[0] < key.get(b)[0] ? -1 : key.get(a).at(-1) - key.get(b).at(-1)));
    list.append(...rows);
  };
  for (const field of filters) field.addEventListener("input", filter);
  sort.addEventListener("change", arrange);
  unfold.addEventListener("click", () => {
    const open = unfold.getAttribute("aria-pressed") !== "true";
    for (const row of rows) row.open = open;
    unfold.setAttribute("aria-pressed", open);
    unfold.textContent = open ? "fold all" : "unfold all";
  });
}

for (const readers of document.querySelectorAll(".readers")) {
  const pick = readers.querySelector("[data-pick]");
  const pieces = [...readers.querySelectorAll(".e")].map((piece) => [piece, piece.dataset.points.split(" ")]);
  const light = () => {
    const chosen = pick.selectedOptions[0];
    const told = readers.querySelector("output");
    if (told) told.textContent = chosen.dataset.between ?? "";
    for (const pane of readers.querySelectorAll(".scroll")) {
      let first = null;
      for (const [piece, points] of pieces.filter(([piece]) => pane.contains(piece))) {
        const lit = points.includes(pick.value);
        piece.className = lit ? `e lit v-${chosen.dataset.verdict}` : "e";
        first ??= lit ? piece : null;
      }
      if (first) pane.scrollTop = first.offsetTop - 60;
    }
  };
  const step = (by) => {
    const to = pick.selectedIndex + by;
    if (to < 0 || to >= pick.options.length) return;
    pick.selectedIndex = to;
    light();
  };
  pick.addEventListener("change", light);
  for (const button of readers.querySelectorAll("[data-step]")) button.addEventListener("click", () => step(+button.dataset.step));
  document.addEventListener("keydown", (event) => {
    if (event.target.closest("input,select,textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") step(1);
    if (event.key === "k") step(-1);
  });
}

const named = (id) => {
  try {
    return decodeURIComponent(id);
  } catch {
    return id; // not every address is well formed
  }
};

// A link to a point or a passage opens whatever it lies in.
const reach = () => {
  const target = location.hash && document.getElementById(named(location.hash.slice(1)));
  if (!target) return;
  if (target.matches("details.row")) Object.assign(target, { open: true, hidden: false });
  const pane = target.closest(".scroll");
  if (pane) pane.scrollTop = target.offsetTop - 60;
  (pane ?? target).scrollIntoView({ block: "start" });
};
addEventListener("hashchange", reach);
reach();

addEventListener("beforeprint", () => {
  for (const row of document.querySelectorAll("details.row")) row.open = true;
});
