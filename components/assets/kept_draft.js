// Changes of a briefing that are not saved outlive a reload in the storage of this tab, which nobody
// else sees.
let asked

export default function (component) {
  const { briefing, state, text, forget } = component.data ?? {}
  if (!briefing) return
  const key = (id) => `briefing-kept:${id}`
  for (const other of forget) sessionStorage.removeItem(key(other))
  if (state === "ask") {
    if (asked === component.data.opening) return
    asked = component.data.opening
    const held = sessionStorage.getItem(key(briefing))
    if (held) component.setTriggerValue("draft", held)
    return
  }
  if (state === "hold") sessionStorage.setItem(key(briefing), text)
  else sessionStorage.removeItem(key(briefing))
}
