import type { ReactNode } from 'react'

/** A table wider than a phone: scrolls on its own, by finger and by keyboard, also where no cell takes the focus. */
export function Sideways({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="sideways" role="region" aria-label={label} tabIndex={0} style={{ overflowX: 'auto' }}>
      <div style={{ minWidth: 'max-content' }}>{children}</div>
    </div>
  )
}
