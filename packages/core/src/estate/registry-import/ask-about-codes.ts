import { createHash } from 'node:crypto'
import { canonicalCode, spaceKey } from '../registry/index.ts'
import { asWritten, isJustSo, tellsNamesOf, type SpaceName } from './codes-alike.ts'
import type { CodeDoubt } from './import-rules.ts'
import type { Problems } from './problems.ts'
import { answered, choice, nothingSaid, type Question, type Said } from './question.ts'
import type { RegisteredSpaces } from './registered-spaces.ts'
import { besideKey, reportSpace, roomBeside, type Named } from './spaces-named.ts'
import type { NamesBeside } from './spaces-of-others.ts'

/** So many are shown: one answer is for all of them. */
const mostShown = 1000

/** A code beside a room of which it is not sure which space it means. */
interface InDoubt {
  one: Named
  space: SpaceName
  key: string
  doubt: CodeDoubt
}

/**
 * Asks of codes beside rooms, where the registry or a list of the workbook has spaces, whether those that nothing has are new, and
 * whether those that are written otherwise (C-001) are the ones that they were taken for (C001): a code may be one of theirs as only
 * whoever knows the estate can tell (负一层001), and made anew, one space would be billed twice; taken for another, one would never be
 * billed. No answer is remembered for other files.
 * @returns what codes beside rooms mean, without those that are said to be none
 */
export function askAboutCodes(
  named: readonly Named[],
  beside: NamesBeside,
  spaces: RegisteredSpaces,
  said: Said,
  problems: Problems,
): { questions: Question[]; beside: NamesBeside } {
  const listed = named.filter(({ field }) => field === 'space')
  if (listed.length === 0 && spaces.all.length === 0) return { questions: [], beside }
  const found = inDoubt(named, listed, beside, spaces)
  const groups = [...Map.groupBy(found, ({ doubt }) => doubt)].map(([doubt, own]) => ({
    own,
    question: questionOf(own, doubt, said),
  }))
  const left = groups.flatMap(({ own, question }) => (question.answer === choice.leave ? own : []))
  for (const { one } of left) reportSpace('space_left_out', one, problems, { code: one.code })
  const out = left.map(({ one }) => [besideKey(one.row.source, one.code), null] as const)
  return { questions: groups.map(({ question }) => question), beside: new Map([...beside, ...out]) }
}

function inDoubt(
  named: readonly Named[],
  listed: readonly Named[],
  beside: NamesBeside,
  spaces: RegisteredSpaces,
): InDoubt[] {
  const byCode = Map.groupBy(listed, ({ code }) => canonicalCode(code))
  const toldIn = (lists: readonly Named[]) => lists.flatMap((one) => one.holdersTold)
  const holders = new Set([...spaces.all.flatMap((known) => known.holders.flat()), ...toldIn(listed)])
  return named.flatMap((one): InDoubt[] => {
    const space = beside.get(besideKey(one.row.source, one.code))
    if (one.field !== 'parking' || !space) return []
    const key = spaceKey(space.lot, space.code)
    const [known, lists] = [spaces.get(key), byCode.get(canonicalCode(space.code)) ?? []]
    const owners = one.ownersTold
    if (known === undefined && lists.length === 0) {
      const isHolder = owners.some((person) => holders.has(person))
      return [{ one, space, key, doubt: isHolder ? 'holder' : 'new' }]
    }
    const ofSpace = [...(known?.holders.flat() ?? []), ...toldIn(lists)]
    const isOfOwner = tellsNamesOf(one.code, space) && owners.some((person) => ofSpace.includes(person))
    return isJustSo(one.code, space) || isOfOwner ? [] : [{ one, space, key, doubt: 'alike' }]
  })
}

function questionOf(own: readonly InDoubt[], doubt: CodeDoubt, said: Said): Question {
  const asked = [...Map.groupBy(own, ({ one, key }) => `${one.code}|${key}`)].map(([key, alike]) => ({
    key,
    code: wordsOf(alike[0]!),
    rooms: [...new Set(alike.map(({ one }) => roomBeside(one)))],
    owners: alike.flatMap(({ one }) => one.ownersTold),
  }))
  return answered(
    {
      id: `space:${createHash('sha256')
        .update(JSON.stringify([doubt, asked]))
        .digest('hex')}`,
      about: 'space',
      sheet: [...new Set(own.map(({ one }) => one.row.table.sheet.name))].join('、'),
      column: null,
      heading: null,
      values: asked
        .slice(0, mostShown)
        .map(({ code, rooms }) => ({ value: `${code}（${rooms.join('、')}）`, rows: rooms.length })),
      choices: [choice.right, choice.leave],
      codes: { doubt, count: asked.length },
    },
    said.remembered ? nothingSaid : said,
  )
}

function wordsOf({ one, space, doubt }: InDoubt): string {
  return doubt === 'alike' ? `${one.code} → ${asWritten(space)}` : one.code
}
