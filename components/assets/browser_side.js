// The browser's part of components/browser_side.py. Streamlit draws elements anew at any time, so
// names are given again when something has changed.
const window_ = globalThis
const KEPT = "briefing-places:"
const RESTORE_MS = 8000
const RUN_MS = 4000

const main = () => document.querySelector('[data-testid="stMain"]')
const control = (key) => {
  // Streamlit's class for a key.
  const held = document.querySelector(`.st-key-${key.trim().replace(/[^a-zA-Z0-9_-]/g, "-")}`)
  return held?.querySelector("a, button, input") ?? undefined
}

function withNames(names) {
  for (const [key, name] of Object.entries(names)) {
    const found = control(key)
    if (found && found.getAttribute("aria-label") !== name) found.setAttribute("aria-label", name)
  }
}

// Where the reader was on a page is kept for its address in this tab, and taken up by Back.
function keepPlaces() {
  if (window_.briefingPlaces) return
  window_.briefingPlaces = true
  let waiting, restoring
  const keep = () => {
    if (!restoring && main()) sessionStorage.setItem(KEPT + location.href, main().scrollTop)
  }
  document.addEventListener("scroll", (event) => {
    if (event.target !== main()) return
    const at = location.href
    clearTimeout(waiting)
    waiting = setTimeout(() => { if (location.href === at) keep() }, 200)
  }, { capture: true, passive: true })
  document.addEventListener("click", keep, { capture: true })
  const stop = () => { clearInterval(restoring); restoring = undefined }
  for (const hand of ["wheel", "touchstart", "pointerdown", "keydown"]) {
    window_.addEventListener(hand, stop, { capture: true, passive: true })
  }
  window_.addEventListener("popstate", () => {
    stop()
    clearTimeout(waiting)
    const place = Number(sessionStorage.getItem(KEPT + location.href))
    if (!place) return
    const start = performance.now()
    let steady = 0, ran = false
    restoring = setInterval(() => {
      const app = document.querySelector('[data-testid="stApp"]')
      const still = app?.dataset.testScriptState === "notRunning"
      // The page that was left stands still too, until the one gone back to begins to run.
      ran ||= !still || performance.now() - start > RUN_MS
      const there = main() && Math.abs(main().scrollTop - place) < 2
      if (main() && !there) main().scrollTop = place
      steady = ran && still && there ? steady + 1 : 0
      if (steady > 5 || performance.now() - start > RESTORE_MS) stop()
    }, 100)
  })
}

// The key / opens the search box, but where something is being typed.
function slashSearches() {
  if (window_.briefingSlash) return
  window_.briefingSlash = true
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.target.closest?.("input, textarea, select, [contenteditable]")) return
    const opener = control("search-open")
    if (!opener) return
    event.preventDefault()
    opener.click()
  })
}

let focused = 0

export default function (component) {
  const { names, focus, marking, width, desk } = component.data ?? {}
  if (!names) return
  keepPlaces()
  slashSearches()
  document.documentElement.style.setProperty("--briefing-marking", JSON.stringify(marking))
  let wanted = focus && focus.turn !== focused ? focus : undefined
  let asked
  const settle = () => {
    asked = undefined
    withNames(names)
    const found = wanted && control(wanted.key)
    if (!found) return
    focused = wanted.turn
    wanted = undefined
    found.focus()
  }
  const changes = new MutationObserver(() => { asked ??= requestAnimationFrame(settle) })
  changes.observe(document.body, { childList: true, subtree: true })
  settle()
  // The column's width in steps of twenty pixels, told only where it differs from what was laid out;
  // a scrollbar's breadth less than a desk's is a desk's.
  let telling
  const measure = () => {
    const column = document.querySelector('[data-testid="stMainBlockContainer"]')
    if (!column || matchMedia("print").matches) return
    const { paddingLeft, paddingRight } = getComputedStyle(column)
    const found = column.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight)
    const step = found > 0.9 * desk ? desk : Math.floor(found / 20) * 20
    if (step > 0 && step !== width) component.setStateValue("width", step)
  }
  const sizes = new ResizeObserver(() => {
    clearTimeout(telling)
    telling = setTimeout(measure, 400)
  })
  if (main()) sizes.observe(main())
  return () => {
    clearTimeout(telling)
    sizes.disconnect()
    changes.disconnect()
    cancelAnimationFrame(asked)
  }
}
