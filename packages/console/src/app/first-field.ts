import { useEffect } from 'react'

/** What opens over the page. Drawers take the keyboard as a whole, modals mostly at their cross. */
const panels = '.ant-drawer, .ant-modal'
const cross = '.ant-modal-close'
/** A list of choices is filled in as well, though nothing may be typed into it. */
const canBeFilled = ['input:not([readonly])', 'input[role=combobox]', 'textarea:not([readonly])', 'select']
  .map((field) => `form ${field}:not(:disabled)`)
  .join(', ')

function firstField(panel: Element): HTMLElement | undefined {
  const fields = [...panel.querySelectorAll<HTMLElement>(canBeFilled)]
  const first = fields.find((field) => field.checkVisibility())
  if (!(first instanceof HTMLInputElement) || first.type !== 'radio') return first
  // Of choices that stand beside each other the keyboard is at the one that is chosen.
  return (
    fields.find((field) => field instanceof HTMLInputElement && field.name === first.name && field.checked) ??
    first
  )
}

/** Goes there once it is there: a form may be fetched when it is first opened. Meanwhile nobody may have gone elsewhere. */
function goToFirstField(panel: Element, from: Element): void {
  const go = () => {
    if (document.activeElement !== from) return true
    const field = firstField(panel)
    // What slides in would be scrolled into sight, and stay beside its place.
    field?.focus({ preventScroll: true })
    return field !== undefined
  }
  if (go()) return
  const filled = new MutationObserver(() => {
    if (!panel.isConnected || go()) filled.disconnect()
  })
  filled.observe(panel, { childList: true, subtree: true })
}

/**
 * Puts the keyboard into the first field of a form that was opened over the page: it was opened to be filled in. A drawer
 * takes the keyboard itself when it opens, also away from a field that asked for it, which has it back. One rule for all of
 * them, as for where the keyboard goes on afterwards.
 */
export function useFirstField(): void {
  useEffect(() => {
    const entered = new WeakSet<Element>()
    // Who presses beside the fields, as to copy a word, has the keyboard left there.
    let isPressing = false
    const press = ({ type }: Event) => void (isPressing = type === 'mousedown')
    const listen = ({ target, relatedTarget: before }: FocusEvent) => {
      const panel = target instanceof HTMLElement ? target.closest(panels) : null
      if (panel === null || !(target instanceof HTMLElement)) return
      const isOpening = !entered.has(panel)
      entered.add(panel)
      if (isPressing || (target !== panel && !(isOpening && target.matches(cross)))) return
      if (before instanceof HTMLElement && panel.contains(before) && before.matches(canBeFilled))
        before.focus({ preventScroll: true })
      else goToFirstField(panel, target)
    }
    document.addEventListener('mousedown', press, true)
    document.addEventListener('mouseup', press, true)
    document.addEventListener('focusin', listen)
    return () => {
      document.removeEventListener('mousedown', press, true)
      document.removeEventListener('mouseup', press, true)
      document.removeEventListener('focusin', listen)
    }
  }, [])
}
