import { addDays, parseCivilDate } from '@heju/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  heldOn,
  mayBeOfKind,
  mayBePlaced,
  misplacementOf,
  projectsUnder,
  standsUnder,
  unitKinds,
  unitsUnder,
  withParent,
  type UnitInTree,
  type UnitKind,
} from './rules.ts'

const today = '2026-11-22'

function unit(id: string, kind: UnitKind, parentId?: string, more: Partial<UnitInTree> = {}): UnitInTree {
  const parents = parentId === undefined ? [] : [{ parentId, fromOn: null }]
  return { id, kind, openedOn: null, closedOn: null, parents, ...more }
}

/** 集团 with two regions, a company under the one and a branch under that. */
const tree = [
  unit('root', 'group'),
  unit('east', 'region', 'root'),
  unit('south', 'region', 'root'),
  unit('city', 'company', 'east'),
  unit('branch', 'branch', 'city'),
]

test('which kinds may stand under which', () => {
  const pairs = unitKinds.flatMap((kind) => standsUnder[kind].map((above) => `${kind} < ${above}`))
  expect(pairs).toEqual([
    'region < group',
    'region < region',
    'region < company',
    'company < group',
    'company < region',
    'company < company',
    'branch < group',
    'branch < region',
    'branch < company',
  ])
})

describe('what holds from a day on', () => {
  const history = [{ fromOn: null }, { fromOn: '2026-03-01' }, { fromOn: '2026-12-01' }]
  test.each([
    ['2020-01-01', null],
    ['2026-02-28', null],
    ['2026-03-01', '2026-03-01'],
    ['2026-11-30', '2026-03-01'],
    ['2026-12-01', '2026-12-01'],
  ])('holds until the next: on %s', (day, fromOn) => {
    expect(heldOn(history.toReversed(), day)).toEqual({ fromOn })
  })

  test.each([
    ['2026-02-28', false, 'would rewrite what has held since March'],
    ['2026-03-01', false, 'would rewrite what has held since March'],
    ['2026-03-02', true, 'was noted late'],
    [today, true, 'begins today'],
    ['2026-12-01', true, 'takes the place of a plan'],
    ['2027-01-01', true, 'follows a plan'],
  ])('placed anew from %s: %s, it %s', (fromOn, allowed) => {
    expect(mayBePlaced(history, fromOn, today)).toBe(allowed)
  })
})

describe('a move', () => {
  const move = (unitId: string, parentId: string, fromOn = today, units = tree) =>
    misplacementOf(units, { unitId, parentId, fromOn }, today)

  test.each([
    ['city', 'south', null],
    ['branch', 'root', null],
    ['east', 'south', null],
    ['root', 'east', 'root'],
    ['city', 'branch', 'kind'],
    ['east', 'city', 'cycle'],
    ['east', 'east', 'cycle'],
    ['city', 'east', 'same'],
    ['city', 'nowhere', 'closed'],
  ])('of %s under %s: %s', (unitId, parentId, misplacement) => {
    expect(move(unitId, parentId)).toBe(misplacement)
  })

  test('under what has closed, is to close, or is not there yet is refused', () => {
    const southWith = (more: Partial<UnitInTree>) =>
      tree.map((one) => (one.id === 'south' ? { ...one, ...more } : one))
    expect(move('city', 'south', today, southWith({ closedOn: '2026-01-01' }))).toBe('closed')
    expect(move('city', 'south', today, southWith({ closedOn: '2027-01-01' }))).toBe('closed')
    expect(move('city', 'south', today, southWith({ openedOn: '2026-12-01' }))).toBe('closed')
    expect(move('city', 'south', '2026-12-01', southWith({ openedOn: '2026-12-01' }))).toBeNull()
  })

  test('of what has closed, or is not there yet, is refused', () => {
    const cityWith = (more: Partial<UnitInTree>) =>
      tree.map((one) => (one.id === 'city' ? { ...one, ...more } : one))
    expect(move('city', 'south', today, cityWith({ closedOn: '2026-01-01' }))).toBe('closed')
    expect(move('city', 'south', today, cityWith({ closedOn: '2027-01-01' }))).toBe('closed')
    expect(move('city', 'south', today, cityWith({ openedOn: '2026-11-23' }))).toBe('closed')
    expect(move('city', 'south', today, cityWith({ openedOn: today }))).toBeNull()
  })

  test('to where it is to be from that very day is none', () => {
    const planned = withParent(tree, 'city', { parentId: 'south', fromOn: '2026-12-01' })
    expect(move('city', 'south', '2026-12-01', planned)).toBe('same')
    expect(move('city', 'south', '2026-11-30', planned)).toBeNull()
  })

  test('that would make a circle with a plan of later is refused', () => {
    const planned = withParent(tree, 'south', { parentId: 'east', fromOn: '2027-01-01' })
    expect(move('east', 'south', '2026-12-01', planned)).toBe('cycle')
    expect(move('east', 'south', '2027-02-01', planned)).toBe('cycle')
  })

  test('back to where it stands drops the plan to leave', () => {
    const planned = withParent(tree, 'city', { parentId: 'south', fromOn: '2027-01-01' })
    expect(move('city', 'east', '2026-12-01', planned)).toBeNull()
  })
})

test('another kind has to fit above and below, now and later', () => {
  expect(mayBeOfKind(tree, 'root', 'company', today)).toBe(true)
  expect(mayBeOfKind(tree, 'root', 'region', today)).toBe(false)
  expect(mayBeOfKind(tree, 'city', 'branch', today)).toBe(false)
  expect(mayBeOfKind(tree, 'branch', 'company', today)).toBe(true)
  expect(mayBeOfKind(tree, 'south', 'branch', today)).toBe(true)
  const planned = withParent(tree, 'city', { parentId: 'south', fromOn: '2027-01-01' })
  expect(mayBeOfKind(planned, 'south', 'branch', today)).toBe(false)
  const left = withParent(tree, 'branch', { parentId: 'south', fromOn: '2026-03-01' })
  expect(mayBeOfKind(left, 'city', 'branch', today)).toBe(true)
})

test('the projects under a unit are those of the day', () => {
  const projects = [
    { projectId: 'p1', units: [{ unitId: 'branch', fromOn: null }] },
    {
      projectId: 'p2',
      units: [
        { unitId: 'south', fromOn: null },
        { unitId: 'city', fromOn: '2026-12-01' },
      ],
    },
    { projectId: 'p3', units: [{ unitId: 'root', fromOn: null }] },
  ]
  const units = withParent(tree, 'city', { parentId: 'south', fromOn: '2027-01-01' })
  const under = (unitId: string, day: string) => projectsUnder({ units, projects }, unitId, day)
  expect(under('root', today)).toEqual(['p1', 'p2', 'p3'])
  expect(under('east', today)).toEqual(['p1'])
  expect(under('east', '2026-12-01')).toEqual(['p1', 'p2'])
  expect(under('east', '2027-01-01')).toEqual([])
  expect(under('south', today)).toEqual(['p2'])
  expect(under('south', '2027-01-01')).toEqual(['p1', 'p2'])
  expect(under('nowhere', today)).toEqual([])
})

describe('whatever is moved, in whatever order,', () => {
  const ids = ['root', 'u1', 'u2', 'u3', 'u4', 'u5', 'u6']
  const day = fc.integer({ min: -40, max: 40 }).map((days) => addDays(parseCivilDate(today), days))
  const moves = fc.array(
    fc.record({ unitId: fc.constantFrom(...ids), parentId: fc.constantFrom(...ids), fromOn: day }),
    { maxLength: 30 },
  )
  const start = ids.map((id, i) => unit(id, i === 0 ? 'group' : 'region', i === 0 ? undefined : 'root'))

  test('each day has one root, no circle and one parent for each unit, and the past stays', () => {
    fc.assert(
      fc.property(moves, day, (asked, on) => {
        let units: UnitInTree[] = start
        for (const move of asked) {
          const before = units
          if (misplacementOf(units, move, today) !== null) continue
          units = withParent(units, move.unitId, move)
          const settled = (all: UnitInTree[]) =>
            all.map(({ parents }) => parents.filter(({ fromOn }) => (fromOn ?? '') < today))
          // What was settled is still there, in its order, before what was added.
          for (const [i, rows] of settled(before).entries())
            expect(settled(units)[i]!.slice(0, rows.length)).toEqual(rows)
        }
        const roots = units.filter(({ parents }) => heldOn(parents, on) === undefined)
        expect(roots.map(({ id }) => id)).toEqual(['root'])
        expect([...unitsUnder(units, 'root', on)].toSorted()).toEqual(ids.toSorted())
        for (const { parents } of units)
          expect(new Set(parents.map(({ fromOn }) => fromOn)).size).toBe(parents.length)
      }),
    )
  })
})
