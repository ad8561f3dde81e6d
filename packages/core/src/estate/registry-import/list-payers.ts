import { and, asc, eq } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { importNotFound } from './errors.ts'
import { payersOfPage } from './import-rules.ts'
import { openPart } from './parts.ts'
import { hasAssumed, hasGap, type PayerLine } from './payer-lines.ts'
import { listPayersSchema, type ListPayers } from './schemas.ts'
import { importJobs, importParts } from './tables.ts'

/**
 * Who pays from when at the places where an import changes it, page by page. Names are in it: for who may import and whose
 * sign-in stands. They are kept sealed, so that they are looked through here, part after part. One round trip.
 */
export async function listPayers(ctx: Ctx, raw: ListPayers): Promise<{ items: PayerLine[]; total: number }> {
  const { importId, search, only, page } = parse(listPayersSchema, raw)
  const { lines } = await readPayers(ctx, importId)
  const wanted: PayerLine[] = []
  let total = 0
  const first = (page - 1) * payersOfPage
  for await (const part of lines)
    for (const line of part) {
      if ((only !== undefined && !has[only](line)) || !isAbout(line, search)) continue
      if (total >= first && wanted.length < payersOfPage) wanted.push(line)
      total += 1
    }
  return { items: wanted, total }
}

const has = { assumed: hasAssumed, gaps: hasGap, left_before: ({ leftBefore }: PayerLine) => leftBefore }

/** The lines of an import, opened part after part. */
export async function readPayers(ctx: Ctx, importId: string) {
  const [jobs, parts] = await ctx.readStanding([
    ctx.db.orm
      .select({ projectId: importJobs.projectId, questionsJson: importJobs.questionsJson })
      .from(importJobs)
      .where(eq(importJobs.id, importId)),
    ctx.db.orm
      .select({ sealed: importParts.sealed })
      .from(importParts)
      .where(and(eq(importParts.importId, importId), eq(importParts.kind, 'payers')))
      .orderBy(asc(importParts.seq)),
  ])
  const [job] = jobs
  if (!job) throw importNotFound()
  ctx.require('registry.import', job.projectId)
  return { job, lines: opened(ctx, parts) }
}

async function* opened(ctx: Ctx, parts: readonly { sealed: string }[]): AsyncGenerator<PayerLine[], void> {
  for (const { sealed } of parts) yield await openPart<PayerLine[]>(ctx.vault, 'payers', sealed)
}

/** Every word that is looked for stands in the place's name or in the name of somebody who pays there, or did. */
function isAbout({ name, before, after, unbilled }: PayerLine, search: string): boolean {
  const people = [...before, ...after].flatMap(({ payer, liable }) => [payer ?? '', liable ?? ''])
  const text = [name, ...people, ...unbilled].join('\n').toLowerCase()
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
