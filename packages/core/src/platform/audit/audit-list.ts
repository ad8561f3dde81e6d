import { auditLog } from '@heju/db'
import { translator, type Locale, type Text } from '@heju/i18n'
import { addDays, formatInstant, formatYuan, startOfDay } from '@heju/kernel'
import { eq, gte, lt } from 'drizzle-orm'
import * as v from 'valibot'
import type { Ctx } from '../../context.ts'
import { daySchema } from '../calendar/index.ts'
import { defineList } from '../lists/index.ts'
import { daysHeld } from '../spreadsheets/index.ts'
import { todayOf } from '../../today.ts'
import { factsOf } from './fact-texts.ts'
import { entryColumns, entryOf, namedFactsOf } from './queries.ts'
import { auditEntrySchema, type AuditEntryRow } from './schemas.ts'
import { auditTexts, thingOf, whoOf } from './texts.ts'

const id = v.pipe(v.string(), v.maxLength(80))
const { at, seq, subjectId, actorId, action } = auditLog

/** Who did what, newest first; of one thing, one actor, one kind or some days where asked. That its file was made is an entry itself. */
export const auditList = defineList({
  permission: 'audit.read',
  filter: {
    /** What it was done to. */
    subjectId: v.optional(id),
    /** Who did it. */
    actorId: v.optional(id),
    /** What was done, by its code: `payments.recorded`. */
    action: v.optional(v.pipe(v.string(), v.regex(/^[a-z_]+\.[a-z_]+$/))),
    /** First and last day, in the company's zone. */
    from: v.optional(daySchema),
    to: v.optional(daySchema),
  },
  item: auditEntrySchema,
  project: null,
  where: ({ company: { zone } }, filter) => [
    filter.subjectId === undefined ? undefined : eq(subjectId, filter.subjectId),
    filter.actorId === undefined ? undefined : eq(actorId, filter.actorId),
    filter.action === undefined ? undefined : eq(action, filter.action),
    filter.from === undefined ? undefined : gte(at, startOfDay(filter.from, zone)),
    filter.to === undefined ? undefined : lt(at, startOfDay(addDays(filter.to, 1), zone)),
  ],
  order: { by: { at, seq }, direction: 'descending' },
  query: (ctx, { where, orderBy, limit }) =>
    ctx.db.orm
      .select(entryColumns(todayOf(ctx)))
      .from(auditLog)
      .where(where)
      .orderBy(...orderBy)
      .limit(limit),
  shown: (row) => entryOf(row),
  file: {
    action: 'audit.exported',
    when: daysHeld,
    // Some months of a large company.
    most: 20_000,
    table: (ctx, locale) => {
      const say = translator(auditTexts, locale)
      const named = (key: string, otherwise: string) => {
        const text = (auditTexts as Record<string, Text>)[key]
        return text === undefined ? otherwise : text[locale]
      }
      return {
        name: say('title'),
        columns: [
          [say('number'), (row) => row.seq, { kind: 'number', width: 8 }],
          [say('at'), (row) => row.at, { kind: 'moment' }],
          [say('who'), (row) => whoOf(row, named(`actor.${row.actorKind}`, row.actorKind)), { width: 16 }],
          [say('what'), (row) => named(`action.${row.action}`, row.action), { width: 24 }],
          [
            say('subject'),
            (row) => row.subjectName ?? named(thingOf(row.subjectId), row.subjectId),
            { width: 28 },
          ],
          [say('project'), (row) => row.projectName, { width: 16 }],
          [say('detail'), (row) => lineOf(ctx, namedFactsOf(row), locale), { width: 50 }],
          [say('code'), (row) => row.action, { width: 28 }],
          [say('subjectId'), (row) => row.subjectId, { width: 34 }],
        ],
      }
    },
  },
})

/** The facts of an entry in a line, each by its name, as the page has them; null where there are none. */
function lineOf(ctx: Ctx, detail: AuditEntryRow['detail'], locale: Locale): string | null {
  const instant = (moment: number) => formatInstant(moment, ctx.company.zone)
  const facts = factsOf(detail, locale, { yuan: formatYuan, instant })
  return facts.length === 0 ? null : facts.map(({ name, words }) => `${name}: ${words}`).join('; ')
}
