import { describe, expect, test } from 'vitest'
import { leftOutNow, stillLeftOut, type Telling } from './left-out-places.ts'
import type { Question, Said } from './question.ts'

/** A place as rows of a workbook tell of it: `房屋:2` is the second row of 房屋. */
const told = (place: string, row: string, ...alsoIn: string[]): Telling => ({
  place,
  draft: {
    source: source(row),
    alsoIn: alsoIn.map(source),
    reaching: [row, ...alsoIn].filter((one) => one.endsWith('+')).map(source),
  },
})
/** Rows that reach a place by the number of its owner are written `业主:2+`. */
const source = (at: string) => {
  const [sheet, row] = at.replace('+', '').split(':')
  return { sheet: sheet!, row: Number(row) }
}
const kept = (rows: string[]) => ({
  rows: rows.map(source),
  naming: rows.filter((row) => !row.endsWith('+')).map(source),
})
const written = ({ sheet, row }: { sheet: string; row: number }) => `${sheet}:${row}`
/** What was left out with which rows, some of it before its rows told otherwise, and what is said of places now. */
const said = (
  left: Record<string, string[]>,
  now: Record<string, string> = {},
  before: Record<string, string[]> = {},
): Said => {
  const places = [
    ...Object.entries(left).map(([place, rows]) => ({ id: `place:${place}`, ...kept(rows) })),
    ...Object.entries(before).map(([place, rows], at) => ({ id: `before:${at}`, place, ...kept(rows) })),
  ]
  const answers = new Map(places.map(({ id }) => [id, 'leave']))
  for (const [place, answer] of Object.entries(now)) answers.set(`place:${place}`, answer)
  return { answers, asked: new Set(), remembered: false, places: places as unknown as Question[] }
}
/** Each place that is out with its rows; in brackets those of before, with what their rows tell of now. */
const outcome = (now: Telling[], saidOfIt: Said) => {
  const { out, before } = leftOutNow(now, saidOfIt)
  return [
    ...[...out.values()].map(({ place, rows }) => [place, ...rows.map(written)].join(' ')),
    ...before.map(
      ({ place, rows, now: places, same }) =>
        `(${[place, ...rows.map(written)].join(' ')} > ${places.map((one) => (one === same ? `=${one}` : one)).join(' ')})`,
    ),
  ]
}

describe('what is left out now', () => {
  test.each<[string, Telling[], Said, string[]]>([
    ['nothing', [told('room|1', '房屋:2')], said({}), []],
    [
      'what is left out just now',
      [told('room|1', '房屋:2')],
      said({}, { 'room|1': 'leave' }),
      ['room|1 房屋:2'],
    ],
    ['not what nothing tells of', [told('room|1', '房屋:2')], said({}, { 'room|2': 'leave' }), []],
    [
      'what the same rows tell of by the same name, in whatever order',
      [told('room|1', '房屋:3'), told('room|1', '房屋:2')],
      said({ 'room|1': ['房屋:2', '房屋:3'] }),
      ['room|1 房屋:2 房屋:3'],
    ],
    [
      'and no other that they tell of as well',
      [told('room|1', '房屋:2', '业主:2'), told('room|2', '房屋:3', '业主:2')],
      said({ 'room|1': ['房屋:2', '业主:2'] }),
      ['room|1 房屋:2 业主:2'],
    ],
    [
      'not what has another name: it is the same',
      [told('room|a1', '房屋:2')],
      said({ 'room|1': ['房屋:2'] }),
      ['(room|1 房屋:2 > =room|a1)'],
    ],
    [
      'not what other rows tell of by its name, which is shown',
      [told('room|1', '房屋:3')],
      said({ 'room|1': ['房屋:2'] }),
      ['(room|1 房屋:2 > room|1)'],
    ],
    [
      'not what a further row tells of',
      [told('room|1', '房屋:2'), told('room|1', '房屋:3')],
      said({ 'room|1': ['房屋:2'] }),
      ['(room|1 房屋:2 > room|1)'],
    ],
    [
      'nor one row fewer',
      [told('room|1', '房屋:2')],
      said({ 'room|1': ['房屋:2', '房屋:3'] }),
      ['(room|1 房屋:2 房屋:3 > room|1)'],
    ],
    [
      'neither of two of exactly its rows: which is the same is not known',
      [told('parking|c1', '房屋:2'), told('parking|c2', '房屋:2')],
      said({ 'parking|1': ['房屋:2'] }),
      ['(parking|1 房屋:2 > parking|c1 parking|c2)'],
    ],
    [
      'nor the one of two that no further row tells of',
      [told('parking|c1', '房屋:2'), told('parking|c2', '房屋:2'), told('parking|c1', '房屋:3')],
      said({ 'parking|c1': ['房屋:2'] }),
      ['(parking|c1 房屋:2 > parking|c1 parking|c2)'],
    ],
    [
      'of its owner’s places the one that all of its rows tell of, and no other',
      [told('room|a1', '房屋:2', '业主:2+'), told('room|a2', '房屋:3', '业主:2+')],
      said({ 'room|1': ['房屋:2', '业主:2+'] }),
      ['(room|1 房屋:2 业主:2 > =room|a1)'],
    ],
    [
      'or that the rows name that named it',
      [told('room|a1', '房屋:2'), told('room|a2', '房屋:3', '业主:2+')],
      said({ 'room|1': ['房屋:2', '业主:2+'] }),
      ['(room|1 房屋:2 业主:2 > room|a1)'],
    ],
    [
      'each space of a cell that named it, also where another row told of it alone',
      [told('parking|c1', '房屋:2'), told('parking|c2', '房屋:2')],
      said({ 'parking|b1c1': ['房屋:2', '车位:2'] }),
      ['(parking|b1c1 房屋:2 车位:2 > parking|c1 parking|c2)'],
    ],
    [
      'nothing of its owner where no row names it, also if he had no other',
      [told('room|a2', '房屋:3', '业主:2+'), told('room|a3', '房屋:4', '业主:2+')],
      said({ 'room|1': ['房屋:2', '业主:2+'] }),
      ['(room|1 房屋:2 业主:2 > )'],
    ],
    [
      'nothing of another kind or sheet',
      [told('parking|c1', '房屋:2'), told('room|a1', '补充:2')],
      said({ 'room|1': ['房屋:2'] }),
      ['(room|1 房屋:2 > )'],
    ],
    [
      'what was left out before, once its rows tell of it again',
      [told('room|1', '房屋:2')],
      said({}, {}, { 'room|1': ['房屋:2'] }),
      ['room|1 房屋:2'],
    ],
    [
      'what is left out under another name, beside what was',
      [told('room|a1', '房屋:2')],
      said({ 'room|a1': ['房屋:2'] }, {}, { 'room|1': ['房屋:2'] }),
      ['room|a1 房屋:2', '(room|1 房屋:2 > =room|a1)'],
    ],
    [
      'what is left out just now, with the rows of now',
      [told('room|1', '房屋:2'), told('room|1', '房屋:3')],
      said({}, { 'room|1': 'leave' }, { 'room|1': ['房屋:2'] }),
      ['room|1 房屋:2 房屋:3', '(room|1 房屋:2 > room|1)'],
    ],
    [
      'not what is taken back',
      [told('room|1', '房屋:2')],
      said({ 'room|1': ['房屋:2'] }, { 'room|1': '' }),
      [],
    ],
  ])('%s', (_, now, saidOfIt, expected) => {
    expect(outcome(now, saidOfIt)).toEqual(expected)
  })

  test('keeps apart the rows that name it', () => {
    const now = [
      told('room|1', '房屋:2', '业主:2+'),
      told('room|1', '业主:3+'),
      told('room|2', '房屋:3', '业主:2+'),
    ]
    const left = leftOutNow(now, said({}, { 'room|1': 'leave' })).out.get('room|1')
    expect([left?.rows.map(written), left?.naming.map(written)]).toEqual([
      ['房屋:2', '业主:2', '业主:3'],
      ['房屋:2'],
    ])
  })

  test('is remembered as it was while nothing is told', () => {
    const left = said({ 'room|1': ['房屋:2'], 'room|2': ['房屋:3'] }, { 'room|2': '' })
    expect(stillLeftOut(left).map(({ id }) => id)).toEqual(['place:room|1'])
  })
})
