import { expect, test } from 'vitest'
import { lostAreas } from './lost-areas.ts'

const room = {
  areaE2: 19_000,
  areaFromOn: '2026-10-01',
  earlierAreas: [
    { areaE2: null, fromOn: '2026-06-01', toOn: '2026-09-30' },
    { areaE2: 18_640, fromOn: null, toOn: '2026-05-31' },
  ],
}

test.each<[string, boolean, (string | null)[]]>([
  ['2026-11-01', true, []],
  ['2026-10-01', true, ['2026-10-01']],
  ['2026-09-30', true, ['2026-10-01']],
  ['2026-06-01', true, ['2026-10-01', '2026-06-01']],
  ['2020-01-01', true, ['2026-10-01', '2026-06-01']],
  ['2026-09-30', false, []],
  ['2026-05-01', false, ['2026-06-01']],
])(
  'an area from %s on takes the place of those that began then or later; another one: %s',
  (day, isOther, lost) => expect(lostAreas(room, day, isOther).map(({ fromOn }) => fromOn)).toEqual(lost),
)
