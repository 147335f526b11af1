// Moves between slides without asking the server: keys, touches, the address, the full screen.
// Joined with draw.js, which draws them.
const states = new WeakMap()

const address = (change) => {
  const url = new URL(location.href)
  change(url.searchParams)
  return url
}

const indexOf = (data, name) => data.slides.findIndex((slide) => slide.name === name)

function make(root) {
  const state = { root, index: 0, evidence: -1, blank: false, typed: "", full: false, started: Date.now(), keysShown: false }
  state.frame = root.querySelector(".frame")
  state.small = root.querySelector(".frame .stage")
  state.hall = root.querySelector("dialog")
  state.room = root.querySelector(".room")
  state.screen = root.querySelector(".screen")
  state.stage = root.querySelector(".screen .stage")
  state.live = root.querySelector(".live")
  state.hint = root.querySelector(".hint")
  state.keys = keysPanel()
  state.screen.append(state.keys)

  const count = () => state.data.slides.length
  const shown = () => state.data.slides[state.index]

  const draw = () => {
    drawOn(state.stage, state.data, state.index, state.evidence)
    state.screen.classList.toggle("blank", state.blank)
    state.keys.hidden = !state.keysShown
    const proof = shown().evidence.length
    const says = state.keysShown ? `Keys: ${KEYS.map((pair) => pair.join(", ")).join("; ")}`
      : state.blank ? "The screen is blank"
      : state.evidence >= 0 ? `Evidence for ${shown().heading}, ${state.evidence + 1} of ${proof}`
      : `Slide ${state.index + 1} of ${count()}: ${shown().heading}`
    state.live.textContent = says
    root.querySelector('[data-do="evidence"]').disabled = !proof
    state.desk?.draw()
  }
  const go = (index, evidence = -1) => {
    state.index = Math.min(Math.max(index, 0), count() - 1)
    state.evidence = evidence
    state.blank = false
    draw()
    history.replaceState(history.state, "", address((query) => {
      query.set("slide", shown().name)
      query.set("show", "1")
    }))
  }
  const actions = {
    next: () => {
      if (state.evidence >= 0 && state.evidence + 1 < shown().evidence.length) {
        return go(state.index, state.evidence + 1)
      }
      if (state.index + 1 < count()) go(state.index + 1)
    },
    previous: () => {
      if (state.evidence > 0) return go(state.index, state.evidence - 1)
      if (state.evidence === 0) return go(state.index)
      if (state.index > 0) go(state.index - 1)
    },
    first: () => go(0),
    last: () => go(count() - 1),
    evidence: () => {
      if (state.evidence >= 0) go(state.index)
      else if (shown().evidence.length) go(state.index, 0)
      else say("No sentence stands behind this slide")
    },
    blank: () => { state.blank = !state.blank; draw() },
    full: () => (document.fullscreenElement ? whole(false) : whole(true)),
    keys: () => { state.keysShown = !state.keysShown; draw() },
    desk: () => {
      if (state.desk) return closeDesk()
      // The browser leaves the full screen when a second window opens; the show goes on.
      const full = state.full
      state.full = false
      const desk = openDesk(state, actions, onKey)
      if (!desk) {
        state.full = full
        say("The browser allows no second window here: the notes stand beside the slide")
        return beside()
      }
      take(desk)
      say("Presenter view is in the other window. F: full screen")
    },
    beside: () => (state.desk ? closeDesk() : beside()),
    leave: () => {
      if (!state.keysShown) return leave()
      state.keysShown = false
      draw()
    },
  }
  const say = (words) => {
    state.hint.textContent = words
    state.hint.hidden = false
    clearTimeout(state.hiding)
    state.hiding = setTimeout(() => { state.hint.hidden = true }, 1500)
  }
  const take = (desk) => {
    state.desk = desk
    desk.draw()
    state.ticking = setInterval(() => {
      if (desk.other?.closed) closeDesk()
      else desk.tick()
    }, 1000)
  }
  const beside = () => {
    const desk = makeDesk(state, actions)
    state.room.append(desk.root)
    state.room.classList.add("with-desk")
    take(desk)
    state.screen.focus()
  }
  const closeDesk = () => {
    const desk = state.desk
    if (!desk) return
    state.desk = null
    clearInterval(state.ticking)
    if (desk.other) desk.other.close()
    else desk.root.remove()
    state.room.classList.remove("with-desk")
  }
  const jump = () => {
    const number = Number(state.typed)
    state.typed = ""
    if (number >= 1 && number <= count()) {
      state.hint.hidden = true
      go(number - 1)
    } else if (number) say(`There is no slide ${number}`)
  }
  const whole = (on) => {
    if (on) {
      Promise.resolve(state.room.requestFullscreen?.()).then(() => {
        state.full = Boolean(document.fullscreenElement)
      }, () => { state.full = false })
    } else if (document.fullscreenElement) {
      state.full = false
      document.exitFullscreen()
    }
  }
  const leave = () => {
    if (!state.hall.open) return
    whole(false)
    closeDesk()
    state.keysShown = false
    state.keys.hidden = true
    state.hall.close()
    clearTimeout(state.jumping)
    state.typed = ""
    state.live.textContent = ""
    const stays = address((query) => query.delete("show"))
    if (stays.href !== location.href) history.replaceState(history.state, "", stays)
    drawOn(state.small, state.data, state.index, -1)
  }
  state.open = (index, { push, full }) => {
    if (state.hall.open) return
    state.index = index
    state.started = Date.now()
    if (push) {
      history.pushState(history.state, "", address((query) => query.set("show", "1")))
    }
    state.hall.showModal()
    state.screen.focus()
    if (full) whole(true)
    scale(state.screen, state.stage)
    go(index)
  }
  state.leave = leave

  const keys = {
    ArrowRight: "next", ArrowDown: "next", PageDown: "next", ArrowLeft: "previous",
    ArrowUp: "previous", PageUp: "previous", Home: "first", End: "last", e: "evidence",
    b: "blank", ".": "blank", f: "full", p: "desk", "?": "keys", Escape: "leave",
  }
  const onKey = (event) => {
    // Streamlit has keys of its own, which would run the script again.
    event.stopPropagation()
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (/^[0-9]$/.test(event.key)) {
      event.preventDefault()
      state.typed += event.key
      say(`Slide ${state.typed}`)
      clearTimeout(state.jumping)
      if (Number(state.typed) * 10 > count()) jump()
      else state.jumping = setTimeout(jump, 600)
      return
    }
    // The event may be of the second window, whose elements are no `Element` of this one.
    const button = event.target.closest?.("button, a")
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    const action = key === " " && !button ? (event.shiftKey ? "previous" : "next")
      : key === "p" && event.shiftKey ? "beside" : keys[key]
    if (!action) return
    event.preventDefault()
    actions[action]()
  }
  state.hall.onkeydown = onKey
  state.hall.oncancel = (event) => { event.preventDefault(); leave() }
  for (const button of root.querySelectorAll("[data-do]")) {
    button.onclick = (event) => {
      event.stopPropagation()
      actions[button.dataset.do]()
      if (state.hall.open) state.screen.focus()
    }
  }
  root.querySelector(".start").onclick = () => state.open(0, { push: true, full: true })
  root.querySelector(".here").onclick = () => state.open(state.chosen, { push: true, full: true })

  let from = null
  state.screen.ontouchstart = (event) => {
    from = event.touches.length === 1 ? event.touches[0] : null
  }
  state.screen.ontouchend = (event) => {
    const to = event.changedTouches[0]
    if (!from || Math.abs(to.clientX - from.clientX) < 50) return
    if (Math.abs(to.clientX - from.clientX) < Math.abs(to.clientY - from.clientY)) return
    event.preventDefault()
    actions[to.clientX < from.clientX ? "next" : "previous"]()
  }
  state.screen.onclick = (event) => {
    if (event.target.closest("a, button") || String(getSelection())) return
    const share = event.clientX / state.screen.clientWidth
    actions[share < 0.25 ? "previous" : "next"]()
  }
  const stir = () => {
    state.screen.classList.add("stirred")
    clearTimeout(state.calming)
    state.calming = setTimeout(() => state.screen.classList.remove("stirred"), 2500)
  }
  state.screen.onpointermove = stir

  state.onFull = () => {
    if (!document.fullscreenElement && state.full) leave()
    state.full = Boolean(document.fullscreenElement)
  }
  state.onBack = () => {
    const query = new URLSearchParams(location.search)
    const at = indexOf(state.data, query.get("slide"))
    if (!query.has("show")) leave()
    else if (!state.hall.open) state.open(Math.max(at, 0), { push: false, full: false })
    else if (at >= 0 && at !== state.index) go(at)
  }
  state.closeDesk = closeDesk
  document.addEventListener("fullscreenchange", state.onFull)
  addEventListener("popstate", state.onBack)
  addEventListener("pagehide", closeDesk)
  state.sizes = new ResizeObserver(() => {
    scale(state.frame, state.small)
    if (state.hall.open) scale(state.screen, state.stage)
    state.desk?.fill()
  })
  state.sizes.observe(state.frame)
  state.sizes.observe(state.screen)
  state.redraw = draw
  return state
}

// Changes that are not saved outlive a reload in the storage of this tab, which nobody else sees.
function keepDraft(component, state) {
  const draft = component.data.draft
  if (!draft) return
  const key = (deck) => `briefing-deck:${deck}`
  for (const other of draft.forget) sessionStorage.removeItem(key(other))
  if (draft.state === "hold") sessionStorage.setItem(key(draft.deck), draft.text)
  else if (draft.state === "drop") sessionStorage.removeItem(key(draft.deck))
  else if (state.asked !== draft.deck) {
    state.asked = draft.deck
    const held = sessionStorage.getItem(key(draft.deck))
    if (held) component.setTriggerValue("draft", held)
    return
  }
  if (draft.state !== "ask") state.asked = null
}

export default function (component) {
  const { data, parentElement } = component
  const root = parentElement.querySelector(".present")
  if (!root || !data) return
  let state = states.get(parentElement)
  const fresh = !state || !root.contains(state.stage)
  if (fresh) {
    state = make(root)
    states.set(parentElement, state)
  }
  const name = state.data?.slides[state.index]?.name
  state.data = data
  for (const [key, value] of Object.entries(data.css)) root.style.setProperty(`--${key}`, value)
  state.chosen = Math.max(indexOf(data, data.chosen), 0)
  root.querySelector(".here").hidden = state.chosen === 0
  if (state.hall.open) {
    state.index = Math.max(indexOf(data, name), 0)
    state.evidence = Math.min(state.evidence, data.slides[state.index].evidence.length - 1)
    state.redraw()
  } else {
    state.index = state.chosen
    drawOn(state.small, data, state.chosen, -1)
  }
  scale(state.frame, state.small)
  keepDraft(component, state)
  if (fresh) {
    const query = new URLSearchParams(location.search)
    if (query.has("show")) {
      const at = indexOf(data, query.get("slide"))
      state.open(Math.max(at, 0), { push: false, full: false })
    }
  }
  return () => {
    state.sizes.disconnect()
    document.removeEventListener("fullscreenchange", state.onFull)
    removeEventListener("popstate", state.onBack)
    removeEventListener("pagehide", state.closeDesk)
    state.closeDesk()
    if (state.hall.open) state.hall.close()
    states.delete(parentElement)
  }
}
