import { expect, test } from 'vitest'
import { inAll } from './collection.tsx'

const figure = (more: object) => ({
  projectId: 'proj_1',
  period: '2026-10',
  bills: 2,
  billedFen: 100_00,
  collectedFen: 90_00,
  overdueFen: 10_00,
  rateE4: 9000,
  dueOn: '2026-10-31',
  measuredOn: '2026-11-30',
  measured: null,
  ...more,
})

test('in all a rate follows from the sums, and is no mean of rates; measured is what has been', () => {
  const then = { billedFen: 200_00, collectedFen: 30_00, rateE4: 1500 }
  const large = figure({ bills: 8, billedFen: 900_00, collectedFen: 90_00, rateE4: 1000, measured: then })
  expect(inAll([figure({}), large], '合计')).toMatchObject({
    period: '合计',
    bills: 10,
    billedFen: 1000_00,
    collectedFen: 180_00,
    overdueFen: 20_00,
    rateE4: 1800,
    measured: then,
  })
  expect(inAll([figure({}), figure({})], '合计').measured).toBeNull()
})
