import type { Write } from '@heju/db'
import { sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { requireNotAhead } from '../../not-ahead.ts'
import type { StepRecord } from '../../platform/procedure/index.ts'
import type { JudgedNature } from './schemas.ts'
import { moveOn } from './matters.ts'

/** The columns that say what nature a complaint is of (D88, D89). */
export function natureColumns(judged: JudgedNature) {
  const none = { natureKind: null, natureGround: null, authorityNo: null, authorityOn: null }
  if (judged.nature === 'communicative') return { ...none, nature: judged.nature, natureKind: judged.kind }
  const { nature, ground: natureGround } = judged
  if (judged.ground === 'harm') return { ...none, nature, natureGround }
  return {
    nature,
    natureKind: null,
    natureGround,
    authorityNo: judged.authorityNo,
    authorityOn: judged.authorityOn,
  }
}

/** @throws `request.invalid` where the authority would register a breach on a day to come */
export function checkNature(ctx: Ctx, judged: JudgedNature): void {
  if ('authorityOn' in judged) requireNotAhead(ctx, { 'judgement.authorityOn': judged.authorityOn })
}

/** Judging is the first handling, which the 24 hours of D98 are for. Whoever judges handles it, unless somebody does. */
export function judge<C extends Parameters<typeof moveOn>[2]>(
  ctx: Ctx,
  write: Write,
  complaint: C,
  judgement: JudgedNature,
  more: { promisedAt?: number | undefined; record?: Omit<StepRecord, 'kind' | 'detail'> } = {},
): C {
  const { promisedAt, record } = more
  checkNature(ctx, judgement)
  return moveOn(ctx, write, complaint, 'judged', {
    set: {
      ...natureColumns(judgement),
      firstHandledAt: sql`coalesce(first_handled_at, ${ctx.now})`,
      handlerId: sql`coalesce(handler_id, ${ctx.actor.id})`,
      ...(promisedAt === undefined ? {} : { promisedAt }),
    },
    record: { ...record, detail: judgement },
  })
}
