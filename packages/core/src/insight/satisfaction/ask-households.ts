import { civilDateOf, nextDaytime } from '@heju/kernel'
import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { enqueueMessages, type NewMessage } from '../../platform/messages/index.ts'
import type { EventHandler } from '../../platform/outbox/index.ts'
import { productKey } from '../../product-keys.ts'
import { projects } from '../../estate/projects/index.ts'
import { occupancies, phoneForMessages } from '../../estate/registry/index.ts'
import { askedAlready } from './errors.ts'
import { askEventType } from './open-rounds.ts'
import { daytime } from './rules.ts'
import { settingsOf, settingsQuery } from './settings.ts'
import { surveyHouseholds, surveyRounds } from './tables.ts'

/** Messages of one write: enough that thousands take few round trips, few enough to seal in a moment. */
const atOnce = 200

interface Asked {
  roomId: string
  projectId: string
  projectName: string
  closesAt: number
  phoneSealed: string | null
}

/**
 * Tells owners that they are asked for their opinion, or reminds them, once each for a household and round: those who
 * answered meanwhile are left in peace, for all of their rooms. Goes on with an event of its own until all were told.
 */
export const askHouseholds: EventHandler = async (ctx, event, ports) => {
  const {
    roundId,
    remind,
    after = '',
  } = event.payload as { roundId: string; remind: boolean; after?: string }
  const [settings, asked] = await ctx.db.orm.batch([
    settingsQuery(ctx),
    ctx.db.orm.select(askedColumns).from(sql`(${toAsk(ctx, roundId, remind, after)})`),
  ])
  if (!settingsOf(settings).sendMessages || asked.length === 0) return
  await ctx.writeOnce(productKey('satisfaction.ask', event.id), async (write) => {
    const messages = await Promise.all(
      asked.map((household) => messageTo(ctx, household, { roundId, remind, origin: ports.origin })),
    )
    const sent = messages.filter((message) => message !== null)
    await enqueueMessages(ctx, write, sent)
    const told = asked.filter((_, i) => messages[i] !== null).map(({ roomId }) => roomId)
    const column = sql.raw(remind ? 'reminded_at' : 'invited_at')
    write.change(sql`UPDATE ${surveyHouseholds} SET ${column} = ${ctx.now} WHERE ${column} IS NULL
      AND round_id = ${roundId} AND room_id IN (SELECT value FROM json_each(${JSON.stringify(told)}))`)
    // Another event may be telling the same households at this moment: then nobody is told twice.
    write.require(sql`changes() = ${told.length}`, askedAlready)
    const last = asked.at(-1)
    if (last === undefined || asked.length < atOnce) return
    write.publish({ type: askEventType, roundId, remind, after: last.roomId })
  })
}

const askedColumns = {
  roomId: sql<string>`room_id`,
  projectId: sql<string>`project_id`,
  projectName: sql<string>`name`,
  closesAt: sql<number>`closes_at`,
  phoneSealed: sql<string | null>`phone_sealed`,
}

/** The households that are to be told, in order. A test holds it to its indexes. */
export function toAsk(ctx: Ctx, roundId: string, remind: boolean, after: string): SQL {
  const turn = remind ? sql`h.invited_at IS NOT NULL AND h.reminded_at IS NULL` : sql`h.invited_at IS NULL`
  return sql`SELECT h.room_id, s.project_id, p.name, s.closes_at,
      ${phoneForMessages('phone_sealed', sql`h.person_id`)} AS phone_sealed
    FROM ${surveyRounds} s JOIN ${projects} p ON p.id = s.project_id JOIN ${surveyHouseholds} h ON h.round_id = s.id
    WHERE s.id = ${roundId} AND s.closed_at IS NULL AND s.closes_at > ${ctx.now}
      AND h.lead = 1 AND ${turn} AND h.answer_id IS NULL
      AND h.room_id > ${after}
      AND NOT EXISTS (SELECT 1 FROM ${occupancies} o JOIN ${surveyHouseholds} other
        ON other.round_id = h.round_id AND other.room_id = o.room_id
        WHERE o.person_id = h.person_id AND other.person_id = h.person_id AND other.answers > 0)
    ORDER BY h.room_id LIMIT ${atOnce}`
}

/** The message to a household; null when its phone was taken out of the registry meanwhile. */
async function messageTo(
  ctx: Ctx,
  asked: Asked,
  { roundId, remind, origin }: { roundId: string; remind: boolean; origin: string },
): Promise<NewMessage | null> {
  if (asked.phoneSealed === null) return null
  const number = await ctx.vault.unseal('people.phone', asked.phoneSealed)
  const { zone } = ctx.company
  return {
    purpose: remind ? 'survey_reminder' : 'survey_open',
    subjectId: roundId,
    projectId: asked.projectId,
    // A channel takes mainland mobiles as people write them.
    phone: number.replace(/^\+86/, ''),
    params: {
      project: asked.projectName,
      // A round closes at midnight: its last day is the one before.
      until: civilDateOf(asked.closesAt - 1, zone),
      link: `${origin}/portal/survey`,
    },
    notBefore: nextDaytime(ctx.now, zone, daytime.from, daytime.to),
  }
}
