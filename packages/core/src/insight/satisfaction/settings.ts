import { notAllowed, type Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { requireAsShown } from '../../revisions.ts'
import { wake } from '../../platform/outbox/index.ts'
import { nextOpeningAt, periodToOpen, usualSettings, type SurveySettings } from './rules.ts'
import { saveSettingsSchema, type SaveSettings, type ShownSettings } from './schemas.ts'
import { surveySettings } from './tables.ts'

/** The job that opens, reminds of, closes and calculates surveys, as it stands in the schedule. */
export const surveysJobName = 'surveys'
const onlyRow = 1

/** The query for the settings, to be sent along with others. */
export function settingsQuery(ctx: Ctx) {
  return ctx.db.orm.select().from(surveySettings)
}

/** What the company decided, or what is usual. */
export function settingsOf(rows: readonly (typeof surveySettings.$inferSelect)[]): SurveySettings {
  const [row] = rows
  if (row === undefined) return usualSettings
  const { id: _, revision: __, changedAt: ___, ...settings } = row
  return settings
}

/** How the company's surveys are set. One round trip. */
export async function readSurveySettings(ctx: Ctx): Promise<ShownSettings> {
  ctx.require('surveys.read')
  const rows = await settingsQuery(ctx)
  return { ...settingsOf(rows), revision: rows[0]?.revision ?? 0 }
}

/**
 * Sets how the company's surveys go from the next round on: a round that is open keeps its days. Only somebody who may
 * do so in all projects, since it concerns them all.
 * @throws `request.changed_meanwhile`
 */
export async function saveSurveySettings(ctx: Ctx, raw: SaveSettings): Promise<SurveySettings> {
  if (ctx.projectsWhere('surveys.manage') !== 'all') throw notAllowed({ permission: 'surveys.manage' })
  const input = parse(saveSettingsSchema, raw)
  const { requestId: _, revision, ...settings } = input
  return ctx.write('satisfaction.save_settings', input, (write) => {
    const row = { id: onlyRow, ...settings, changedAt: ctx.now }
    requireAsShown(write, surveySettings, { id: onlyRow, revision })
    write.add(
      ctx.db.orm
        .insert(surveySettings)
        .values(row)
        .onConflictDoUpdate({ target: surveySettings.id, set: row }),
    )
    write.audit('satisfaction.settings_saved', 'surveys', { detail: { ...settings } })
    const { zone } = ctx.company
    // Switched on within the first weeks of a month, this month's round opens late rather than not at all.
    const next = periodToOpen(ctx.now, settings, zone) ? ctx.now : nextOpeningAt(ctx.now, settings, zone)
    if (next !== null) wake(write, surveysJobName, next)
    return settings
  })
}
