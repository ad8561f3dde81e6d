import type { RoomDetail } from './api.ts'

/** An area of before, or that of now, with its first day. */
export interface Stretch {
  areaE2: number | null
  fromOn: string
}

type Known = Pick<RoomDetail, 'areaE2' | 'areaFromOn' | 'earlierAreas'>

/**
 * Which areas on record go when one is to hold from a day on, the latest first: those that began on that day or after it.
 * @param isOther whether it is another area than that of now, which then goes with them
 */
export function lostAreas(room: Known, day: string, isOther: boolean): Stretch[] {
  const now = isOther ? [{ areaE2: room.areaE2, fromOn: room.areaFromOn }] : []
  return [...now, ...room.earlierAreas]
    .flatMap(({ areaE2, fromOn }) => (fromOn !== null && fromOn >= day ? [{ areaE2, fromOn }] : []))
    .toSorted((a, b) => (a.fromOn < b.fromOn ? 1 : -1))
}
