import { translator, type Locale, type Text } from '@heju/i18n'
import { auditTexts, thingOf, whoOf } from './texts.ts'
import { factsOf } from './fact-texts.ts'
import { formatInstant, formatYuan } from '@heju/kernel'
import type { Ctx } from '../../context.ts'
import { listFile } from '../exports/index.ts'
import { daysHeld } from '../spreadsheets/index.ts'
import { auditRows, entryOf, keyOf } from './queries.ts'
import { exportAuditSchema, type AuditEntryRow } from './schemas.ts'

/** The entries that a filter finds as a file. That it was made is an entry itself. */
export const exportAudit = listFile({
  schema: exportAuditSchema,
  permission: 'audit.read',
  action: 'audit.exported',
  rows: async (ctx, filter, after, most) =>
    (await auditRows(ctx, { ...filter, after }).limit(most)).map((row) => ({ ...row, ...entryOf(row) })),
  keyOf,
  when: daysHeld,
  // Some months of a large company.
  most: 20_000,
  table: (ctx, locale) => {
    const say = translator(auditTexts, locale)
    const named = (key: string, otherwise: string) => {
      const text = (auditTexts as Record<string, Text>)[key]
      return text === undefined ? otherwise : text[locale]
    }
    const subjectOf = ({ subjectName, subjectId }: { subjectName: string | null; subjectId: string }) =>
      subjectName ?? named(thingOf(subjectId), subjectId)
    return {
      name: say('title'),
      columns: [
        [say('number'), (row) => row.seq, { kind: 'number', width: 8 }],
        [say('at'), (row) => row.at, { kind: 'moment' }],
        [say('who'), (row) => whoOf(row, named(`actor.${row.actorKind}`, row.actorKind)), { width: 16 }],
        [say('what'), (row) => named(`action.${row.action}`, row.action), { width: 24 }],
        [say('subject'), subjectOf, { width: 28 }],
        [say('project'), (row) => row.projectName, { width: 16 }],
        [say('detail'), (row) => lineOf(ctx, row.detail, locale), { width: 50 }],
        [say('code'), (row) => row.action, { width: 28 }],
        [say('subjectId'), (row) => row.subjectId, { width: 34 }],
      ],
    }
  },
})

/** The facts of an entry in a line, each by its name, as the page has them; null where there are none. */
function lineOf(ctx: Ctx, detail: AuditEntryRow['detail'], locale: Locale): string | null {
  const instant = (at: number) => formatInstant(at, ctx.company.zone)
  const facts = factsOf(detail, locale, { yuan: formatYuan, instant })
  return facts.length === 0 ? null : facts.map(({ name, words }) => `${name}: ${words}`).join('; ')
}
