// What the page can do besides being read: name an arc or a mark, show its sentences, zoom, filter.
// Everything here is built of elements and textContent; no text ever becomes markup.
"use strict";

const make = (tag, values = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), values);
  made.append(...children);
  return made;
};

const alive = (figure) => {
  const window_ = figure.querySelector(".window");
  const svg = window_.querySelector("svg");
  const whole = svg.viewBox.baseVal;
  const full = { x: whole.x, y: whole.y, width: whole.width, height: whole.height };
  const view = { ...full };
  const named = make("output", { textContent: "Point at a line or a mark, or choose it, for its words." });
  const told = make("div", { className: "told", hidden: true });
  told.setAttribute("aria-live", "polite");

  const show = () => {
    const room = { x: full.x + full.width - view.width, y: full.y + full.height - view.height };
    view.x = Math.min(Math.max(view.x, full.x), room.x);
    view.y = Math.min(Math.max(view.y, full.y), room.y);
    svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
    svg.classList.toggle("near", view.width < full.width);
  };
  const zoom = (factor, at = { x: view.x + view.width / 2, y: view.y + view.height / 2 }) => {
    const width = Math.min(Math.max(view.width * factor, full.width / 12), full.width);
    const share = width / view.width;
    view.x = at.x - (at.x - view.x) * share;
    view.y = at.y - (at.y - view.y) * share;
    view.width = width;
    view.height *= share;
    show();
  };
  const move = (right, down) => {
    view.x += right * view.width;
    view.y += down * view.height;
    show();
  };
  const back = () => {
    Object.assign(view, full);
    show();
  };
  const point = (event) => {
    const box = svg.getBoundingClientRect();
    return {
      x: view.x + ((event.clientX - box.left) / box.width) * view.width,
      y: view.y + ((event.clientY - box.top) / box.height) * view.height,
    };
  };

  const name = (link) => {
    if (link) named.textContent = link.getAttribute("aria-label");
  };
  const close = () => {
    told.hidden = true;
    figure.classList.remove("busy");
    svg.querySelectorAll("a.chosen").forEach((other) => other.classList.remove("chosen"));
  };
  const choose = (link) => {
    close();
    link.classList.add("chosen");
    figure.classList.add("busy");
    told.replaceChildren();
    for (const id of link.dataset.items.split(" ")) {
      const item = document.getElementById(id);
      const cells = [...item.querySelectorAll("td")].map((cell) => {
        const line = make("p", {}, make("span", { className: "tag", textContent: `${cell.dataset.label}: ` }));
        line.append(...[...cell.cloneNode(true).childNodes]);
        return line;
      });
      const way = make("a", { href: `#${id}`, textContent: "In the list" });
      told.append(make("div", {}, ...cells, make("p", {}, way)));
    }
    const more = Number(link.dataset.more);
    if (more) told.append(make("p", { className: "aside", textContent: `${more} more not listed here.` }));
    const shut = make("button", { type: "button", textContent: "Close" });
    shut.addEventListener("click", () => {
      close();
      link.focus();
    });
    told.append(shut);
    told.hidden = false;
    name(link);
  };

  for (const link of svg.querySelectorAll("a[data-items]")) {
    link.addEventListener("pointerenter", () => name(link));
    link.addEventListener("focus", () => name(link));
    link.addEventListener("click", (event) => {
      event.preventDefault();
      if (!dragged) choose(link);
    });
  }

  let held = null;
  let dragged = false;
  svg.addEventListener("pointerdown", (event) => {
    dragged = false;
    if (view.width < full.width && event.pointerType === "mouse" && event.button === 0) {
      held = { x: event.clientX, y: event.clientY };
    }
  });
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  addEventListener("pointermove", (event) => {
    if (!held) return;
    const box = svg.getBoundingClientRect();
    const [right, down] = [event.clientX - held.x, event.clientY - held.y];
    if (Math.hypot(right, down) < 4 && !dragged) return;
    dragged = true;
    held = { x: event.clientX, y: event.clientY };
    move(-right / box.width, -down / box.height);
  });
  addEventListener("pointerup", () => (held = null));
  svg.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoom(event.deltaY > 0 ? 1.2 : 1 / 1.2, point(event));
    },
    { passive: false },
  );
  window_.addEventListener("keydown", (event) => {
    const does = {
      "+": () => zoom(1 / 1.4),
      "=": () => zoom(1 / 1.4),
      "-": () => zoom(1.4),
      0: back,
      ArrowLeft: () => move(-0.15, 0),
      ArrowRight: () => move(0.15, 0),
      ArrowUp: () => move(0, -0.15),
      ArrowDown: () => move(0, 0.15),
      Escape: close,
    }[event.key];
    const still = event.key.startsWith("Arrow") && view.width === full.width;
    if (!does || still || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    does();
  });

  const button = (words, label, does) => {
    const made = make("button", { type: "button", textContent: words, title: label });
    made.setAttribute("aria-label", label);
    made.addEventListener("click", does);
    return made;
  };
  const tools = make(
    "div",
    { className: "tools" },
    button("+", "Zoom in", () => zoom(1 / 1.4)),
    button("−", "Zoom out", () => zoom(1.4)),
    button("Whole", "Show the whole drawing", back),
    named,
  );
  window_.title = "";
  window_.after(tools, told);
};

const filtered = (list) => {
  const items = [...list.querySelectorAll("[data-who]")];
  const counts = new Map();
  for (const item of items) {
    for (const who of item.dataset.who.split("|")) counts.set(who, (counts.get(who) ?? 0) + 1);
  }
  if (counts.size < 2) return;
  const order = [...counts].sort(([one, many], [other, more]) => more - many || one.localeCompare(other));
  const select = make("select", {}, make("option", { value: "", textContent: "All" }));
  for (const [who, number] of order) select.append(make("option", { value: who, textContent: `${who} (${number})` }));
  const shown = make("output");
  const say = () => {
    let left = 0;
    for (const item of items) {
      item.hidden = Boolean(select.value) && !item.dataset.who.split("|").includes(select.value);
      left += item.hidden ? 0 : 1;
    }
    if (select.value) list.querySelectorAll("details").forEach((folded) => (folded.open = true));
    shown.textContent = select.value ? `${left} of ${items.length} shown` : "";
  };
  select.addEventListener("change", say);
  const label = make("label", {}, `${list.dataset.filter} `, select);
  list.before(make("p", { className: "choice" }, label, shown));
  addEventListener("hashchange", () => {
    // A link to an item that is filtered away shows all again.
    const target = document.getElementById(location.hash.slice(1));
    if (target?.hidden && list.contains(target)) {
      select.value = "";
      say();
      target.scrollIntoView();
    }
  });
};

const unfold = () => {
  // What a link leads to is opened, and what is printed.
  const folded = document.getElementById(location.hash.slice(1))?.closest("details");
  if (!folded || folded.open) return;
  folded.open = true;
  document.getElementById(location.hash.slice(1)).scrollIntoView();
};
addEventListener("hashchange", unfold);
unfold();
addEventListener("beforeprint", () => {
  document.querySelectorAll("details").forEach((folded) => (folded.open = true));
});

document.querySelectorAll("figure.drawing").forEach(alive);
document.querySelectorAll("[data-filter]").forEach(filtered);
