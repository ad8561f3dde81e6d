import { useEffect, useRef } from 'react'
import { useBeforeUnload, useBlocker } from 'react-router'
import { isEntered } from '../parts/entered.ts'
import { useAskToLeave } from '../parts/form-guard.ts'

/**
 * Asks before the page is left in whose forms something was entered: by going back, by loading it anew, by closing the
 * tab. One for all forms, since a router asks one only.
 */
export function Leaving() {
  const ask = useAskToLeave()
  // Links of our own open in the same page on purpose; going back is what a thumb does by mistake.
  const blocker = useBlocker(
    ({ historyAction, currentLocation: from, nextLocation: to }) =>
      historyAction === 'POP' && isEntered() && (from.pathname !== to.pathname || from.search !== to.search),
  )
  // Going back again while it is asked makes another of it: the question stands once, and its answer is for the last.
  const latest = useRef(blocker)
  const isAsking = useRef(false)
  useEffect(() => {
    latest.current = blocker
    if (blocker.state !== 'blocked' || isAsking.current) return
    isAsking.current = true
    void ask().then(answer)
    function answer(meant: boolean) {
      isAsking.current = false
      const { state, proceed, reset } = latest.current
      if (state === 'blocked') (meant ? proceed : reset)()
    }
  }, [blocker, ask])
  useBeforeUnload(askInBrowser)
  useEffect(() => {
    document.addEventListener('click', hearCall, true)
    // Enter on the link is a click as well, which comes after its key.
    document.addEventListener('keydown', forgetCall, true)
    return () => {
      document.removeEventListener('click', hearCall, true)
      document.removeEventListener('keydown', forgetCall, true)
    }
  }, [])
  return null
}

/** The words of this question are the browser's own. */
function askInBrowser(event: BeforeUnloadEvent): void {
  const isCall = calls
  calls = false
  if (isCall || !isEntered()) return
  event.preventDefault()
  // Of browsers that are some years old this alone makes one ask.
  event.returnValue = true
}

/**
 * A number that is dialled leaves the page as browsers have it, which stays. Some do not say so: then it is forgotten at
 * the next key, or after a moment, so that closing the tab is asked about.
 */
let calls = false
let forgets: ReturnType<typeof setTimeout> | undefined
const callTakesMs = 1000
function hearCall({ target }: MouseEvent): void {
  clearTimeout(forgets)
  calls = target instanceof Element && target.closest('a[href^="tel:"]') !== null
  if (calls) forgets = setTimeout(forgetCall, callTakesMs)
}
function forgetCall(): void {
  calls = false
}
