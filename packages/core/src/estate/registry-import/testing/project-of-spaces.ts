import { newId } from '@heju/kernel'
import type { Ctx } from '../../../context.ts'
import { previewOne } from '../../../fees/billing/index.ts'
import { createProject } from '../../projects/index.ts'
import { changeParkingSpace, createParkingSpace } from '../../registry/index.ts'
import { as, freshRequestId } from '../../../testing.ts'
import { answerImport, applyImport, listImportChanges, listImportProblems, previewImport } from '../index.ts'
import type { ImportSummary } from '../schemas.ts'
import { confirmAsItIs, workbook } from '../testing.ts'
import { tariffOfProject } from './tariff-of-project.ts'

type Question = ImportSummary['questions'][number]
export type Rows = readonly (readonly string[])[]
/** What is said of each lot; nothing leaves the question open. */
export type OfLots = Readonly<Record<string, 'same' | 'others'>>

const asked = () => ({ requestId: freshRequestId() })
const job = { kind: 'job', id: 'outbox' } as const

/** A project whose spaces cost 150.00 a month each, with what comes of workbooks. */
export async function projectOfSpaces(ctx: Ctx) {
  const projectId = newId('proj', ctx.now)
  await createProject(ctx, { ...asked(), projectId, name: `和居${projectId}`, type: 'residential' })
  await ctx.db.client.execute("UPDATE projects SET price_regime = 'market'")
  await tariffOfProject(ctx, projectId, {
    name: '停车费',
    feeItem: 'parking',
    basis: 'parking_space',
    priceE4: 1_500_000,
  })
  const preview = async (...sheets: Rows[]) => {
    const file = await workbook(...sheets.map((rows, at) => ({ name: `表${at}`, rows: rows as never })))
    return previewImport(
      ctx,
      { ...asked(), importId: newId('imp', ctx.now), projectId, fileName: '登记.xlsx' },
      file,
    )
  }
  /** Says of lots what is asked, and of all else that it is right unless something else is said. */
  const answerEach = async (
    found: ImportSummary,
    sayOf: (spaces: NonNullable<Question['spaces']>) => string | undefined,
    sayElse: (question: Question) => string = () => 'right',
  ): Promise<ImportSummary> => {
    const answers = found.questions.flatMap((question) => {
      const said = question.spaces ? sayOf(question.spaces) : sayElse(question)
      return question.answer === null && said !== undefined ? [{ id: question.id, answer: said }] : []
    })
    if (answers.length === 0) return found
    return answerEach(
      await answerImport(ctx, { ...asked(), importId: found.id as never, answers }),
      sayOf,
      sayElse,
    )
  }
  const answer = (found: ImportSummary, ofLots: OfLots) => answerEach(found, ({ lot }) => ofLots[lot])
  const confirm = ({ id }: ImportSummary) =>
    confirmAsItIs(ctx, { ...asked(), importId: id as never, leaveBadRows: true })
  const apply = ({ id }: ImportSummary) => applyImport(as(ctx, job), { importId: id })
  const take = async (ofLots: OfLots, ...sheets: Rows[]) => {
    const first = await preview(...sheets)
    const found = await answer(first, ofLots)
    const { items: changes } = await listImportChanges(ctx, { importId: found.id })
    const { items } = await listImportProblems(ctx, { importId: found.id })
    const anything = Object.values(found.counts).some(({ created, changed }) => created + changed > 0)
    if (anything) {
      await confirm(found)
      await apply(found)
    }
    return {
      asked: lotsAsked(first, found),
      counts: found.counts.parkingSpaces,
      changes: changes.filter(({ kind }) => kind === 'parking'),
      anything,
      said: items
        .filter(({ severity }) => severity !== 'note')
        .map(({ row, code }) => `${row} ${code.slice(16)}`),
      found,
    }
  }
  const spaces = async () => {
    const { rows } = await ctx.db.client.execute({
      sql: `SELECT s.id, s.lot, s.code, s.key, coalesce(group_concat(p.name), '') AS holders FROM parking_spaces s
        LEFT JOIN occupancies o ON o.parking_space_id = s.id LEFT JOIN people p ON p.id = o.person_id
        WHERE s.project_id = ? GROUP BY s.id ORDER BY s.key`,
      args: [projectId],
    })
    return rows.map((row) => ({
      id: String(row['id']),
      key: String(row['key']),
      is: `${String(row['lot'])}|${String(row['code'])} ${String(row['holders'])}`.trim(),
    }))
  }
  const written = async () => (await spaces()).map(({ is }) => is)
  /** What who is billed for spaces in a month, in fen. */
  const billed = async (period = '2026-11') => {
    const held = (await spaces()).filter(({ is }) => is.includes(' '))
    const all = await Promise.all(held.map(({ id }) => previewOne(ctx, { placeId: id, period })))
    return all
      .flatMap(({ bills }) => bills.map(({ payerName, amountFen }) => `${payerName} ${amountFen}`))
      .toSorted()
  }
  const logged = async (id: string) => {
    const { rows } = await ctx.db.client.execute({
      sql: `SELECT action, detail_json AS detail FROM audit_log WHERE subject_id = ? ORDER BY seq`,
      args: [id],
    })
    return rows.map(({ action, detail }) => [action, JSON.parse(String(detail))])
  }
  /** Makes a space by hand. */
  const make = (lot: string, code: string) =>
    createParkingSpace(ctx, {
      ...asked(),
      projectId,
      parkingSpaceId: newId('park', ctx.now),
      lot,
      code,
      kind: null,
      tenure: null,
      areaE2: null,
    } as never)
  /** Gives a space on record, by its key, another lot and code. */
  const rename = async (of: string, lot: string, code: string) => {
    const parkingSpaceId = (await spaces()).find(({ key }) => key === of)!.id as never
    await changeParkingSpace(ctx, { ...asked(), parkingSpaceId, lot, code })
  }
  return {
    projectId,
    preview,
    answer,
    answerEach,
    confirm,
    apply,
    take,
    spaces,
    written,
    billed,
    logged,
    make,
    rename,
  }
}

/** The lots that were asked about. */
function lotsAsked(...shown: ImportSummary[]): string[] {
  const all = shown.flatMap(({ questions }) => questions.flatMap(({ spaces }) => spaces?.lot ?? []))
  return [...new Set(all)]
}
