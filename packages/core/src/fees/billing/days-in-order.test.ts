import { newId, type CivilDate } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { freshRequestId, testCtx } from '../../testing.ts'
import { addPrice, agreePayer, assignTariff, createTariff, previewScope } from './index.ts'
import { Estate } from './testing.ts'

test('a last day before the first is refused with its field, wherever days of charges are given, and nothing is saved', async () => {
  const ctx = await testCtx()
  const estate = await Estate.lay(ctx)
  const { projectId } = estate
  const [room] = (await estate.rooms([{}])) as [`room_${string}`]
  const [person] = (await estate.people(1)) as [`pers_${string}`]
  await estate.occupy([{ place: room, person, role: 'tenant' }])
  const tariffId = await estate.tariff()
  await estate.assign(tariffId, [room])
  const days = { fromOn: '2026-12-01' as CivilDate, toOn: '2026-10-31' as CivilDate }
  const asked = { scope: { kind: 'project' }, ...days } as const
  const approval = { approvalKind: 'contract', approvalNo: '1', approvalOn: days.toOn } as const
  const price = { priceE4: 20_000, approval }
  const fee = { projectId, feeItem: 'property', basis: 'area' } as const
  const by = () => ({ requestId: freshRequestId() })
  const place = { kind: 'room', id: room } as const
  const ways = [
    () => assignTariff(ctx, { ...by(), tariffId, ...asked }),
    () =>
      createTariff(ctx, { ...by(), tariffId: newId('tariff', 1), name: '新', ...fee, ...asked, ...price }),
    () => addPrice(ctx, { ...by(), tariffId, ...days, ...price }),
    () => agreePayer(ctx, { ...by(), agreementId: newId('agr', 1), place, personId: person, ...days }),
    () => previewScope(ctx, { ...fee, ...asked }),
  ]
  for (const way of ways)
    await expect(way()).rejects.toMatchObject({
      code: 'request.invalid',
      fields: [{ path: 'toOn', code: 'registry.field.ends_before' }],
    })
  expect(await estate.all(sql`SELECT count(*) AS n FROM tariff_assignments`)).toEqual([{ n: 1 }])
})
