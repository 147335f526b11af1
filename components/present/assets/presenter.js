// The presenter's view: the slide, the next one, notes, evidence, the time. Joined with draw.js, which
// draws slides, and show.js, which moves between them. It stands in a second window of the browser, or
// beside the slide where no second window may be opened.
const KEYS = [
  ["→ ← or Page Down, Page Up", "next and previous slide"],
  ["Home, End", "first and last slide"],
  ["a number", "jumps to that slide"],
  ["E", "the sentences behind the slide"],
  ["B", "blanks the screen"],
  ["F", "full screen, on and off"],
  ["P", "presenter view in a second window"],
  ["Shift + P", "presenter view beside the slide"],
  ["?", "these keys"],
  ["Esc", "leaves"],
]

const keysPanel = () => {
  const panel = el("div", "keys",
    el("p", "keys-head", "Keys"),
    el("dl", "", ...KEYS.flatMap(([key, does]) => [el("dt", "", key), el("dd", "", does)])))
  panel.hidden = true
  return panel
}

const two = (number) => String(number).padStart(2, "0")

const lasted = (milliseconds) => {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const hours = Math.floor(seconds / 3600)
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return hours ? `${hours}:${rest}` : rest
}

const preview = (label) => {
  const stage = el("div", "stage")
  stage.setAttribute("aria-hidden", "true")
  const frame = el("div", "desk-frame", stage)
  return { stage, frame, section: el("section", "desk-preview", el("h2", "", label), frame) }
}

// What the presenter sees of the slides, and what moves them.
function makeDesk(state, actions) {
  const place = el("p", "desk-place"), clock = el("span", "desk-clock"), time = el("span", "desk-time")
  const again = el("button", "desk-again", "Restart")
  again.type = "button"
  again.title = "Count the time from now"
  again.onclick = () => { state.started = Date.now(); tick() }
  clock.title = "Time of day"
  time.title = "Time since the presentation began"
  const now = preview("Now"), next = preview("Next"), words = el("section", "desk-words")
  const buttons = [["previous", "‹ Previous"], ["next", "Next ›"], ["evidence", "Evidence (E)"],
    ["blank", "Blank (B)"], ["keys", "Keys (?)"]].map(([name, label]) => {
    const button = el("button", "", label)
    button.type = "button"
    button.onclick = () => actions[name]()
    return button
  })
  const keys = keysPanel()
  const root = el("div", "desk",
    el("header", "desk-head", place, el("p", "desk-times", clock, time, again)),
    el("div", "desk-slides", now.section, next.section),
    words,
    el("footer", "desk-foot", ...buttons),
    keys)

  const paragraphs = (heading, texts, missing) => [el("h2", "", heading),
    ...(texts.length ? texts.map((text) => el("p", "desk-note", text))
      : missing ? [el("p", "desk-missing", missing)] : [])]

  const draw = () => {
    const { data, index, evidence } = state
    const slide = data.slides[index], last = index + 1 >= data.slides.length
    place.textContent = state.blank ? "The screen is blank"
      : `${index + 1} of ${data.slides.length}${evidence >= 0 ? ", evidence" : ""}`
    drawOn(now.stage, data, index, evidence)
    next.section.classList.toggle("last", last)
    next.section.querySelector("h2").textContent = last ? "Last slide" : "Next"
    if (!last) drawOn(next.stage, data, index + 1, -1)
    const proofs = slide.evidence.flatMap((screen) => screen.body.lines)
    words.replaceChildren(
      ...paragraphs("Your notes", slide.notes, "No notes for this slide. Write them on the Present page."),
      ...(slide.own.length ? paragraphs("Your lines on the slide", slide.own) : []),
      ...(proofs.length ? [el("h2", "", "In the articles"), el("ul", "desk-proofs",
        ...proofs.map((line) => {
          const item = el("li", "", el("span", "article", ...runs(line.words, "mark")))
          const source = el("span", "desk-source", `${line.ref} ${line.note}`)
          if (line.link) {
            const link = el("a", "", data.inArticle)
            link.href = new URL(line.link, location.href).href
            link.target = "_blank"
            link.rel = "noopener"
            source.append(link)
          }
          item.append(source)
          return item
        }))] : []))
    words.scrollTop = 0
    keys.hidden = !state.keysShown
    fill()
  }
  const fill = () => {
    scale(now.frame, now.stage)
    scale(next.frame, next.stage)
  }
  const tick = () => {
    const moment = new Date()
    clock.textContent = `${two(moment.getHours())}:${two(moment.getMinutes())}`
    time.textContent = lasted(moment - state.started)
  }
  tick()
  return { root, draw, fill, tick }
}

// Rules and numbers of the page's own look, for another window of the same browser.
function lookOf(root) {
  const tree = root.getRootNode()
  const sheets = [...tree.querySelectorAll("style")].map((style) => style.textContent)
  for (const sheet of tree.adoptedStyleSheets ?? []) {
    sheets.push([...sheet.cssRules].map((rule) => rule.cssText).join("\n"))
  }
  const faces = []
  for (const sheet of document.styleSheets) {
    const base = sheet.href ?? location.href
    let rules = []
    try { rules = sheet.cssRules } catch { /* a sheet of another host tells nothing */ }
    for (const rule of rules) {
      if (rule.constructor.name !== "CSSFontFaceRule") continue
      faces.push(rule.cssText.replace(/url\("([^"]+)"\)/g, (_, url) => `url("${new URL(url, base)}")`))
    }
  }
  const css = [...faces, ...sheets].join("\n")
  const computed = getComputedStyle(root)
  const names = new Set(css.match(/--st-[\w-]+/g) ?? [])
  const values = [...names].map((name) => `${name}: ${computed.getPropertyValue(name)}`)
  return { css, values: `${root.style.cssText}; ${values.join("; ")}` }
}

// Opens a second window with the presenter's view; null where the browser does not let it.
function openDesk(state, actions, onKey) {
  const other = window.open("", "briefing-presenter", "popup,width=1180,height=780")
  if (!other) return null
  const desk = makeDesk(state, actions)
  const { css, values } = lookOf(state.root)
  const host = el("div", "present apart", desk.root)
  host.style.cssText = values
  const page = other.document
  page.title = "Presenter view"
  page.documentElement.lang = "en-GB"
  page.head.replaceChildren(el("title", "", "Presenter view"), el("style", "", css))
  page.body.style.margin = "0"
  page.body.replaceChildren(host)
  other.onkeydown = onKey
  other.onresize = desk.fill
  other.focus()
  return { ...desk, other }
}
