import type { MouseEvent } from 'react'

/** What within a row is pressed for itself, also while it waits and takes no press. */
const ownClicks = 'a, button, input, label, [role=button]'

/**
 * Whether a click is for the row that it reaches. A button that is at work passes a second click on, a row that moved up
 * gets the second click that was for another, and what a row opens over the page counts as within it.
 */
function isForRow({ target, currentTarget, detail }: MouseEvent): boolean {
  if (!(target instanceof Element) || !currentTarget.contains(target)) return false
  return detail < 2 && target.closest(ownClicks) === null
}

/** What a table's row needs to lead somewhere. */
export function leadsTo(open: () => void) {
  return {
    onClick: (event: MouseEvent) => {
      if (isForRow(event)) open()
    },
    style: { cursor: 'pointer' },
  }
}
