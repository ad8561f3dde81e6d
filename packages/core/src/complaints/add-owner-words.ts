import { sql } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { parse } from '../input.ts'
import { complaintClosed } from './errors.ts'
import { ownComplaint } from './own-complaint.ts'
import { addOwnerWordsSchema, type AddOwnerWords } from './schemas.ts'
import { recordStep } from './steps.ts'
import { complaints } from './tables.ts'

/**
 * Adds what an owner has to say, or photos, to a complaint of theirs. It changes nothing else: thanks do not reopen a
 * matter that was replied to, a rating does.
 * @throws `complaints.not_found`, `complaints.closed`
 */
export async function addOwnerWords(ctx: Ctx, raw: AddOwnerWords): Promise<{ complaintId: string }> {
  const input = parse(addOwnerWordsSchema, raw)
  return ctx.write('complaints.add_owner_words', input, async (write) => {
    const { complaintId, words, fileIds } = input
    const { complaint } = await ownComplaint(ctx, complaintId)
    if (complaint.state === 'closed') throw complaintClosed()
    // It may be closed just now, and nobody would read them.
    write.require(
      sql`EXISTS (SELECT 1 FROM ${complaints} WHERE id = ${complaintId} AND state <> 'closed')`,
      complaintClosed,
    )
    recordStep(ctx, write, complaint, { kind: 'owner_words', ownerWords: words, fileIds })
    write.audit('complaints.owner_words_added', complaintId, { projectId: complaint.projectId })
    return { complaintId }
  })
}
