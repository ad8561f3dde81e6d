import { sql, type SQL } from 'drizzle-orm'
import { receiverOf, type Holding } from '../../platform/holdings/index.ts'
import { invitations, staff } from './tables.ts'

const isOpenOf = (staffId: string | SQL) =>
  sql`invited_by = ${staffId} AND accepted_at IS NULL AND withdrawn_at IS NULL`

/** Links that somebody sent and that are not taken yet: a colleague waits for them, or for a new one. */
export const invitationsSent: Holding = {
  kind: 'invitations',
  permission: 'staff.manage',
  columns: [invitations.invitedBy],
  rows: (staffId) => sql`SELECT i.id, NULL AS project_id, s.name AS title, i.expires_at AS due_at
    FROM ${invitations} AS i JOIN ${staff} AS s ON s.id = i.staff_id WHERE ${isOpenOf(staffId)}`,
  handOver(_ctx, write, handover) {
    const to = receiverOf(handover, sql`NULL`)
    write.change(
      sql`UPDATE ${invitations} SET invited_by = ${to} WHERE ${isOpenOf(handover.fromId)} AND ${to} IS NOT NULL`,
    )
  },
}
