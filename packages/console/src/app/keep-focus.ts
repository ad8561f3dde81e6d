import { useEffect } from 'react'

/** What lies over the page: a form beside it, a question, a menu. Each is drawn at the end of the document. */
const overlays =
  '.ant-drawer, .ant-modal-root, .ant-dropdown, .ant-select-dropdown, .ant-message, .ant-popover'
const canHaveFocus =
  'button:not(:disabled), a[href], input:not(:disabled), select, textarea, [tabindex]:not([tabindex="-1"])'
const aRow = 'tr[data-row-key], li'

/** Where on the page the keyboard was before something came over it. */
interface Place {
  element: HTMLElement
  pathname: string
  /** The list that it is in, and which row of it: by then there may be another in its place. */
  list: Element | null
  row: number
  label: string
}

const labelOf = (element: Element) => element.getAttribute('aria-label') ?? element.textContent
const rowsOf = (list: Element) => [...list.querySelectorAll(aRow)]
const isOverPage = (element: Element) => element.closest(overlays) !== null

function placeOf(element: HTMLElement): Place {
  const row = element.closest(aRow)
  const list = row?.closest('.ant-table-wrapper, ul, ol') ?? null
  return {
    element,
    pathname: location.pathname,
    list,
    row: row === null || list === null ? -1 : rowsOf(list).indexOf(row),
    label: labelOf(element),
  }
}

/** What there is to press in a row: what is called the same, else the first thing. */
function inRow(row: Element | undefined, label: string): HTMLElement | undefined {
  const all = [...(row?.querySelectorAll<HTMLElement>(canHaveFocus) ?? [])]
  return all.find((each) => labelOf(each) === label) ?? all[0]
}

/** Itself, or, where it is gone, what came into its row's place, the last row, what looks for others, the page's title. */
function whereToGoOn({ element, list, row, label }: Place): HTMLElement | null {
  if (element.isConnected && element.matches(canHaveFocus)) return element
  const rows = list?.isConnected === true ? rowsOf(list) : []
  const near = row < 0 ? undefined : inRow(rows[row] ?? rows.at(-1), label)
  if (near !== undefined) return near
  const main = document.getElementById('main')
  const search = main?.querySelector<HTMLElement>('.ant-input-search input')
  if (search) return search
  const title = main?.querySelector<HTMLElement>('h1') ?? null
  title?.setAttribute('tabindex', '-1')
  return title
}

/**
 * Keeps the place of the keyboard on the page. What lies over a page is mostly taken away at once when it is done, and what
 * it was opened by may go with it, as the row of a household that has answered: the browser then leaves the keyboard nowhere,
 * and whoever works by it begins at the top. One rule for all of them: a form, a question or a list that had to remember it
 * itself would forget it.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let place: Place | undefined
    /** Whether the keyboard is where it was put, so that it is only brought back when it was taken away. */
    let held: Element | undefined
    const note = ({ target }: Event) => {
      if (!(target instanceof HTMLElement) || target === document.body) return
      held = target
      if (!isOverPage(target)) place = placeOf(target)
    }
    // Some browsers give a button no focus when it is clicked.
    const noteClick = ({ target }: Event) => {
      const pressed = target instanceof Element ? target.closest<HTMLElement>(canHaveFocus) : null
      if (pressed !== null && !isOverPage(pressed)) place = placeOf(pressed)
    }
    // Who clicks beside everything has left what they were at.
    const noteLeaving = ({ target }: Event) => {
      queueMicrotask(() => {
        if (target === held && held?.isConnected === true && document.activeElement === document.body)
          held = undefined
      })
    }
    const bringBack = () => {
      if (held === undefined || held.isConnected) return
      if (document.activeElement !== null && document.activeElement !== document.body) return
      // What is still open over the page has its own order.
      if (document.querySelector('.ant-drawer-open, .ant-modal-wrap:not([style*="display: none"])') !== null)
        return
      held = undefined
      if (place?.pathname === location.pathname) whereToGoOn(place)?.focus()
    }
    const seen = new MutationObserver(bringBack)
    seen.observe(document.body, { childList: true, subtree: true })
    document.addEventListener('focusin', note)
    document.addEventListener('focusout', noteLeaving)
    document.addEventListener('click', noteClick, true)
    return () => {
      seen.disconnect()
      document.removeEventListener('focusin', note)
      document.removeEventListener('focusout', noteLeaving)
      document.removeEventListener('click', noteClick, true)
    }
  }, [])
}
