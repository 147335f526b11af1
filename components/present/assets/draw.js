// Draws slides from data. Text nodes only; the one thing parsed is our own drawings (SVG).
// Joined with show.js, which moves between them.
const el = (name, className, ...children) => {
  const made = document.createElement(name)
  if (className) made.className = className
  made.append(...children.filter((child) => child !== "" && child !== null))
  return made
}

// Words with some of them marked: [["plain", false], ["marked", true]].
const runs = (parts, tag) =>
  parts.map(([text, marked]) => (marked ? el(tag, "", text) : document.createTextNode(text)))

const drawing = (text, alt) => {
  const parsed = new DOMParser().parseFromString(text, "image/svg+xml").documentElement
  const made = document.importNode(parsed, true)
  made.setAttribute("role", "img")
  made.setAttribute("aria-label", alt)
  made.removeAttribute("width")
  made.removeAttribute("height")
  return made
}

const SVG = "http://www.w3.org/2000/svg"

// The line of a relation as on the map: solid, dashed or dotted, with one head or two.
function lineOf(colour, style, both) {
  const svg = document.createElementNS(SVG, "svg")
  svg.setAttribute("viewBox", "0 0 200 28")
  svg.setAttribute("class", "line-sign")
  svg.setAttribute("aria-hidden", "true")
  const line = document.createElementNS(SVG, "line")
  const dashes = { dash: "18 12", dot: "6 10" }[style]
  for (const [name, value] of Object.entries({
    x1: both ? 26 : 2, x2: 174, y1: 14, y2: 14, stroke: colour, "stroke-width": 7,
    ...(dashes ? { "stroke-dasharray": dashes } : {}),
  })) line.setAttribute(name, value)
  svg.append(line)
  for (const points of ["198,14 172,2 172,26", ...(both ? ["2,14 28,2 28,26"] : [])]) {
    const head = document.createElementNS(SVG, "polygon")
    head.setAttribute("points", points)
    head.setAttribute("fill", colour)
    svg.append(head)
  }
  return svg
}

// A line of the key, with the sign that arcs of its class bear on the map.
const sample = ({ colour = "currentColor", line, sign, ground }) => {
  const made = lineOf(colour, line, false)
  made.setAttribute("viewBox", sign ? "0 0 64 28" : "0 0 170 28")
  made.lastChild.remove()
  if (!sign) return made
  made.firstChild.setAttribute("x2", 62)
  made.firstChild.setAttribute("stroke-width", 4)
  const on = ground ? "#ffffff" : "currentColor"
  const circle = document.createElementNS(SVG, "circle")
  const arms = document.createElementNS(SVG, "path")
  const d = sign === "+" ? "M25 14H39M32 7V21" : "M27 9L37 19M37 9L27 19"
  for (const [one, values] of [
    [circle, { cx: 32, cy: 14, r: 12, fill: ground || "var(--st-background-color)", stroke: colour,
      "stroke-width": 3 }],
    [arms, { d, stroke: on, "stroke-width": 3.4 }],
  ]) {
    for (const [name, value] of Object.entries(values)) one.setAttribute(name, value)
    made.append(one)
  }
  return made
}

const bodies = {
  opening: ({ scope, about }) => [
    el("p", "scope", scope),
    ...about.map((words) => el("p", "about", words)),
  ],
  lines: ({ lines, lead }, inArticle) => [
    el("ul", lead ? "list led" : "list", ...lines.map((line) => {
      const words = el("span", line.article ? "words article" : "words", ...runs(line.words, "mark"))
      if (line.ref) words.append(" ", el("span", "ref", line.ref))
      const note = line.note ? el("span", "note", line.note) : ""
      const right = el("div", "right", words, note)
      if (line.link) {
        const link = el("a", "in-article", inArticle)
        link.href = line.link
        link.target = "_blank"
        link.rel = "noopener"
        note.append(link)
      }
      return el("li", line.past ? "row past" : "row", lead ? el("span", "lead", line.lead) : "", right)
    })),
  ],
  said: ({ words, mixed, circumstances }) => [
    el("blockquote", mixed ? "said mixed" : "said", ...runs(words, "strong")),
    el("p", "circumstances", circumstances),
  ],
  quoted: ({ said }) => said.map((each) => {
    const words = el("blockquote", each.mixed ? "said mixed" : "said", ...runs(each.words, "strong"))
    words.style.fontSize = `calc(var(--size) * ${each.share})`
    return el("div", each.label ? "quoted paraphrased" : "quoted",
      each.label ? el("p", "kicker", each.label) : "",
      words,
      el("p", "by", el("strong", "name", each.name), each.beside ? ` · ${each.beside}` : ""),
      el("p", "how", each.circumstances))
  }),
  voices: ({ voices, height }) => [
    el("ul", "voices", ...voices.map(({ name, share, count }) => {
      const bar = el("span", "bar-of")
      bar.style.width = `calc((100% - var(--voice-count)) * ${share})`
      const row = el("li", "voice", el("span", "voice-name", name),
        el("span", "track", bar, el("span", "voice-count", count)))
      row.style.height = `${height}px`
      return row
    })),
  ],
  stands: ({ sign, colour, line, both, facts, words, ref }) => [
    el("p", "sign", lineOf(colour, line, both), el("span", "", sign)),
    ...facts.map((fact) => el("p", "fact", fact)),
    el("blockquote", "sentence", ...runs(words, "mark"), " ", el("span", "ref", ref)),
  ],
  picture: ({ svg, alt, notes, key }) => [
    el("div", "picture", svg ? drawing(svg, alt) : el("p", "scope", alt)),
    ...(key ? [el("div", "key", ...key.map((items) => el("p", "", ...items.map((item) =>
      el("span", "item",
        item.line ? sample(item) : "",
        item.fill ? swatch(item.fill) : "", item.word)))))] : []),
    ...notes.map((note) => el("p", "foot-note", note)),
  ],
}

const swatch = (colour) => {
  const made = el("span", "swatch")
  made.style.background = colour
  return made
}

function mark(marking, place) {
  const made = el("p", `marking ${place}`)
  if (!marking) return made
  const words = el("span", "", marking.text)
  made.style.textAlign = marking.align
  if (marking.colour) words.style.color = marking.colour
  if (marking.ground) words.style.background = marking.ground
  made.append(words)
  return made
}

// Draws one slide, or a screen of its evidence, on a stage.
function drawOn(stage, data, index, evidence) {
  const slide = data.slides[index]
  const shown = evidence < 0 ? slide : slide.evidence[evidence]
  const proves = evidence >= 0
  stage.style.setProperty("--size", `${shown.size}px`)
  stage.style.setProperty("--note", `${shown.note}px`)
  stage.style.setProperty("--lead", `${shown.body.lead ?? 0}px`)
  stage.style.setProperty("--gap", `${shown.gap}px`)
  const counter = proves
    ? (slide.evidence.length > 1 ? `${evidence + 1} of ${slide.evidence.length}` : "")
    : slide.counter
  const heading = el("h1", "", shown.heading)
  heading.style.fontSize = `${shown.headingSize}px`
  const head = el("header", "head",
    shown.kicker ? el("p", "kicker", shown.kicker) : "",
    el("div", "heading", heading, counter ? el("span", "counter", counter) : ""),
    shown.beside ? el("p", "beside", shown.beside) : "")
  const body = el("div", `body b-${shown.body.type}`, ...bodies[shown.body.type](shown.body, data.inArticle))
  const content = el("article", `slide k-${shown.kind}${shown.whole ? " whole" : ""}`, head, body)
  if (!proves && slide.own.length) {
    content.append(el("section", "own",
      slide.kind === "own" ? "" : el("p", "own-label", data.ownLabel),
      ...slide.own.map((line) => el("p", "own-line", line))))
  }
  stage.replaceChildren(
    mark(data.marking, "above"), content,
    el("footer", "foot", el("span", "", `${index + 1} / ${data.slides.length}`),
      el("span", "", data.foot)),
    mark(data.marking, "below"))
  guard(stage, content, shown.size)
}

// The measure knows the packaged faces. Should words in another, as of a script that none of them
// has, be wider still, the type gives way rather than the words; not before the faces are there.
function guard(stage, content, size) {
  delete stage.dataset.shrunk
  let now = size
  while (stage.clientHeight && content.scrollHeight > content.clientHeight + 1 && now > 24) {
    now = Math.max(24, now * 0.96)
    stage.style.setProperty("--size", `${now}px`)
    stage.dataset.shrunk = "yes"
  }
  if (document.fonts.status !== "loading") return
  document.fonts.ready.then(() => {
    if (!content.isConnected) return
    stage.style.setProperty("--size", `${size}px`)
    guard(stage, content, size)
  })
}

function scale(box, stage) {
  const width = box.clientWidth, height = box.clientHeight
  if (!width) return
  const by = height ? Math.min(width / 1920, height / 1080) : width / 1920
  stage.style.transform =
    `translate(${(width - 1920 * by) / 2}px, ${height ? (height - 1080 * by) / 2 : 0}px) scale(${by})`
}
