import type { ImportCounts } from './import-rules.ts'
import type { ImportSummary } from './schemas.ts'

/** Whether an import would leave the registry and what is charged as they are. */
export function changesNothing(counts: ImportCounts): boolean {
  return Object.values(counts).every(({ created, changed }) => created + changed === 0)
}

/** Why nothing of a file would be written, each with the number that tells how much; what is done about it differs. */
interface WhyNothing {
  because:
    | 'no_table' // no row of headings was found
    | 'no_rows' // there is nothing under the headings
    | 'errors'
    | 'otherwise' // rows tell otherwise than what is on record, which stays
    | 'left_out' // places whose people somebody left out
    | 'fees_left_out'
    | 'spaces_left_out' // codes beside rooms that somebody did not take
    | 'kept' // charges that somebody left as they are
    | 'estates' // rows of estates that were not chosen
    | 'sheets' // sheets that somebody left out
    | 'untaken' // the rest is on record, and warnings say what was not taken
  count: number
  /** Of `kept`: which fee item the rooms would have come under. */
  name?: string
}

type Told = Pick<ImportSummary, 'tables' | 'questions' | 'errors' | 'warnings'>

/**
 * Why an import that changes nothing does not; empty where all that its file says is on record already, also with warnings of
 * what was taken and wants a look.
 */
export function whyNothing({ tables, questions, errors, warnings }: Told): WhyNothing[] {
  // What cannot be read has no other reason, and none that stands before it.
  if (tables.length === 0 && saidOfSheets(questions) === 0) return [{ because: 'no_table', count: 0 }]
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
  const rows = sum(tables.map(({ dataRows }) => dataRows))
  if (tables.length > 0 && rows === 0 && errors === 0) return [{ because: 'no_rows', count: 0 }]
  const said = (about: string, answer: string) =>
    questions.filter((one) => one.about === about && one.answer === answer && one.tellOf === undefined)
  const why: WhyNothing[] = [
    { because: 'errors', count: errors },
    { because: 'otherwise', count: sum(tables.map(({ otherwise = 0 }) => otherwise)) },
    { because: 'left_out', count: said('place', 'leave').length },
    { because: 'fees_left_out', count: said('fee', 'leave').length },
    {
      because: 'spaces_left_out',
      count: sum(said('space', 'leave').map(({ codes }) => codes?.count ?? 0)),
    },
    ...said('charge', 'keep').map(keptOf),
    { because: 'estates', count: sum(questions.map(rowsNotChosen)) },
    { because: 'sheets', count: saidOfSheets(questions) },
  ]
  const found = why.filter(({ count }) => count > 0)
  if (found.length > 0) return found
  // Of imports from before it was kept what was not taken, no more is known than how many warnings there are.
  const untaken = sum(tables.map((table) => table.untaken ?? 0))
  const count = tables.some((table) => table.untaken === undefined) ? warnings : untaken
  return count > 0 ? [{ because: 'untaken', count }] : []
}

type Question = ImportSummary['questions'][number]

function saidOfSheets(questions: readonly Question[]): number {
  return questions.filter(({ about, answer }) => about === 'sheet' && answer === 'leave_out').length
}

/** Rooms that stay as they are charged. Of imports from before that was kept, as many as there are other charges. */
function keptOf({ heading, rooms, values }: Question): WhyNothing {
  return { because: 'kept', count: rooms ?? rowsOf({ values }), name: heading ?? '' }
}

function rowsOf({ values }: Pick<Question, 'values'>): number {
  return values.reduce((all, { rows }) => all + rows, 0)
}

function rowsNotChosen({ answer, values }: Question): number {
  if (answer?.startsWith('only:') !== true) return 0
  return rowsOf({ values: values.filter(({ value }) => value !== answer.slice(5)) })
}
