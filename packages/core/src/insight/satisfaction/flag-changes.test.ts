import { expect, test } from 'vitest'
import { noAnswers } from './figures.ts'
import { flagChanges } from './flag-changes.ts'
import { measures } from './methodology.ts'
import type { RoundMeasure } from './round-figures.ts'

/** A measure whose change chance alone makes with this p; null: without a month before. */
function changed(roundId: string, i: number, p: number | null): RoundMeasure {
  const measure = measures[i]!
  return {
    roundId,
    measure,
    ...noAnswers(measure),
    persons: 100,
    answered: 40,
    answers: 40,
    byStaff: 0,
    loyaltyPersons: 0,
    loyalPersons: 0,
    index: null,
    scoreE2: null,
    change: p === null ? null : { valueE2: 100, lowE2: 1, highE2: 199, chanceE9: Math.ceil(p * 1e9) },
  }
}

// The fifteen of Benjamini & Hochberg 1995, of whom nine are below 0.05 and four are discoveries, over three rounds.
const p = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
  0.759, 1,
]

test('a change is beyond chance among all of the month, not because its own interval leaves zero out', () => {
  const month = p.map((each, i) => changed(`srnd_${i % 3}`, Math.floor(i / 3), each))
  const flagged = flagChanges([...month, changed('srnd_3', 0, null)])
  expect(flagged).toMatchObject({ compared: 15, found: 4, falseAtMost: 1, uncorrected: 1 })
  expect(month.map((each) => flagged.of(each)?.significant)).toEqual(p.map((_, i) => i < 4))
  expect(flagged.of(month[0]!)).toEqual({ valueE2: 100, lowE2: 1, highE2: 199, significant: true })
  expect(flagged.of(changed('srnd_3', 0, null))).toBeNull()
})
