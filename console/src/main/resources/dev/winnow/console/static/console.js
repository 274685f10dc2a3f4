"use strict";
// Pages read without this file. With it, times are local, charts can be read point by point, and the page Now keeps itself up to date.
(() => {
  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const number = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
  const COLOURS = { accepted: "--accent", junk: "--junk", promotion: "--promotion", transaction: "--transaction", clean: "--clean", p50: "--accent", p99: "--junk", waiting: "--accent" };
  const TITLES = { accepted: "accepted", p50: "median", p99: "99th percentile", waiting: "waiting" };

  function showLocalTimes(root) {
    for (const time of root.querySelectorAll("time[datetime]")) {
      const at = new Date(time.dateTime);
      if (!Number.isNaN(at.getTime())) {
        time.textContent = at.toLocaleString("en-GB", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", second: "2-digit" });
        time.title = time.dateTime;
      }
    }
  }

  function formatValue(value, unit) {
    if (value == null) return "no figure";
    if (unit !== "ms") return number.format(value) + unit;
    return value >= 1000 ? number.format(value / 1000) + " s" : number.format(value) + " ms";
  }

  function tooltip(box, names, unit) {
    const tip = document.createElement("div");
    tip.className = "tip";
    tip.hidden = true;
    box.append(tip);
    return {
      hooks: {
        setCursor: (plot) => {
          const index = plot.cursor.idx;
          if (index == null || plot.cursor.left < 0) {
            tip.hidden = true;
            return;
          }
          tip.replaceChildren();
          const at = document.createElement("div");
          at.textContent = new Date(plot.data[0][index] * 1000).toLocaleString("en-GB", { weekday: "short", hour: "2-digit", minute: "2-digit", second: "2-digit" });
          tip.append(at);
          names.forEach((name, i) => {
            const line = document.createElement("div");
            const swatch = document.createElement("span");
            swatch.className = "swatch " + name;
            const value = document.createElement("b");
            value.textContent = formatValue(plot.data[i + 1][index], unit);
            line.append(swatch, TITLES[name] || name, value);
            tip.append(line);
          });
          tip.hidden = false;
          const left = plot.cursor.left + plot.bbox.left / devicePixelRatio;
          const flip = left > box.clientWidth - tip.offsetWidth - 24;
          tip.style.left = (flip ? left - tip.offsetWidth - 12 : left + 12) + "px";
          tip.style.top = "8px";
        },
      },
    };
  }

  function makeChart(figure) {
    const box = figure.querySelector(".plot");
    const names = figure.dataset.series.split(" ");
    const unit = figure.dataset.unit || "";
    const axis = { stroke: css("--quiet"), grid: { stroke: css("--line"), width: 1 }, ticks: { show: false }, font: "12px system-ui, sans-serif" };
    const options = {
      width: box.clientWidth,
      height: 180,
      padding: [10, 18, 0, 0],
      legend: { show: false },
      cursor: { points: { size: 7 }, drag: { x: false, y: false }, sync: { key: "now" } },
      scales: { y: { range: (_, low, high) => [0, high > 0 ? high * 1.08 : figure.dataset.whole ? 4 : 1] } },
      axes: [{ ...axis, grid: { show: false }, space: 70, size: 32, values: [
        [86400, "{D} {MMM}", null, null, null, null, null, null, 1],
        [3600, "{HH}:{mm}", "\n{D} {MMM}", null, "\n{D} {MMM}", null, null, null, 1],
        [60, "{HH}:{mm}", null, null, null, null, null, null, 1],
        [1, "{HH}:{mm}:{ss}", null, null, null, null, null, null, 1]] },
        { ...axis, size: 54, incrs: (figure.dataset.whole ? [] : [0.01, 0.02, 0.05, 0.1, 0.2, 0.5]).concat([1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7].flatMap((step) => [step, 2 * step, 5 * step])), values: (_, ticks) => ticks.map((tick) => formatValue(tick, unit)) }],
      series: [{}, ...names.map((name, i) => ({
        label: name,
        stroke: css(COLOURS[name]),
        width: 1.75,
        spanGaps: false,
        points: { show: false },
        fill: names.length === 1 ? css(COLOURS[name]) + "1f" : undefined,
      }))],
      plugins: [tooltip(box, names, unit)],
    };
    box.querySelectorAll("svg, .top").forEach((still) => still.remove());
    const plot = new uPlot(options, [[], ...names.map(() => [])], box);
    new ResizeObserver(() => plot.setSize({ width: box.clientWidth, height: 180 })).observe(box);
    return (chart) => {
      plot.setData([chart.times, ...names.map((name) => chart.series[name])]);
      plot.setScale("x", { min: chart.times[0], max: chart.times[chart.times.length - 1] });
    };
  }

  async function startCharts() {
    const figures = [...document.querySelectorAll("figure.chart")];
    if (figures.length === 0 || typeof uPlot === "undefined") return;
    const range = figures[0].dataset.range;
    const read = async () => (await fetch("/ops/v1/charts?range=" + range, { headers: { Accept: "application/json" } })).json();
    const first = await read();
    const draws = figures.map(makeChart);
    draws.forEach((draw) => draw(first));
    document.documentElement.dataset.charts = "ready";
    setInterval(async () => {
      if (document.hidden) return;
      try {
        const next = await read();
        draws.forEach((draw) => draw(next));
      } catch {
        // The server is away; the next try follows.
      }
    }, range === "1h" ? 5000 : 60000);
  }

  /** Reads chosen rule files into the form, one field set for each. */
  function startRuleFiles() {
    const form = document.querySelector("[data-rule-files]");
    if (!form) return;
    const choose = form.querySelector("[data-choose]");
    choose.hidden = false;
    choose.querySelector("input").addEventListener("change", async (event) => {
      for (const file of event.target.files) {
        const sets = [...form.querySelectorAll("[data-rule-file]")];
        const nameOf = (set) => set.querySelector("[name=name]");
        let set = sets.find((each) => nameOf(each).value === file.name) ?? sets.find((each) => nameOf(each).value === "");
        if (!set) {
          set = sets[0].cloneNode(true);
          sets[sets.length - 1].after(set);
        }
        nameOf(set).value = file.name;
        set.querySelector("[name=text]").value = await file.text();
      }
      event.target.value = "";
    });
  }

  document.addEventListener("DOMContentLoaded", () => {
    startRuleFiles();
    showLocalTimes(document);
    document.querySelector(".side nav [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
    startCharts();
    document.querySelector("[data-goes-on]")?.click();
  });
  document.addEventListener("htmx:load", (event) => showLocalTimes(event.detail.elt));
  document.addEventListener("htmx:sseMessage", (event) => showLocalTimes(event.target));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") document.querySelectorAll("details.confirm[open]").forEach((open) => open.removeAttribute("open"));
    if (event.key === "/" && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) {
      const search = document.querySelector("input[type=search], input[name=id], textarea");
      if (search) { event.preventDefault(); search.focus(); }
    }
  });
})();
