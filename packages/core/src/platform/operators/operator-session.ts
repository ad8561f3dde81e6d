import { sha256Hex, type PlatformDb } from '@heju/db'
import { operators, operatorSessions } from '@heju/db/platform-tables'
import { and, eq, gt, isNull } from 'drizzle-orm'

export interface Operator {
  id: string
  name: string
  email: string
}

/** Who a cookie's token stands for, if it is good. One round trip. */
export async function operatorOf(db: PlatformDb, token: string, now: number): Promise<Operator | undefined> {
  const { id, name, email, disabledAt } = operators
  const [operator] = await db.orm
    .select({ id, name, email })
    .from(operatorSessions)
    .innerJoin(operators, eq(id, operatorSessions.operatorId))
    .where(
      and(
        eq(operatorSessions.tokenSha256, await sha256Hex(token)),
        gt(operatorSessions.expiresAt, now),
        isNull(operatorSessions.endedAt),
        isNull(disabledAt),
      ),
    )
    .limit(1)
  return operator
}

/** Ends a session; its token is worth nothing from then on. */
export async function signOutOperator(db: PlatformDb, token: string, now: number): Promise<void> {
  await db.orm
    .update(operatorSessions)
    .set({ endedAt: now })
    .where(eq(operatorSessions.tokenSha256, await sha256Hex(token)))
}
