import type { CivilDate } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { beforeNextWrite, freshRequestId, testCtx } from '../../testing.ts'
import { approveTariff, assignTariff, switchTariff } from './index.ts'
import { Estate } from './testing.ts'

const approval = {
  approvalKind: 'contract' as const,
  approvalNo: 'HT-1',
  approvalOn: '2025-12-01' as CivilDate,
}

test.each(['approved', 'switched on'])(
  'of two tariffs that are %s at once, each in place of the other, one charges and the other is told',
  async (how) => {
    const ctx = await testCtx()
    const estate = await Estate.lay(ctx)
    const rooms = await estate.rooms([{}, {}])
    const state = how === 'approved' ? 'draft' : 'disabled'
    const [first, second] = [await estate.tariff({ state }), await estate.tariff({ state })]
    await estate.assign(first, rooms)
    await estate.assign(second, rooms)
    const use = (tariffId: string) => {
      const said = { requestId: freshRequestId(), tariffId, others: 'replace' as const }
      return how === 'approved'
        ? approveTariff(ctx, { ...said, approval })
        : switchTariff(ctx, { ...said, state: 'active' })
    }
    beforeNextWrite(ctx, () => use(first))
    await expect(use(second)).rejects.toMatchObject({ code: 'database.conflict' })
    const charged = sql`SELECT f.id, f.state, count(a.target_id) AS places FROM tariffs f
      LEFT JOIN tariff_assignments a ON a.tariff_id = f.id AND a.to_on IS NULL GROUP BY f.id ORDER BY f.id = ${second}`
    expect(await estate.all(charged)).toEqual([
      { id: first, state: 'active', places: 2 },
      { id: second, state, places: 0 },
    ])
  },
)

test.each([null, '2026-12-31'])(
  'one that is switched off as it is assigned in place of another takes nothing of it (until %s)',
  async (toOn) => {
    const ctx = await testCtx()
    const estate = await Estate.lay(ctx)
    const rooms = await estate.rooms([{}])
    const [usual, next] = [await estate.tariff(), await estate.tariff()]
    await estate.assign(usual, rooms)
    beforeNextWrite(ctx, () =>
      switchTariff(ctx, { requestId: freshRequestId(), tariffId: next, state: 'disabled' }),
    )
    await assignTariff(ctx, {
      requestId: freshRequestId(),
      tariffId: next,
      scope: { kind: 'project' },
      fromOn: '2026-12-01' as CivilDate,
      toOn: toOn as CivilDate | null,
      others: 'replace',
    })
    const days = sql`SELECT tariff_id AS id, to_on AS toOn FROM tariff_assignments ORDER BY tariff_id = ${next}`
    expect(await estate.all(days)).toEqual([
      { id: usual, toOn: null },
      { id: next, toOn },
    ])
  },
)
