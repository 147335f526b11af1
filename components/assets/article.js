// The browser's part of components/article_text.py: text nodes only, no HTML from data.
const states = new WeakMap()

const element = (name, className, text) => {
  const made = document.createElement(name)
  if (className) made.className = className
  if (text !== undefined) made.textContent = text
  return made
}

function build(root, data) {
  root.replaceChildren()
  root.style.setProperty("--serif", data.serif)
  const sheet = element("div", "sheet")
  const text = element("div", "text")
  text.style.fontFamily = data.serif
  const margin = element("aside", "margin")
  margin.setAttribute("aria-label", "Facts of the paragraphs in view")
  const tip = element("div", "tip")
  tip.id = "tip"
  tip.setAttribute("role", "tooltip")
  tip.hidden = true
  const state = {
    data, root, text, margin, tip,
    hits: new Map(), buttons: new Map(), groups: new Map(), focus: undefined, narrow: undefined,
  }
  state.nothing = element("p", "nothing", "Nothing was found in the paragraphs in view.")
  state.nothing.hidden = true
  margin.append(state.nothing)
  const reached = new Set()
  for (const paragraph of data.paragraphs) {
    const block = element("p", paragraph.number === 0 ? "title" : "")
    block.dataset.paragraph = paragraph.number
    block.dataset.start = paragraph.start
    for (const [words, numbers] of paragraph.pieces) {
      block.append(piece(state, words, numbers, reached))
    }
    text.append(block)
    margin.append(group(state, paragraph))
  }
  state.take = element("button", "take")
  state.take.type = "button"
  state.take.hidden = true
  sheet.append(text, margin)
  root.append(sheet, tip, state.take)
  follow(state)
  marking(state)
  return state
}

function piece(state, words, numbers, reached) {
  if (numbers.length === 0) return document.createTextNode(words)
  const outer = element("span", "hit")
  let inner = outer
  for (const number of numbers) {
    const [name, , , , quad] = state.data.spans[number]
    const layer = element("span", `s ${name}`)
    if (quad) layer.style.setProperty("--quad", state.data.colours[quad])
    inner.append(layer)
    inner = layer
  }
  inner.append(document.createTextNode(words))
  const first = numbers.some((number) => !reached.has(number))
  numbers.forEach((number) => reached.add(number))
  if (first && words.trim()) {
    outer.tabIndex = 0
    outer.setAttribute("role", "button")
  }
  for (const number of numbers) {
    const fact = state.data.spans[number][1]
    if (!state.hits.has(fact)) state.hits.set(fact, [])
    state.hits.get(fact).push(outer)
  }
  const visible = () => numbers.filter((n) => state.layers.has(state.data.spans[n][0]))
  outer.onmouseenter = () => name(state, outer, visible())
  outer.onfocus = () => name(state, outer, visible())
  outer.onmouseleave = outer.onblur = () => { state.tip.hidden = true }
  const choose = () => {
    const shown = visible()
    // The innermost, which is the shortest, is what was meant.
    if (shown.length) mark(state, state.data.spans[shown[shown.length - 1]][1], "margin")
  }
  outer.onclick = choose
  outer.onkeydown = (event) => {
    if (event.key === "Enter" || event.key === " ") { event.preventDefault(); choose() }
    if (event.key === "Escape") state.tip.hidden = true
  }
  return outer
}

function group(state, { number, facts }) {
  const made = element("section", "group")
  made.dataset.paragraph = number
  const title = number === 0 ? "In the title" : `Paragraph ${number}`
  made.append(element("h2", "", title))
  for (const { fact, layer, kind, label, quad, twin, words } of facts) {
    if (twin && state.buttons.has(twin)) {
      state.buttons.set(fact, state.buttons.get(twin))
      continue
    }
    const button = element("button", `fact ${layer}`)
    button.type = "button"
    button.dataset.layer = layer
    if (quad) button.style.setProperty("--layer", state.data.colours[quad])
    button.append(element("small", "", kind), document.createTextNode(label))
    if (words) {
      const quoted = element("span", "words", words)
      quoted.style.fontFamily = state.data.serif
      button.append(quoted)
    }
    button.onclick = () => mark(state, fact, "text")
    state.buttons.set(fact, button)
    made.append(button)
  }
  if (facts.length === 0) return ""
  state.groups.set(number, made)
  return made
}

function name(state, outer, numbers) {
  if (numbers.length === 0) return
  const lines = new Map()
  for (const number of numbers) {
    const [, , kind, label] = state.data.spans[number]
    const line = element("div")
    line.append(element("span", "", `${kind}: `), element("b", "", label))
    lines.set(`${kind}: ${label}`, line)
  }
  state.tip.replaceChildren(...lines.values())
  state.tip.hidden = false
  const place = outer.getClientRects()[0]
  const frame = state.root.getBoundingClientRect()
  const left = Math.min(place.left - frame.left, frame.width - state.tip.offsetWidth - 4)
  state.tip.style.left = `${Math.max(0, left)}px`
  state.tip.style.top = `${place.bottom - frame.top + 6}px`
  outer.setAttribute("aria-describedby", "tip")
}

function mark(state, fact, scroll) {
  for (const lists of state.hits.values()) lists.forEach((hit) => hit.classList.remove("on"))
  for (const button of state.buttons.values()) {
    button.classList.remove("on")
    button.removeAttribute("aria-current")
  }
  const hits = state.hits.get(fact) ?? []
  hits.forEach((hit) => hit.classList.add("on"))
  const button = state.buttons.get(fact)
  if (button) {
    button.classList.add("on")
    button.setAttribute("aria-current", "true")
  }
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches
  const behavior = calm ? "auto" : "smooth"
  if (scroll === "text" && hits.length) {
    hits[0].scrollIntoView({ block: "center", behavior })
  }
  if (button && scroll !== "none") {
    show(state, Number(button.closest(".group").dataset.paragraph))
    state.margin.scrollTo({ top: button.offsetTop - state.margin.offsetTop - 40, behavior })
  }
}

function show(state, number) {
  const made = state.groups.get(number)
  if (made) made.hidden = false
}

// On a wide page the margin holds the groups of the paragraphs in view; on a narrow one each
// paragraph's group folds under it.
function follow(state) {
  const seen = new Set()
  const settle = () => {
    if (state.narrow || seen.size === 0) return
    for (const [number, made] of state.groups) made.hidden = !seen.has(number)
    state.nothing.hidden = [...state.groups.keys()].some((number) => seen.has(number))
  }
  state.views = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      const number = Number(entry.target.dataset.paragraph)
      if (entry.isIntersecting) seen.add(number)
      else seen.delete(number)
    }
    settle()
  }, { rootMargin: "-8% 0px -8% 0px" })
  for (const block of state.text.children) {
    if (block.dataset.paragraph !== undefined) state.views.observe(block)
  }
  state.sizes = new ResizeObserver(() => {
    const narrow = state.root.clientWidth < 736
    if (narrow === state.narrow) return
    state.narrow = narrow
    if (narrow) state.nothing.hidden = true
    for (const [number, made] of state.groups) {
      const block = state.text.querySelector(`[data-paragraph="${number}"]`)
      made.remove()
      if (!narrow) {
        state.text.querySelectorAll(`details[data-of="${number}"]`).forEach((old) => old.remove())
        state.margin.append(made)
        continue
      }
      made.hidden = false
      const fold = element("details", "margin")
      fold.dataset.of = number
      fold.append(element("summary"), made)
      block.after(fold)
    }
    withLayers(state)
    settle()
  })
  state.sizes.observe(state.root)
}

// Words that are selected in the text can be taken: a button stands below their end.
function marking(state) {
  const settle = () => {
    const found = state.data.marking ? selected(state) : undefined
    state.take.hidden = !found
    if (!found) return
    state.taken = [found.start, found.end]
    state.take.textContent = state.data.marking
    const frame = state.root.getBoundingClientRect()
    const left = Math.min(found.place.right - frame.left, frame.width - state.take.offsetWidth - 4)
    state.take.style.left = `${Math.max(0, left)}px`
    state.take.style.top = `${found.place.bottom - frame.top + 6}px`
  }
  let waiting
  state.changed = () => {
    clearTimeout(waiting)
    waiting = setTimeout(settle, 150)
  }
  document.addEventListener("selectionchange", state.changed)
  // The press must not end the selection before the click has come.
  state.take.onpointerdown = (event) => event.preventDefault()
  state.take.onclick = () => {
    state.take.hidden = true
    state.send("marked", state.taken)
  }
}

// The selected words as offsets of the article, in its code points.
function selected(state) {
  const held = state.root.getRootNode()
  const selection = held.getSelection ? held.getSelection() : document.getSelection()
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return undefined
  const range = selection.getRangeAt(0)
  const start = offset(state, range.startContainer, range.startOffset)
  // A third click selects to the beginning of what follows, which may be no paragraph.
  const end = offset(state, range.endContainer, range.endOffset)
    ?? (start === undefined ? undefined : endOf(state, range.startContainer))
  if (start === undefined || end === undefined || start >= end) return undefined
  const places = range.getClientRects()
  return { start, end, place: places[places.length - 1] ?? range.getBoundingClientRect() }
}

function paragraphOf(state, node) {
  const inside = node.nodeType === Node.TEXT_NODE ? node.parentElement : node
  const block = inside?.closest?.("p[data-start]")
  return block && state.text.contains(block) ? block : undefined
}

function endOf(state, node) {
  const block = paragraphOf(state, node)
  return block && Number(block.dataset.start) + [...block.textContent].length
}

function offset(state, node, at) {
  const block = paragraphOf(state, node)
  if (!block) return undefined
  const before = document.createRange()
  before.setStart(block, 0)
  before.setEnd(node, at)
  return Number(block.dataset.start) + [...before.toString()].length
}

// The margin shows the facts of the layers that are on, and no heading over none.
function withLayers(state) {
  for (const [number, made] of state.groups) {
    const facts = [...made.querySelectorAll(".fact")]
    for (const fact of facts) fact.hidden = !state.layers.has(fact.dataset.layer)
    const count = facts.filter((fact) => !fact.hidden).length
    made.classList.toggle("bare", count === 0)
    const fold = state.text.querySelector(`details[data-of="${number}"]`)
    if (!fold) continue
    fold.classList.toggle("bare", count === 0)
    fold.firstChild.textContent = count === 1 ? "1 fact here" : `${count} facts here`
  }
}

export default function (component) {
  const { data, parentElement } = component
  const root = parentElement.querySelector(".article")
  if (!root || !data) return
  const content = JSON.stringify([data.paragraphs, data.spans])
  let state = states.get(parentElement)
  if (!state || state.content !== content || !root.firstChild) {
    state?.views.disconnect()
    state?.sizes.disconnect()
    if (state) document.removeEventListener("selectionchange", state.changed)
    state = build(root, data)
    state.content = content
    states.set(parentElement, state)
  }
  state.data.marking = data.marking
  state.send = component.setTriggerValue
  state.layers = new Set(data.layers)
  root.className = ["article", ...data.layers.map((layer) => `l-${layer}`)].join(" ")
  withLayers(state)
  if (data.focus !== state.focus) {
    state.focus = data.focus
    // After the page has been laid out, so that the place to scroll to is the final one.
    if (data.focus) setTimeout(() => mark(state, data.focus, "text"), 150)
  }
  return () => {
    state.views.disconnect()
    state.sizes.disconnect()
    document.removeEventListener("selectionchange", state.changed)
    states.delete(parentElement)
  }
}
