// What a page alone cannot do: turn the language and the colours, choose a year, draw the days of one region.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("js");
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];

  const set_language = (language) => {
    root.lang = language;
    root.dataset.language = language;
    for (const option of all("option[data-ko]")) option.textContent = option.dataset[language];
  };
  document.getElementById("language").addEventListener("click", () => set_language(root.dataset.language === "ko" ? "en" : "ko"));
  set_language(root.dataset.language);

  document.getElementById("theme").addEventListener("click", () => {
    const is_dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = is_dark ? "light" : "dark";
  });
  document.getElementById("print").addEventListener("click", () => print());

  // A set of panels shows those that agree with every choice made for it.
  const chosen = {};
  const show = (set) => {
    for (const panel of all(`[data-panel="${set}"]`))
      panel.hidden = Object.entries(chosen[set]).some(([dimension, value]) => panel.dataset[dimension] !== undefined && panel.dataset[dimension] !== value);
  };
  for (const group of all(".switch[data-set]")) {
    const { set, dimension } = group.dataset;
    chosen[set] = chosen[set] || {};
    const buttons = all("button", group);
    chosen[set][dimension] = buttons.find((b) => b.getAttribute("aria-pressed") === "true")?.dataset.value;
    for (const button of buttons)
      button.addEventListener("click", () => {
        chosen[set][dimension] = button.dataset.value;
        for (const other of buttons) other.setAttribute("aria-pressed", String(other === button));
        show(set);
        if (set === "dispatch") draw_days();
      });
  }

  // The part of the page in view is marked in the contents.
  const links = new Map(all("nav a").map((a) => [a.hash.slice(1), a]));
  if ("IntersectionObserver" in window) {
    const watch = new IntersectionObserver((entries) => {
      for (const entry of entries)
        if (entry.isIntersecting)
          for (const [id, link] of links) link.classList.toggle("here", id === entry.target.id);
    }, { rootMargin: "-20% 0px -70% 0px" });
    for (const section of all("main section")) watch.observe(section);
  }

  // The days of a region, in the frame the report drew for the nation.
  const source = document.getElementById("dispatch-data");
  const select = document.getElementById("dispatch-region");
  const data = source && JSON.parse(source.textContent);
  const drawn = new Map();

  const nice = (low, high) => {
    const rough = (high - low || 1) / 3, power = 10 ** Math.floor(Math.log10(rough));
    const step = [1, 2, 2.5, 5, 10].map((f) => f * power).find((s) => rough <= s * (1 + 1e-9));
    const ticks = [];
    const is_shallow = low < 0 && -low < 0.75 * step;
    for (let i = is_shallow ? 0 : Math.floor(low / step + 1e-9); i <= Math.ceil(high / step - 1e-9); ++i) ticks.push(i * step);
    const is_spare = ticks.length > 2 && ticks[ticks.length - 1] > 1.25 * high;
    if (is_spare) ticks.pop();
    const to = is_spare ? Math.max(high, ticks[ticks.length - 1]) : ticks[ticks.length - 1];
    return { ticks, step, to, from: is_shallow ? 1.15 * low : ticks[0] };
  };
  const stack = (layers, steps, visit) => {
    for (const above of [true, false]) {
      let lower = Array(steps).fill(0);
      layers.forEach((layer, n) => {
        const upper = lower.map((v, i) => (Math.abs(layer[i]) >= 0.5 && layer[i] > 0 === above ? v + layer[i] : v));
        if (upper.some((v, i) => v !== lower[i])) visit(n, lower, upper);
        lower = upper;
      });
    }
  };
  const svg_text = (x, y, anchor, text) => `<text x="${x}" y="${y}" class="axis" text-anchor="${anchor}">${text}</text>`;

  const draw_day = (box, lists, low, high) => {
    const [width, height, left, right, top, bottom] = box.dataset.plot.split(",").map(Number);
    const [demand, ...layers] = lists;
    const { ticks, step, from: lowest, to: highest } = nice(low / 1000, high / 1000);
    const from = lowest * 1000, to = highest * 1000, steps = demand.length, hours = data.step * steps;
    const x = (hour) => (left + (hour / hours) * (width - right - left)).toFixed(1);
    const y = (value) => (height - bottom - ((value - from) / (to - from)) * (height - bottom - top)).toFixed(1);
    const decimals = step >= 1 && Number.isInteger(step) ? 0 : step >= 0.1 ? 1 : 2;
    let body = svg_text(0, 10, "start", "GW");
    for (const tick of ticks)
      body += `<line x1="${left}" x2="${width - right}" y1="${y(tick * 1000)}" y2="${y(tick * 1000)}" class="${Math.abs(tick) < 1e-9 ? "zero" : "grid"}"/>` +
        svg_text(left - 5, Number(y(tick * 1000)) + 4, "end", tick.toFixed(decimals).replace("-", "−"));
    stack(layers, steps, (n, lower, upper) => {
      let path = "";
      upper.forEach((v, i) => { path += `${i ? "L" : "M"}${x(i * data.step)} ${y(v)}H${x((i + 1) * data.step)}`; });
      for (let i = steps - 1; i >= 0; --i) path += `V${y(lower[i])}H${x(i * data.step)}`;
      body += `<path d="${path}Z" class="area ${data.css[n]}"><title>${data.names[n].replace(/[&<]/g, "")}</title></path>`;
    });
    let line = "";
    demand.forEach((v, i) => { line += `${i ? "V" : `M${x(0)} `}${y(v)}H${x((i + 1) * data.step)}`; });
    body += `<path d="${line}" class="stroke demand"/>`;
    for (const hour of [0, 6, 12, 18, 24]) body += svg_text(x(hour), height - 5, hour === 0 ? "start" : hour === 24 ? "end" : "middle", hour);
    box.querySelector("svg").innerHTML = body;
  };

  function draw_days() {
    if (!data || !select) return;
    const year = chosen.dispatch.year, region = select.value;
    document.getElementById("figure-dispatch").classList.toggle("is-region", region !== "nation");
    const lists = data.values[`${region}/${year}`];
    if (!lists || (drawn.get(year) ?? "nation") === region) return;
    let low = 0, high = 0;
    for (const [demand, ...layers] of lists) {
      high = Math.max(high, ...demand);
      stack(layers, demand.length, (n, lower, upper) => { high = Math.max(high, ...upper); low = Math.min(low, ...upper); });
    }
    const panel = document.querySelector(`[data-panel="dispatch"][data-year="${year}"]`);
    for (const day of all("[data-day]", panel)) draw_day(day.querySelector("[data-plot]"), lists[Number(day.dataset.day)], low, high);
    drawn.set(year, region);
  }
  select?.addEventListener("change", draw_days);
})();
