import { useSyncExternalStore } from 'react'

const less = matchMedia('(prefers-reduced-motion: reduce)')

function hear(changed: () => void): () => void {
  less.addEventListener('change', changed)
  return () => less.removeEventListener('change', changed)
}

/**
 * Whether what opens may slide, grow and fade: not before somebody whose system was told that they bear less of it (WCAG
 * 2.3.3). What turns while one waits goes on turning.
 */
export function useMotion(): boolean {
  return useSyncExternalStore(hear, () => !less.matches)
}
