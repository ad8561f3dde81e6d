import { Flex, Grid } from 'antd'
import type { ReactNode } from 'react'

/** Whether the window is as narrow as a phone, on which columns beside each other would be out of sight. */
export function useNarrow(): boolean {
  return Grid.useBreakpoint().md === false
}

/**
 * What a row holds, one under the other, in the only column that a table has on a phone.
 * @param beside what of the window stands to the left and the right of it, in CSS pixels: a page alone, by itself
 */
export function Stacked({
  beside = 66,
  gap = 4,
  children,
}: {
  beside?: number
  gap?: number
  children: ReactNode
}) {
  return (
    <Flex vertical gap={gap} style={{ width: `calc(100vw - ${beside}px)`, whiteSpace: 'normal' }}>
      {children}
    </Flex>
  )
}

/** What a row is about and, at the other end of the line, what is looked for in it, as how much money. */
export function Ends({ first, last }: { first: ReactNode; last: ReactNode }) {
  return (
    <Flex justify="space-between" gap={8} wrap>
      <span>{first}</span>
      <span>{last}</span>
    </Flex>
  )
}
