import { sha256Hex } from '@heju/db'
import { civilDateOf, firstDay, periodOf } from '@heju/kernel'
import type { Ctx } from '../../context.ts'
import { indexPhone, idField } from '../registry/index.ts'
import { todayOf } from '../../today.ts'
import { askAboutCharges, chargesDecided, decisionsOf } from './ask-about-charges.ts'
import { askWhoPays } from './ask-who-pays.ts'
import { stillLeftOut } from './left-out-places.ts'
import { askAboutFees, withoutLeftOut } from './ask-about-fees.ts'
import { applyParts } from './apply-parts.ts'
import { badRows } from './bad-rows.ts'
import type { RegistryDraft, RegistryReading, TariffDraft } from './draft.ts'
import { readExisting, withLots, type Existing } from './existing.ts'
import { countedKinds, rowsOfPart, type ImportCounts } from './import-rules.ts'
import type { PersonIndexes } from './match-people.ts'
import { comingUnder, type ComingUnder } from './coming-under.ts'
import { notTakenOf } from './not-taken.ts'
import { chunked, sealPart } from './parts.ts'
import { planImport, type Plan } from './plan.ts'
import { asFoundBefore } from './places-as-read.ts'
import { Problems, type Problem } from './problems.ts'
import { nothingSaid, type Question, type Said } from './question.ts'
import { readRegistry } from './read-registry.ts'
import { reportTariffs } from './report-tariffs.ts'
import { registeredOf, type Registered } from './registered.ts'
import { saidBefore } from './remembered.ts'
import type { Sheet } from '../../platform/spreadsheets/index.ts'
import type { importJobs } from './tables.ts'
import type { KnownTariffs, TariffPort } from './tariff-port.ts'
import { namesByKey } from './tariffs.ts'
import { cellText } from './text.ts'

/** What an upload would do, as it is kept: the columns of the job that it decides, and the parts. */
export interface Calculated {
  job: Pick<
    typeof importJobs.$inferSelect,
    | 'countsJson'
    | 'tablesJson'
    | 'errors'
    | 'warnings'
    | 'notes'
    | 'parts'
    | 'appliedBefore'
    | 'openQuestions'
    | 'questionsJson'
    | 'layout'
    | 'chargesJson'
  >
  /** What rooms on record would be charged by as it stands now. */
  charged: readonly ComingUnder[]
  counts: ImportCounts
  parts: SealedPart[]
}

/**
 * Compares a file with the registry. With a question open nothing is planned: what a row is, is not known yet. Who pays from
 * when is asked of what is planned; nothing of it is to be applied before that is answered.
 * @param said null: what was said of files of the project before
 * @param previewedAt when the file was first looked at: answers do not move its charges into another month
 */
export async function calculateImport(
  ctx: Ctx,
  projectId: string,
  sheets: readonly Sheet[],
  said: Said | null,
  port: TariffPort,
  previewedAt = ctx.now,
): Promise<Calculated> {
  const onRecord = await readExisting(ctx, projectId)
  const { reading, layout } = await readWith(sheets, registeredOf(onRecord), onRecord, said)
  const existing = withLots(onRecord, reading.lots)
  const { tables } = reading
  const isRead = countOpen(reading.questions) === 0
  // By another answer a row may be right: none is judged before it is known how the rows are read.
  const problems = new Problems(
    isRead ? reading.problems : reading.problems.filter(({ row }) => row === null),
  )
  const month = firstDay(periodOf(civilDateOf(previewedAt, ctx.company.zone)))
  const tariffs = isRead
    ? tariffsOf(
        await port.known(ctx, projectId, reading.draft, month),
        reading.draft,
        said ?? saidBefore(existing.said, layout),
      )
    : null
  const questions = [...reading.questions, ...(tariffs?.questions ?? [])]
  if (tariffs !== null) reportTariffs(reading.draft, tariffs.found, tariffs.leftOut, problems)
  const isClear = countOpen(questions) === 0
  const plan =
    tariffs !== null && isClear ? await planOf(ctx, tariffs, existing, said ?? nothingSaid, problems) : null
  // Asked when all else is said: until then it is not known who would come in.
  const ofPayers =
    plan === null
      ? stillLeftOut(said ?? nothingSaid)
      : await askWhoPays(plan.payers, plan.leftOut, said ?? nothingSaid)
  questions.push(...ofPayers)
  const open = countOpen(questions)
  const found = { ...reading, problems: problems.list, questions }
  const parts = await sealParts(ctx, sheets, found, plan, open === 0 ? tariffs : null)
  const severity = (wanted: Problem['severity']) =>
    problems.list.filter((problem) => problem.severity === wanted).length
  const counts = plan?.counts ?? nothingCounted()
  const coming = plan === null ? [] : comingUnder(plan, existing.rooms)
  const notTaken = notTakenOf(problems.list)
  return {
    counts,
    parts,
    charged: coming.filter(([name]) => tariffs!.inUse.has(name)),
    job: {
      countsJson: JSON.stringify(counts),
      tablesJson: JSON.stringify(tables.map((table) => ({ ...table, ...notTaken(table.sheet) }))),
      errors: severity('error'),
      warnings: severity('warning'),
      notes: severity('note'),
      parts: parts.filter(([kind]) => kind === 'apply').length,
      appliedBefore: existing.appliedImports,
      openQuestions: open,
      questionsJson: JSON.stringify(questions),
      layout,
      chargesJson: JSON.stringify(coming),
    },
  }
}

function countOpen(questions: readonly Question[]): number {
  return questions.filter(({ answer }) => answer === null).length
}

/** Fee items among those of the project, and what is asked: whether new ones are right, and what becomes of second charges. */
function tariffsOf(all: KnownTariffs, draft: RegistryDraft, said: Said) {
  const fees = askAboutFees(all, said)
  const { found, leftOut } = withoutLeftOut(all, fees)
  const asked = askAboutCharges(found.tariffs, found.charges, said)
  const others = decisionsOf(asked)
  const begun = (tariff: TariffDraft) => ({
    ...tariff,
    fromOn: tariff.fromOn ?? found.begins.get(tariff.key) ?? null,
  })
  return {
    questions: [...fees, ...asked].map(({ question }) => question),
    others,
    found,
    leftOut,
    inUse: new Set(found.tariffs.flatMap(({ key, name }) => (found.inUse.has(key) ? [name] : []))),
    // What was looked at is what is applied, also in a later month.
    draft: { ...draft, tariffs: found.tariffs.map(begun), roomTariffs: found.roomTariffs },
    known: {
      tariffs: found.known,
      roomTariffs: new Set([...found.assigned.keys(), ...found.covered]),
      charging: found.charging,
    },
    charges: chargesDecided(found.charges, others),
  }
}
type TariffsOfDraft = ReturnType<typeof tariffsOf>

async function planOf(
  ctx: Ctx,
  { draft, known, charges }: TariffsOfDraft,
  existing: Existing,
  said: Said,
  problems: Problems,
): Promise<Plan> {
  const indexes = await indexPeople(ctx, draft)
  const today = todayOf(ctx)
  return planImport({ draft, existing, indexes, known, charges, said, problems, now: ctx.now, today })
}

function nothingCounted(): ImportCounts {
  const none = { created: 0, changed: 0, unchanged: 0 }
  return Object.fromEntries(countedKinds.map((kind) => [kind, none])) as ImportCounts
}

async function readWith(
  sheets: readonly Sheet[],
  registered: Registered,
  existing: Existing,
  said: Said | null,
): Promise<{ reading: RegistryReading; layout: string }> {
  const read = ({ answers, ...more }: Said) => readRegistry(sheets, registered, answers, more)
  const first = read(said ?? saidBefore(existing.said))
  const layout = await layoutOf(sheets, first)
  const isOpen = first.questions.some(({ about, answer }) => about === 'sheet' && answer === null)
  const isKnown = existing.said.some((before) => before.layout === layout)
  const again = said === null && isOpen && isKnown
  return { reading: again ? read(saidBefore(existing.said, layout)) : first, layout }
}

/** One for all workbooks with the same sheets and headings, however long. Free of what stands in the cells. */
function layoutOf(sheets: readonly Sheet[], { tables, questions }: RegistryReading): Promise<string> {
  const rowsOf = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows ?? []
  const of = tables.map(({ sheet, kind, headings: { first, last } }) => [
    sheet,
    kind,
    rowsOf(sheet)
      .slice(first - 1, last)
      .map((row) => row.map(cellText)),
  ])
  const asked = questions.flatMap(({ id, about }) => (about === 'sheet' ? [id] : []))
  return sha256Hex(JSON.stringify([of, asked.toSorted()]))
}

async function indexPeople(ctx: Ctx, draft: RegistryDraft): Promise<ReadonlyMap<string, PersonIndexes>> {
  const indexed = await Promise.all(
    draft.people.map(async ({ key, phones, idNumber }) => {
      const id = idNumber === null ? null : await ctx.vault.index(idField, idNumber)
      return [
        key,
        { phones: await Promise.all(phones.map((phone) => indexPhone(ctx.vault, phone))), id },
      ] as const
    }),
  )
  return new Map(indexed)
}

type SealedPart = [kind: string, seq: number, sealed: string]

async function sealParts(
  ctx: Ctx,
  sheets: readonly Sheet[],
  reading: RegistryReading,
  plan: Plan | null,
  tariffs: TariffsOfDraft | null,
): Promise<SealedPart[]> {
  const kinds: [string, unknown[]][] = [
    [
      'apply',
      plan && tariffs
        ? applyParts(plan, Object.fromEntries(namesByKey(tariffs.draft.tariffs)), tariffs.others)
        : [],
    ],
    ['changes', plan ? chunked(plan.changes, rowsOfPart) : []],
    ['problems', chunked(reading.problems, rowsOfPart)],
    ['bad_rows', badRows(sheets, reading)],
    ['payers', plan ? chunked(plan.payers.lines, rowsOfPart) : []],
    ['as_read', plan ? chunked(asFoundBefore(plan.asRead, plan.lots), rowsOfPart) : []],
    ['spaces_as_read', plan?.spacesAsRead ?? []],
    // What was shown of who pays, of charges and of spaces may have to be shown anew.
    [
      'sheets',
      reading.questions.length > 0 ||
      plan?.asRead.length ||
      plan?.roomTariffs.length ||
      plan?.spacesAsRead.length
        ? packSheets(sheets)
        : [],
    ],
  ]
  // One after the other: packed all at once, the rows of a large workbook would lie in memory several times.
  const sealed: SealedPart[] = []
  for (const [kind, parts] of kinds) {
    for (const [seq, part] of parts.entries()) sealed.push([kind, seq, await sealPart(ctx.vault, kind, part)])
  }
  return sealed
}

/** Rows of a file that are kept together while it has questions. */
const rowsOfSheetPart = 5000

interface SheetPart extends Pick<Sheet, 'name' | 'hidden'> {
  rows: Sheet['rows']
  spread: number[]
}

function packSheets(sheets: readonly Sheet[]): SheetPart[] {
  return sheets.flatMap(({ name, hidden, rows, spread }) =>
    chunked(rows, rowsOfSheetPart).map((some, at) => ({
      name,
      hidden,
      rows: some,
      spread: at === 0 ? [...spread] : [],
    })),
  )
}

/** The sheets of a file out of the parts in which they were kept. */
export function unpackSheets(parts: readonly SheetPart[]): Sheet[] {
  return [...Map.groupBy(parts, ({ name }) => name).values()].map((own) => ({
    name: own[0]!.name,
    hidden: own[0]!.hidden,
    rows: own.flatMap(({ rows }) => rows),
    spread: new Set(own[0]!.spread),
  }))
}
