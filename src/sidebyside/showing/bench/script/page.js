// The home in a page: in place of a table that waits for it, and in a window of its own that any passage can open.

const shelf = document.getElementById("_data");
if (shelf) {
  const data = JSON.parse(shelf.textContent);
  const addressed = () => named(location.hash.slice(1));
  for (const place of document.querySelectorAll("[data-bench]")) {
    const host = document.createElement("div");
    host.className = "sbs";
    place.before(host);
    place.classList.add("paper");
    const opened = mount(host, data, { show: addressed(), onshow: (item) => { try { history.replaceState(null, "", `#${item.id}`); } catch { /* not every page has an address that may change */ } } });
    const reached = () => {
      const item = opened.find(addressed());
      if (!item) return;
      opened.show(item.key, true);
      host.scrollIntoView();
    };
    addEventListener("hashchange", reached);
    reached();
  }

  let bench = null;
  const room = document.getElementById("_room");
  const enter = () => {
    room.showModal();
    bench ??= mount(room.firstElementChild, data, { leave: () => room.close() });
    bench.list.focus();
    return bench;
  };
  // The points that are named beside a chip: in its row, or in its finding.
  let beside = [];
  const namedBeside = (chip) => {
    const near = chip.closest("details.row,tr,li");
    return near ? [near.id, ...[...near.querySelectorAll("a[href*='#']")].map((link) => link.hash.slice(1))] : [];
  };
  document.addEventListener("click", (event) => {
    const chip = event.target.closest("button.chip");
    if (chip) beside = namedBeside(chip);
    const { passage, point, enter: opens } = event.target.closest("[data-passage],[data-point],[data-enter]")?.dataset ?? {};
    if (passage === undefined && point === undefined && opens === undefined) return;
    event.preventDefault();
    for (const shown of document.querySelectorAll(":popover-open")) shown.hidePopover();
    const opened = enter();
    if (point) opened.show(`points/${point}`, true);
    if (passage) opened.passageFirst(passage, beside);
  });
}
