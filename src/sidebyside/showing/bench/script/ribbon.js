// All sources end to end, one bar above the other, and the links between passages that speak to one point.

const ribbonOf = (bench) => {
  const { data } = bench;
  const WIDTH = 1000;
  const GAP = data.sources.length > 2 ? 20 : 30;
  const BAR = 9;
  const longest = Math.max(1, ...data.sources.map((source) => source.length));
  const scale = WIDTH / longest;
  const top = (number) => 2 + number * (BAR + GAP);
  const rows = new Map(data.sources.map((source, number) => [source.key, number]));
  const height = top(data.sources.length - 1) + BAR + 2;
  const links = svg("g", { class: "links" });
  const current = svg("g", { class: "now" });
  const views = data.sources.map((source, number) => svg("rect", { class: "view", y: top(number) - 2, height: BAR + 4, x: 0, width: 0 }));
  const bars = data.sources.map((source, number) => {
    const other = source.paragraphs.filter(([part]) => part !== "body").flatMap(([, , passages]) => passages);
    return svg("g", { class: `s${source.slot}` },
      svg("rect", { class: "body", x: 0, y: top(number), width: source.length * scale, height: BAR }),
      other.map(([, start, text]) => svg("rect", { class: "other", x: start * scale, y: top(number), width: Math.max(1, text.length * scale), height: BAR })));
  });
  const drawn = svg("svg", { viewBox: `0 0 ${WIDTH} ${height}`, height, preserveAspectRatio: "none", role: "img", "aria-label": "The sources end to end; lines join passages of one point" }, links, bars, current, views);
  const letters = el("div", { class: "letters", "aria-hidden": "true" }, data.sources.map((source) => el("b", { class: `s${source.slot}` }, source.key)));
  const root = el("div", { class: "strip-ribbon", onclick: (event) => {
    const box = drawn.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * WIDTH / scale;
    const y = ((event.clientY - box.top) / box.height) * height;
    const near = [...rows].sort(([, a], [, b]) => Math.abs(top(a) + BAR / 2 - y) - Math.abs(top(b) + BAR / 2 - y))[0][0];
    const at = data.sources[rows.get(near)].paragraphs.flatMap(([, , passages]) => passages).findLast(([, start]) => start <= x);
    if (at) bench.panes.bringPassage(at[0]);
  } }, letters, drawn);

  const middle = (side) => {
    const first = side.places[0];
    return ((first[0] + first[1]) / 2) * scale;
  };
  const path = (one, other) => {
    const [a, b] = [[middle(one), rows.get(one.key)], [middle(other), rows.get(other.key)]].sort((p, q) => p[1] - q[1]);
    const [from, to] = [top(a[1]) + BAR, top(b[1])];
    return `M${a[0].toFixed(1)} ${from}C${a[0].toFixed(1)} ${(from + to) / 2} ${b[0].toFixed(1)} ${(from + to) / 2} ${b[0].toFixed(1)} ${to}`;
  };
  const joins = (item) => {
    const speaking = item.sides.filter((side) => side.places.length && rows.has(side.key)).sort((a, b) => rows.get(a.key) - rows.get(b.key));
    return speaking.slice(1).map((side, index) => [speaking[index], side]).filter(([a, b]) => a.key !== b.key).map(([a, b]) => path(a, b));
  };
  // One path for each verdict, not for each point: thousands of links stay quick to draw.
  const draw = () => {
    const by = new Map();
    for (const item of bench.items.values()) {
      if (!item.key.startsWith("points/")) continue;
      by.set(item.verdict, [...(by.get(item.verdict) ?? []), ...joins(item)]);
    }
    put(links, ...[...by].map(([verdict, paths]) => svg("path", { class: `v-${verdict}`, d: paths.join("") })));
    show();
  };
  const show = () => {
    const item = bench.current;
    const marks = (item?.sides ?? []).flatMap((side) => side.places.map(([start, end]) =>
      svg("rect", { x: start * scale - 1, y: top(rows.get(side.key)) - 1, width: Math.max(3, (end - start) * scale), height: BAR + 2 })));
    put(current, ...(item ? [svg("g", { class: item.verdict ? `v-${item.verdict}` : "" }, joins(item).map((d) => svg("path", { d })), marks)] : []));
  };
  // Which stretch of each source its pane shows; asked for often, told once a frame.
  let asked = 0;
  const where = () => { asked ||= requestAnimationFrame(tell); };
  const tell = () => {
    asked = 0;
    const seen = bench.panes.panes.map(({ scroll: { scrollTop, clientHeight, scrollHeight } }) => [scrollTop / scrollHeight, clientHeight / scrollHeight]);
    seen.forEach(([from, share], number) => {
      const whole = data.sources[number].length * scale;
      views[number].setAttribute("x", from * whole);
      views[number].setAttribute("width", Math.max(2, share * whole));
    });
  };
  return { root, draw, show, where };
};
