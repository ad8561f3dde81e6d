import { and, eq, gt, isNull, ne, or, sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { policy } from './rules.ts'
import { complaints, complaintSteps } from './tables.ts'

/** What an owner says of a matter. */
export interface MatterSaid {
  roomId: string
  commonPlaceId?: string | undefined
  categoryId: string
  text: string
  wish: string
}

/**
 * What is a matter that the same owner registered in the same words a short while ago (`sameMatterMs`), and that is not
 * closed: a condition on complaints. A form that was loaded anew has other ids, so that the words alone tell that it was
 * sent before. While the matter waits for its reply, saying the same again is the same matter. Once there is a reply,
 * whoever says the same says that it is so again, and somebody has to hear it, unless it comes within minutes of the
 * registration (`sentAgainMs`): that may be the form whose answer was lost, of a matter that was settled at once.
 * The category is the one that the owner chose, also where staff have put the matter under another since.
 */
export function saidBefore(ctx: Ctx, ownerId: string, said: MatterSaid): SQL | undefined {
  const chosen = sql`coalesce((SELECT s.detail_json ->> 'from' FROM ${complaintSteps} s
    WHERE s.complaint_id = ${complaints.id} AND s.kind = 'recategorised' ORDER BY s.seq LIMIT 1), ${complaints.categoryId})`
  return and(
    eq(complaints.ownerId, ownerId),
    gt(complaints.registeredAt, ctx.now - policy.sameMatterMs),
    eq(complaints.placeId, said.commonPlaceId ?? said.roomId),
    sql`${chosen} = ${said.categoryId}`,
    eq(complaints.text, said.text),
    eq(complaints.wish, said.wish),
    ne(complaints.state, 'closed'),
    or(isNull(complaints.repliedAt), gt(complaints.registeredAt, ctx.now - policy.sentAgainMs)),
  )
}

/** Whether an owner added the same words to a complaint a short while ago, and no reply came since: a condition. */
export function addedBefore(ctx: Ctx, ownerId: string, complaintId: string, words: string): SQL<boolean> {
  return sql<boolean>`EXISTS (SELECT 1 FROM ${complaintSteps} WHERE complaint_id = ${complaintId}
    AND kind = 'owner_words' AND by_kind = 'owner' AND by_id = ${ownerId} AND owner_words = ${words}
    AND at > ${ctx.now - policy.sameWordsMs}
    AND (at > ${ctx.now - policy.sentAgainMs}
      OR at >= coalesce((SELECT replied_at FROM ${complaints} WHERE id = ${complaintId}), 0)))`
}
