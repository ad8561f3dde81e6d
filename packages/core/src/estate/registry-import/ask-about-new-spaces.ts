import { createHash } from 'node:crypto'
import { canonicalCode, spaceKey } from '../registry/index.ts'
import type { SpaceName } from './codes-alike.ts'
import { ownersToldBy, textOf } from './holders-in.ts'
import type { Problems } from './problems.ts'
import { answered, choice, mostValues, nothingSaid, type Question, type Said } from './question.ts'
import type { RegisteredSpaces } from './registered-spaces.ts'
import { besideKey, reportSpace, type Named } from './spaces-named.ts'
import type { NamesBeside } from './spaces-of-others.ts'

/** A code beside a room by which a space would come that is not on record. */
interface New {
  one: Named
  space: SpaceName
  key: string
  /** Whether the owner of the room has spaces, by the registry or a list. */
  isOfHolder: boolean
}

/**
 * Asks whether codes beside rooms that neither the registry nor a list of the workbook has are new spaces, where one of these has any:
 * a code may be one of theirs as only whoever knows the estate can tell (B1-001 is 负一层 001), and made anew, one space would be
 * billed twice. Apart for owners who have spaces already. No answer is remembered for other files.
 * @returns what codes beside rooms mean, without those that are said to be none
 */
export function askAboutNewSpaces(
  named: readonly Named[],
  beside: NamesBeside,
  spaces: RegisteredSpaces,
  said: Said,
  problems: Problems,
): { questions: Question[]; beside: NamesBeside } {
  const listed = named.filter(({ field }) => field === 'space')
  if (listed.length === 0 && spaces.all.length === 0) return { questions: [], beside }
  const found = newSpaces(named, listed, beside, spaces)
  const groups = [...Map.groupBy(found, ({ isOfHolder }) => isOfHolder)].map(([isOfHolder, own]) => ({
    own,
    question: questionOf(own, isOfHolder, said),
  }))
  const left = groups.flatMap(({ own, question }) => (question.answer === choice.leave ? own : []))
  for (const { one } of left) reportSpace('space_left_out', one, problems, { code: one.code })
  return {
    questions: groups.map(({ question }) => question),
    beside: new Map([
      ...beside,
      ...left.map(({ one }) => [besideKey(one.row.source, one.code), null] as const),
    ]),
  }
}

function newSpaces(
  named: readonly Named[],
  listed: readonly Named[],
  beside: NamesBeside,
  spaces: RegisteredSpaces,
): New[] {
  const codes = new Set(listed.map(({ code }) => canonicalCode(code)))
  const holders = new Set([
    ...spaces.all.flatMap((known) => known.holders.flat()),
    ...listed.flatMap((one) => one.holdersTold),
  ])
  return named.flatMap((one): New[] => {
    const space = beside.get(besideKey(one.row.source, one.code))
    if (one.field !== 'parking' || !space || codes.has(canonicalCode(space.code))) return []
    const key = spaceKey(space.lot, space.code)
    if (spaces.get(key) !== undefined) return []
    return [{ one, space, key, isOfHolder: one.ownersTold.some((person) => holders.has(person)) }]
  })
}

function questionOf(own: readonly New[], isOfHolder: boolean, said: Said): Question {
  const asked = [...Map.groupBy(own, ({ key }) => key)].map(([key, alike]) => ({
    key,
    code: alike[0]!.one.code,
    rooms: [...new Set(alike.map(({ one }) => roomOf(one)))],
    owners: alike.flatMap(({ one }) => ownersToldBy(one.row)),
  }))
  return answered(
    {
      id: `space:${createHash('sha256')
        .update(JSON.stringify([isOfHolder, asked]))
        .digest('hex')}`,
      about: 'space',
      sheet: [...new Set(own.map(({ one }) => one.row.table.sheet.name))].join('、'),
      column: null,
      heading: null,
      values: asked
        .slice(0, mostValues)
        .map(({ code, rooms }) => ({ value: `${code}（${rooms.join('、')}）`, rows: rooms.length })),
      choices: [choice.right, choice.leave],
      newSpaces: { spaces: asked.length, isOfHolder },
    },
    said.remembered ? nothingSaid : said,
  )
}

function roomOf({ row, building }: Named): string {
  return [building, textOf(row, 'unit'), textOf(row, 'room') || textOf(row, 'address')]
    .filter(Boolean)
    .join('-')
}
