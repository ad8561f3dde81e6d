import { newId, type CivilDate } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { agreePayer, billOne } from '../../fees/billing/index.ts'
import { Estate } from '../../fees/billing/testing.ts'
import { auditList } from '../../platform/audit/index.ts'
import type { Ctx } from '../../context.ts'
import {
  changeBuilding,
  changeOccupancy,
  giveOccupancy,
  roomList,
  listRoomsTwice,
  tellRoomsApart,
} from '../registry/index.ts'
import { as, freshRequestId, staff, testCtx } from '../../testing.ts'
import { archiveDouble } from './index.ts'

let ctx: Ctx
let estate: Estate
let first: string
let second: string
beforeEach(async () => {
  ctx = await testCtx()
  estate = await Estate.lay(ctx)
  ;[first, second] = (await estate.rooms([{}, {}])) as [string, string]
  await keyOf(second, '1||001')
})

const keyOf = (id: string, key: string) =>
  ctx.db.client.execute({ sql: 'UPDATE rooms SET key = ? WHERE id = ?', args: [key, id] })
const pairs = async () =>
  (await listRoomsTwice(ctx, estate.projectId)).map((pair) => [pair.first.id, pair.second.id])
const archive = (roomId: string, keptId: string, by: Ctx = ctx) =>
  archiveDouble(by, { requestId: freshRequestId(), roomId, keptId })

describe('two rooms that seem to be one', () => {
  test('are asked about no more once somebody has told them apart, and it is on record who did', async () => {
    expect(await pairs()).toEqual([[first, second]])
    await tellRoomsApart(ctx, { requestId: freshRequestId(), roomId: second, otherId: first })
    await tellRoomsApart(ctx, { requestId: freshRequestId(), roomId: first, otherId: second })
    expect(await pairs()).toEqual([])
    const { items } = await auditList.page(ctx, { action: 'registry.rooms_told_apart', subjectId: second })
    expect(items).toMatchObject([{ actorId: ctx.actor.id, at: ctx.now, detail: { otherId: '1栋-1' } }])
  })

  test.each(['first', 'second'] as const)(
    'become one when the %s is archived: it leaves the list, and the other has the key',
    async (which) => {
      const [gone, kept] = which === 'first' ? [first, second] : [second, first]
      await archive(gone, kept)
      expect(await pairs()).toEqual([])
      const { items } = await roomList.page(ctx, { projectId: estate.projectId })
      expect(items.map(({ id }) => id)).toEqual([kept])
      const { rows } = await ctx.db.client.execute({
        sql: 'SELECT key FROM rooms WHERE id = ?',
        args: [kept],
      })
      expect(rows).toEqual([{ key: '1||1' }])
      await expect(archive(kept, gone)).rejects.toMatchObject({ code: 'registry.rooms_not_twice' })
      // Its building can be renamed still: what was archived has given its key away.
      const { buildingId } = estate
      await changeBuilding(ctx, { requestId: freshRequestId(), buildingId, name: '9栋' })
    },
  )

  test('become one into which nobody can be put any more', async () => {
    await archive(second, first)
    const [personId] = (await estate.people(1)) as [`pers_${string}`]
    const place = { kind: 'room', id: second as `room_${string}` } as const
    const occupancyId = newId('occ', ctx.now)
    const given = { requestId: freshRequestId(), occupancyId, place, personId, role: 'owner' } as const
    await expect(giveOccupancy(ctx, given)).rejects.toMatchObject({ code: 'registry.room_not_found' })
  })

  test('become one to which nobody comes back: only what was is put right', async () => {
    const [owner, tenant] = (await estate.people(2)) as [`pers_${string}`, `pers_${string}`]
    await estate.occupy([
      { place: second, person: owner, toOn: '2026-11-01' },
      { place: second, person: tenant, role: 'tenant', toOn: '2026-11-01' },
    ])
    await archive(second, first)
    const stays = await estate.all<{ id: `occ_${string}`; role: 'owner' | 'tenant' }>(
      sql`SELECT id, role FROM occupancies WHERE room_id = ${second} ORDER BY role`,
    )
    const until = ({ id: occupancyId, role }: (typeof stays)[number], toOn: string | null) =>
      changeOccupancy(ctx, {
        requestId: freshRequestId(),
        occupancyId,
        role,
        fromOn: '2020-01-01' as CivilDate,
        toOn: toOn as CivilDate | null,
      })
    for (const stay of stays) {
      for (const toOn of [null, '2027-01-31'])
        await expect(until(stay, toOn)).rejects.toMatchObject({ code: 'registry.room_not_found' })
      await until(stay, '2026-10-31')
    }
    const days = await estate.all(
      sql`SELECT role, to_on FROM occupancies WHERE room_id = ${second} ORDER BY role`,
    )
    expect(days).toEqual([
      { role: 'owner', to_on: '2026-10-31' },
      { role: 'tenant', to_on: '2026-10-31' },
    ])
  })

  test('become one for which nobody agrees to pay', async () => {
    const [tenant] = (await estate.people(1)) as [`pers_${string}`]
    // Until the end of the day on which it is archived.
    await estate.occupy([{ place: second, person: tenant, role: 'tenant', toOn: '2026-11-22' }])
    await archive(second, first)
    const place = { kind: 'room', id: second as `room_${string}` } as const
    const agreed = {
      requestId: freshRequestId(),
      agreementId: newId('agr', ctx.now),
      place,
      personId: tenant,
    }
    const fromOn = '2026-11-22' as CivilDate
    await expect(agreePayer(ctx, { ...agreed, fromOn })).rejects.toMatchObject({
      code: 'billing.target_not_found',
    })
  })

  test('stay two while people, bills or charges hang on the one to be archived, each with a sentence of its own', async () => {
    const refused = (code: string) => expect(archive(second, first)).rejects.toMatchObject({ code })
    const tariffId = await estate.tariff({ name: '物业费' })
    await estate.assign(tariffId, [second])
    await refused('registry.archive_has_charges')
    const [person] = await estate.people(1)
    await estate.occupy([{ place: second, person: person! }])
    await refused('registry.archive_has_people')
    const place = { kind: 'room', id: second as `room_${string}` } as const
    await billOne(ctx, { requestId: freshRequestId(), place, period: '2026-11' as never, remind: false })
    await ctx.db.client.execute(`UPDATE occupancies SET from_on = '2019-01-01', to_on = '2020-01-01'`)
    await refused('registry.archive_has_bills')
    expect(await pairs()).toEqual([[first, second]])
  })

  test('no other two rooms can be made one, and not by who may not write the registry', async () => {
    const [third] = await estate.rooms([{}])
    await expect(archive(third!, first)).rejects.toMatchObject({ code: 'registry.rooms_not_twice' })
    const auditor = as(ctx, staff('auditor'))
    await expect(archive(second, first, auditor)).rejects.toMatchObject({ kind: 'forbidden' })
    const apart = { requestId: freshRequestId(), roomId: second, otherId: first }
    await expect(tellRoomsApart(auditor, apart)).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
