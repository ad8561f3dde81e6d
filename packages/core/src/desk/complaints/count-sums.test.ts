import { expect, test } from 'vitest'
import { sumOfCounts } from './shape.ts'

test('each count of several projects and months is added up with its own kind', () => {
  const counted = (by: number) => ({
    complaints: by,
    effective: by + 1,
    met: by + 2,
    missed: by + 3,
    running: by + 4,
    firstMet: by + 5,
    firstMissed: by + 6,
    reopened: by + 7,
    satisfied: by + 8,
    dissatisfied: by + 9,
  })
  const sums = { ...counted(110), effective: 112, met: 114, missed: 116, running: 118 }
  const others = { firstMet: 120, firstMissed: 122, reopened: 124, satisfied: 126, dissatisfied: 128 }
  expect(sumOfCounts([counted(10), counted(100)])).toEqual({ ...sums, ...others })
  expect(sumOfCounts([{ ...counted(1), projectId: 'proj_1' } as never])).toEqual(counted(1))
})
