import { translator } from '@heju/i18n'
import { complaintTexts } from './texts.ts'
import { formatInstant } from '@heju/kernel'
import * as v from 'valibot'
import type { Ctx } from '../../context.ts'
import { fileEntries, listFile } from '../../platform/exports/index.ts'
import { projects } from '../../estate/projects/index.ts'
import { clocksOf, type ShownClock } from './clocks.ts'
import { listComplaintsSchema } from './list-schemas.ts'
import { complaintsFound, keyOf } from './list-complaints.ts'

export const exportComplaintsSchema = v.object({
  ...fileEntries,
  ...v.omit(listComplaintsSchema, ['after', 'limit']).entries,
})

/** The complaints of a list as a file. Who complained stays out of it: a file that is sent around shows places only. */
export const exportComplaints = listFile({
  schema: exportComplaintsSchema,
  permission: 'complaints.read',
  action: 'complaints.exported',
  rows: complaintsWithProjects,
  keyOf,
  when: ({ month }, today) => month ?? today,
  // Ten years of a company with 3,000 households (D109). An answer of the database holds at most 10 MB, a complaint up to
  // 6 kB of words.
  most: 20_000,
  rowsOfRead: 1_000,
  table: (ctx, locale) => {
    const say = translator(complaintTexts, locale)
    const term = ({ dueAt, tone }: ShownClock) =>
      `${formatInstant(dueAt, ctx.company.zone)} ${say(`tone.${tone}`)}`
    return {
      name: say('file.complaints'),
      columns: [
        [say('file.number'), (row) => row.number, { width: 18 }],
        [say('file.project'), (row) => row.projectName, { width: 16 }],
        [say('file.place'), (row) => row.place, { width: 20 }],
        [say('file.category'), (row) => categoryOf(row, say), { width: 12 }],
        [say('file.text'), (row) => row.text, { width: 40 }],
        [say('file.channel'), (row) => say(`channel.${row.channel}`), { width: 10 }],
        [say('file.state'), (row) => say(`state.${row.state}`), { width: 12 }],
        [say('file.nature'), (row) => row.nature && say(`nature.${row.nature}`), { width: 14 }],
        [say('file.round'), (row) => row.round, { kind: 'number', width: 8 }],
        [say('file.handler'), (row) => row.handlerName, { width: 12 }],
        [say('file.registeredAt'), (row) => row.registeredAt, { kind: 'moment' }],
        [say('clock.first'), (row) => term(clocksOf(row, ctx.now).first), { width: 26 }],
        [say('clock.whole'), (row) => term(clocksOf(row, ctx.now).whole), { width: 26 }],
        [say('file.repliedAt'), (row) => row.repliedAt, { kind: 'moment' }],
        [say('file.satisfied'), (row) => contentmentOf(row, say), { width: 10 }],
        [say('file.closedAt'), (row) => row.closedAt, { kind: 'moment' }],
      ],
    }
  },
})

type Filter = Omit<Parameters<typeof complaintsFound>[1], 'after' | 'limit'>
type Row = Awaited<ReturnType<typeof complaintsWithProjects>>[number]

async function complaintsWithProjects(ctx: Ctx, filter: Filter, after: string | undefined, most: number) {
  const { id, name } = projects
  const [rows, names] = await ctx.db.orm.batch([
    // The list asks for one row more than its page has, to know whether there is another.
    complaintsFound(ctx, { ...filter, after, limit: most - 1 }),
    ctx.db.orm.select({ id, name }).from(projects),
  ])
  const nameOf = new Map(names.map((one) => [one.id, one.name]))
  return rows.map((row) => ({ ...row, projectName: nameOf.get(row.projectId) ?? '' }))
}

type Say = (key: keyof typeof complaintTexts) => string

/** The company's own name of a category, or the product's in the language of the file. */
function categoryOf({ categoryCode, categoryName }: Row, say: Say): string | null {
  const key = `category.${categoryCode}`
  return categoryName ?? (key in complaintTexts ? say(key as keyof typeof complaintTexts) : categoryCode)
}

function contentmentOf({ satisfied }: Row, say: Say): string | null {
  if (satisfied === null) return null
  return say(satisfied ? 'outcome.satisfied' : 'outcome.dissatisfied')
}
