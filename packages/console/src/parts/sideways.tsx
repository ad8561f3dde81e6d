import type { ReactNode } from 'react'

/**
 * A table wider than a phone: scrolls on its own, by finger and by keyboard, also where no cell takes the focus.
 * @param fits whether what is in it breaks its lines to stay within the screen, as it does where all is in one column
 */
export function Sideways({
  label,
  fits = false,
  children,
}: {
  label: string
  fits?: boolean
  children: ReactNode
}) {
  return (
    <div className="sideways" role="region" aria-label={label} tabIndex={0} style={{ overflowX: 'auto' }}>
      <div style={fits ? {} : { minWidth: 'max-content' }}>{children}</div>
    </div>
  )
}
