"use strict";
(() => {
const root = document.documentElement;
const home = root.dataset.root;
const remember = (value) => { try { localStorage.setItem("signalbook-theme", value); } catch { } };
const remembered = () => { try { return localStorage.getItem("signalbook-theme"); } catch { return null; } };
if (["light", "dark"].includes(remembered())) root.dataset.theme = remembered();
root.classList.add("has-script");

const find = (role) => document.querySelector(`[data-role="${role}"]`);
const make = (name, classes, text) => {
  const node = document.createElement(name);
  if (classes) node.className = classes;
  if (text !== undefined) node.textContent = text;
  return node;
};
const count = (number, one, many) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

let loading;
function load() {
  loading ??= new Promise((resolve, reject) => {
    const script = make("script");
    script.src = `${home}assets/search-index.js`;
    script.onload = () => resolve(prepare(window.signalbookIndex));
    script.onerror = reject;
    document.head.append(script);
  });
  return loading;
}

// Everything that is searched is put into lower case here, once.
function prepare(index) {
  const properties = index.properties.map(([name, values = []]) => ({
    name, values, lowerName: name.toLowerCase(), lowerValues: values.map((value) => value.toLowerCase()),
  }));
  return {
    owners: index.owners,
    domains: index.domains,
    events: index.events.map(([name, description, domain, owner, privacy, statuses, numbers]) => {
      const own = numbers.map((number) => properties[number]);
      return {
        name, description, privacy, statuses, properties: own,
        domain: index.domains[domain][0], path: index.domains[domain][1],
        owner: owner < 0 ? "no owner" : index.owners[owner],
        lowerName: name.toLowerCase(), lowerDescription: description.toLowerCase(),
        lowerProperties: own.map((property) => [property.lowerName, ...property.lowerValues].join("\n")).join("\n"),
      };
    }),
  };
}

const words = (query) => query.toLowerCase().split(/\s+/).filter(Boolean);

// How well a word fits an event: 0 is not at all.
function score(event, word) {
  const at = event.lowerName.indexOf(word);
  if (at === 0) return event.lowerName.length === word.length ? 100 : 60;
  if (at > 0) return /[a-z0-9]/.test(event.lowerName[at - 1]) ? 30 : 45;
  const property = event.lowerProperties.indexOf(word);
  if (property >= 0) return property === 0 || event.lowerProperties[property - 1] === "\n" ? 20 : 12;
  return event.lowerDescription.includes(word) ? 8 : 0;
}

// The events that all words fit, best first; in the catalog's order where they fit alike or there is no word.
function match(events, query) {
  const wanted = words(query);
  if (!wanted.length) return events;
  const found = [];
  for (const event of events) {
    let total = 0;
    for (const word of wanted) {
      const points = score(event, word);
      if (!points) { total = 0; break; }
      total += points;
    }
    if (total) found.push([total, event]);
  }
  return found.sort((a, b) => b[0] - a[0]).map(([, event]) => event);
}

// The property or value by which an event was found, if neither its name nor its description says it.
function reason(event, wanted) {
  for (const word of wanted) {
    if (event.lowerName.includes(word)) continue;
    for (const property of event.properties) {
      if (property.lowerName.includes(word)) return { property, text: `property ${property.name}` };
      const value = property.lowerValues.findIndex((value) => value.includes(word));
      if (value >= 0) return { property, text: `${property.values[value]}, a value of ${property.name}` };
    }
  }
  return null;
}

function address(event, why) {
  return `${home}${event.path}#${encodeURIComponent(event.name + (why ? `:${why.property.name}` : ""))}`;
}

// A text with the words marked in it.
function marked(node, text, wanted) {
  const lower = text.toLowerCase();
  let from = 0;
  while (lower.length === text.length && wanted.length) {
    let best = -1, length = 0;
    for (const word of wanted) {
      const at = lower.indexOf(word, from);
      if (at >= 0 && (best < 0 || at < best)) { best = at; length = word.length; }
    }
    if (best < 0) break;
    node.append(text.slice(from, best), make("mark", "", text.slice(best, best + length)));
    from = best + length;
  }
  node.append(text.slice(from));
  return node;
}

// Arrows move among links, Escape goes back to the input.
function arrows(input, container) {
  const links = () => [...container.querySelectorAll("a")].filter((link) => !link.hidden);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") { links()[0]?.focus(); event.preventDefault(); }
    if (event.key === "Enter") { container.querySelector("li a")?.click(); event.preventDefault(); }
  });
  container.addEventListener("keydown", (event) => {
    const all = links(), at = all.indexOf(document.activeElement);
    if (at < 0) return;
    if (event.key === "ArrowDown") { all[Math.min(at + 1, all.length - 1)].focus(); event.preventDefault(); }
    if (event.key === "ArrowUp") { (at ? all[at - 1] : input).focus(); event.preventDefault(); }
    if (event.key === "Escape") { input.focus(); event.preventDefault(); }
  });
}

function startPanel(input) {
  const box = find("panel"), list = find("panel-results"), status = find("panel-count"), all = find("panel-all");
  const close = () => { box.hidden = true; };
  const update = async () => {
    const query = input.value.trim();
    if (!query) return close();
    const index = await load();
    if (query !== input.value.trim()) return;
    const found = match(index.events, query), wanted = words(query);
    status.textContent = found.length ? count(found.length, "event", "events") : "No event fits.";
    list.replaceChildren(...found.slice(0, 8).map((event) => {
      const item = make("li"), why = reason(event, wanted), link = make("a");
      link.href = address(event, why);
      link.append(marked(make("code"), event.name, wanted), marked(make("span", "why"), why ? why.text : event.description, wanted));
      link.addEventListener("click", close);
      item.append(link);
      return item;
    }));
    all.href = `${home}events.html#q=${encodeURIComponent(query)}`;
    all.hidden = !found.length;
    box.hidden = false;
  };
  input.addEventListener("input", update);
  input.addEventListener("focus", () => { load(); if (input.value) update(); });
  input.addEventListener("keydown", (event) => { if (event.key === "Escape") { input.value = ""; close(); } });
  document.addEventListener("click", (event) => { if (!input.parentElement.contains(event.target)) close(); });
  arrows(input, box);
}

const facets = {
  privacy: (event) => [event.privacy],
  status: (event) => event.statuses,
  owner: (event) => [event.owner],
  domain: (event) => [event.domain],
};
const names = Object.keys(facets);
const title = (facet, value) => facet === "privacy" && value === "none" ? "no personal data" : value;

async function startExplorer(input) {
  const index = await load();
  const list = find("results"), more = find("more"), clear = find("clear"), status = find("count"), nothing = find("nothing");
  const chosen = Object.fromEntries(names.map((name) => [name, new Set()]));
  const options = Object.fromEntries(names.map((name) => [name, new Map()]));
  let shown = 50, found = [];

  for (const name of names) {
    const total = new Map();
    for (const event of index.events) for (const value of facets[name](event)) total.set(value, (total.get(value) ?? 0) + 1);
    const order = { privacy: ["secret", "personal", "none"], domain: index.domains.map(([title]) => title) }[name]
      ?? [...total.keys()].sort((a, b) => total.get(b) - total.get(a));
    const target = find(name).querySelector("ul");
    for (const value of order) {
      if (!total.has(value) || options[name].has(value)) continue;
      const item = make("li"), label = make("label"), box = make("input"), number = make("span", "count");
      box.type = "checkbox";
      box.addEventListener("change", () => { chosen[name][box.checked ? "add" : "delete"](value); shown = 50; update(); });
      label.append(box, make("span", "", title(name, value)), number);
      item.append(label);
      target.append(item);
      options[name].set(value, { box, number, label });
    }
  }

  // Which filters an event passes, as a bit for each.
  const passes = (event) => names.reduce((bits, name, place) =>
    !chosen[name].size || facets[name](event).some((value) => chosen[name].has(value)) ? bits | 1 << place : bits, 0);
  const everything = (1 << names.length) - 1;

  function row(event, wanted) {
    const item = make("li"), link = make("a", "result"), head = make("span", "result-head"), why = reason(event, wanted);
    link.href = address(event, why);
    head.append(marked(make("code"), event.name, wanted));
    if (event.privacy !== "none") head.append(make("span", "badge badge-private", event.privacy));
    for (const value of event.statuses) if (value !== "stable") head.append(make("span", "badge badge-warning", value));
    const last = make("span", "result-more");
    last.append(make("span", "", event.domain), make("span", "", event.owner));
    if (why) last.append(marked(make("span"), why.text, wanted));
    link.append(head, marked(make("span", "result-text"), event.description, wanted), last);
    item.append(link);
    return item;
  }

  function draw(from) {
    const wanted = words(input.value);
    const rows = found.slice(from, shown).map((event) => row(event, wanted));
    if (from) list.append(...rows); else list.replaceChildren(...rows);
    more.hidden = found.length <= shown;
    more.textContent = `Show ${Math.min(200, found.length - shown)} more`;
    return rows[0];
  }

  function update() {
    const counts = Object.fromEntries(names.map((name) => [name, new Map()]));
    found = [];
    for (const event of match(index.events, input.value)) {
      const bits = passes(event);
      if (bits === everything) found.push(event);
      names.forEach((name, place) => {
        if ((bits | 1 << place) !== everything) return;
        for (const value of facets[name](event)) counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
      });
    }
    for (const name of names) for (const [value, option] of options[name]) {
      const number = String(counts[name].get(value) ?? 0);
      if (option.number.textContent !== number) option.number.textContent = number;
      option.label.classList.toggle("is-empty", number === "0");
      option.box.checked = chosen[name].has(value);
    }
    draw(0);
    nothing.hidden = found.length > 0;
    clear.hidden = !input.value && names.every((name) => !chosen[name].size);
    status.textContent = found.length === index.events.length
      ? count(found.length, "event", "events")
      : `${found.length.toLocaleString("en")} of ${count(index.events.length, "event", "events")}`;
    clearTimeout(waiting);
    waiting = setTimeout(write, 200);
  }

  // Browsers allow only so many changes of the address in a time, so it follows when the typing pauses.
  let waiting;
  function write() {
    clearTimeout(waiting);
    const state = new URLSearchParams();
    if (input.value.trim()) state.set("q", input.value.trim());
    for (const name of names) for (const value of chosen[name]) state.append(name, value);
    const hash = state.toString();
    if (hash !== location.hash.slice(1)) history.replaceState(null, "", hash ? `#${hash}` : location.pathname);
  }

  function read() {
    const state = new URLSearchParams(location.hash.slice(1));
    input.value = state.get("q") ?? "";
    for (const name of names) chosen[name] = new Set(state.getAll(name).filter((value) => options[name].has(value)));
    shown = 50;
    update();
  }

  input.addEventListener("input", () => { shown = 50; update(); });
  input.addEventListener("keydown", (event) => { if (event.key === "Escape") { input.value = ""; update(); } });
  more.addEventListener("click", () => { const from = shown; shown += 200; draw(from)?.querySelector("a").focus(); });
  clear.addEventListener("click", () => { input.value = ""; for (const name of names) chosen[name].clear(); update(); input.focus(); });
  addEventListener("hashchange", read);
  addEventListener("pagehide", write);
  arrows(input, list);
  if (matchMedia("(max-width: 56rem)").matches) for (const name of names) find(name).open = false;
  find("explorer").hidden = false;
  read();
}

function startTheme() {
  find("theme").addEventListener("click", () => {
    const isDark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = isDark ? "light" : "dark";
    remember(root.dataset.theme);
  });
}

function startMenu() {
  const button = find("menu"), navigation = document.querySelector(".site-navigation");
  button.addEventListener("click", () => {
    button.setAttribute("aria-expanded", String(navigation.classList.toggle("is-open")));
  });
}

function startCopying() {
  if (!navigator.clipboard) return;
  for (const sample of document.querySelectorAll(".sample")) {
    const button = make("button", "copy", "Copy");
    button.type = "button";
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(sample.querySelector("code").textContent);
        button.textContent = "Copied";
      } catch { button.textContent = "Not allowed"; }
      setTimeout(() => { button.textContent = "Copy"; }, 1500);
    });
    sample.append(button);
  }
}

// Marks what is being read in the list beside the page.
function startContents() {
  const list = find("contents");
  if (!list) return;
  const links = new Map([...list.querySelectorAll("a")].map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
  let current;
  const observer = new IntersectionObserver((entries) => {
    const entry = entries.find((entry) => entry.isIntersecting);
    if (!entry) return;
    current?.classList.remove("is-current");
    current = links.get(entry.target.id);
    current?.classList.add("is-current");
  }, { rootMargin: "-15% 0px -75% 0px" });
  for (const section of document.querySelectorAll("article.event")) observer.observe(section);
}

document.addEventListener("DOMContentLoaded", () => {
  const input = find("search");
  startTheme();
  startMenu();
  startCopying();
  startContents();
  if (find("explorer")) startExplorer(input); else startPanel(input);
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      input.focus();
      input.select();
    }
  });
});
})();
