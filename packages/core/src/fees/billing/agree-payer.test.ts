import { newId, type CivilDate, type Period } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { changeOccupancy, endOccupancy, transferOwnership } from '../../estate/registry/index.ts'
import { beforeNextWrite, freshRequestId, testCtx } from '../../testing.ts'
import { agreePayer, billOne, chargesOfPlace, draftBillRun, endAgreement } from './index.ts'
import { Estate } from './testing.ts'

const on = (day: string) => day as CivilDate

let ctx: Ctx
let estate: Estate
let place: { kind: 'room'; id: `room_${string}` }
let owner: `pers_${string}`
let tenant: `pers_${string}`
beforeEach(async () => {
  ctx = await testCtx()
  estate = await Estate.lay(ctx)
  const [id] = (await estate.rooms([{}])) as [`room_${string}`]
  place = { kind: 'room', id }
  ;[owner, tenant] = (await estate.people(2)) as [`pers_${string}`, `pers_${string}`]
  await estate.occupy([{ place: id, person: owner }])
  // 200.00 yuan a month.
  await estate.assign(await estate.tariff({ basis: 'room', priceE4: 2_000_000 }), [id])
})

const occupancyOf = async (personId: string, role: string) => {
  const [found] = await estate.all<{ id: `occ_${string}` }>(
    sql`SELECT id FROM occupancies WHERE person_id = ${personId} AND role = ${role} ORDER BY to_on IS NOT NULL`,
  )
  return found!.id
}
const moveIn = (role: 'tenant' | 'user', toOn: string | null = null) =>
  estate.occupy([{ place: place.id, person: tenant, role, toOn }])
const agree = (fromOn: string, toOn: string | null = null) =>
  agreePayer(ctx, {
    requestId: freshRequestId(),
    agreementId: newId('agr', ctx.now),
    place,
    personId: tenant,
    fromOn: on(fromOn),
    toOn: toOn === null ? null : on(toOn),
  })
const end = async (role: string, toOn: string) =>
  endOccupancy(ctx, {
    requestId: freshRequestId(),
    occupancyId: await occupancyOf(tenant, role),
    toOn: on(toOn),
  })
const sellTo = (personId: `pers_${string}`, fromOn: string) =>
  transferOwnership(ctx, {
    requestId: freshRequestId(),
    place,
    fromOn: on(fromOn),
    newOwners: [{ occupancyId: newId('occ', ctx.now), personId, shareE4: null }],
  })
const agreements = async () =>
  (await chargesOfPlace(ctx, place)).agreements.map(({ fromOn, toOn }) => [fromOn, toOn])
/** Who is billed for how many days of a month, and who is liable beside them. */
async function billed(period: string) {
  const runId = newId('brun', ctx.now)
  const { projectId } = estate
  await draftBillRun(ctx, { requestId: freshRequestId(), runId, projectId, period: period as Period })
  return estate.all(sql`SELECT payer_person_id AS payer, liable_person_id AS liable, days, amount_fen AS fen
    FROM bills WHERE run_id = ${runId} ORDER BY from_on`)
}

describe('a tenant who pays by agreement and moves out', () => {
  test('is billed until their last day, and the owner from the next', async () => {
    await moveIn('tenant')
    await agree('2026-09-01')
    await end('tenant', '2026-11-15')
    expect(await agreements()).toEqual([['2026-09-01', '2026-11-15']])
    expect(await billed('2026-11')).toEqual([
      { payer: tenant, liable: owner, days: 15, fen: 10_000 },
      { payer: owner, liable: null, days: 15, fen: 10_000 },
    ])
    expect(await billed('2026-12')).toEqual([{ payer: owner, liable: null, days: 31, fen: 20_000 }])
  })

  test('pays no longer when their last day is entered between what whoever agrees sees and what they write', async () => {
    await moveIn('tenant')
    beforeNextWrite(ctx, () => end('tenant', '2026-11-30'))
    await expect(agree('2026-09-01')).rejects.toMatchObject({ code: 'database.conflict' })
    await agree('2026-09-01')
    expect(await agreements()).toEqual([['2026-09-01', '2026-11-30']])
  })

  test('agrees to nothing when they are gone by the time that it is written', async () => {
    await moveIn('tenant')
    beforeNextWrite(ctx, () => end('tenant', '2026-11-15'))
    await expect(agree('2026-09-01')).rejects.toMatchObject({ code: 'billing.payer_not_user' })
    expect(await agreements()).toEqual([])
  })

  test('is not billed for a month that begins after they left', async () => {
    await moveIn('tenant')
    await agree('2026-09-01')
    await end('tenant', '2026-10-15')
    expect(await billed('2026-11')).toEqual([{ payer: owner, liable: null, days: 30, fen: 20_000 }])
  })

  test('pays no longer whichever way their time ends: a correction, or the household that leaves with the seller', async () => {
    await moveIn('tenant')
    await agree('2026-09-01')
    const correct = async (toOn: string | null) =>
      changeOccupancy(ctx, {
        requestId: freshRequestId(),
        occupancyId: await occupancyOf(tenant, 'tenant'),
        role: 'tenant',
        fromOn: on('2026-09-01'),
        toOn: toOn === null ? null : on(toOn),
      })
    await correct('2026-12-31')
    await correct('2026-10-31')
    expect(await agreements()).toEqual([['2026-09-01', '2026-10-31']])
    await moveIn('user')
    await agree('2026-11-01')
    const [buyer] = (await estate.people(1)) as [`pers_${string}`]
    await sellTo(buyer, '2026-11-21')
    expect(await agreements()).toEqual([
      ['2026-11-01', '2026-11-20'],
      ['2026-09-01', '2026-10-31'],
    ])
  })

  test('goes on paying where they stay in another capacity, alone once the place is theirs, in one bill', async () => {
    await moveIn('tenant')
    await agree('2026-09-01')
    await sellTo(tenant, '2026-11-01')
    await end('tenant', '2026-11-20')
    expect(await agreements()).toEqual([['2026-09-01', null]])
    expect(await billed('2026-11')).toEqual([{ payer: tenant, liable: null, days: 30, fen: 20_000 }])
    await end('owner', '2026-12-10')
    expect(await agreements()).toEqual([['2026-09-01', '2026-12-10']])
  })

  test('has no agreement left that would begin later, and one that ends earlier keeps its day', async () => {
    await moveIn('tenant')
    await agree('2026-09-01', '2026-09-30')
    await agree('2026-12-01')
    await end('tenant', '2026-10-15')
    expect(await agreements()).toEqual([['2026-09-01', '2026-09-30']])
  })
})

describe('a last day that was entered by mistake', () => {
  const stays = async (toOn: string | null) =>
    changeOccupancy(ctx, {
      requestId: freshRequestId(),
      occupancyId: await occupancyOf(tenant, 'tenant'),
      role: 'tenant',
      fromOn: null,
      toOn: toOn === null ? null : on(toOn),
    })

  test('leaves what was agreed as it was once it is put right, and bills whom it did', async () => {
    await moveIn('tenant')
    await agree('2026-09-01', '2026-11-30')
    await agree('2026-12-01')
    const asAgreed = [
      ['2026-12-01', null],
      ['2026-09-01', '2026-11-30'],
    ]
    await end('tenant', '2026-10-15')
    expect(await agreements()).toEqual([['2026-09-01', '2026-10-15']])
    await stays('2026-12-10')
    expect(await agreements()).toEqual([['2026-12-01', '2026-12-10'], asAgreed[1]])
    await stays(null)
    expect(await agreements()).toEqual(asAgreed)
    expect(await billed('2026-12')).toEqual([{ payer: tenant, liable: owner, days: 31, fen: 20_000 }])
  })

  test('is no matter of another stay: who comes back without an agreement does not pay, nor for the days between', async () => {
    await moveIn('tenant')
    await agree('2026-01-01')
    await end('tenant', '2026-02-28')
    await estate.occupy([{ place: place.id, person: tenant, role: 'user', fromOn: '2026-09-01' }])
    await end('user', '2027-08-31')
    expect(await agreements()).toEqual([['2026-01-01', '2026-02-28']])
    await agree('2026-12-01')
    await stays('2026-03-15')
    expect(await agreements()).toEqual([
      ['2026-12-01', '2027-08-31'],
      ['2026-01-01', '2026-03-15'],
    ])
    expect(await billed('2026-11')).toEqual([{ payer: owner, liable: null, days: 30, fen: 20_000 }])
  })

  test('brings nothing back for days that somebody else has agreed to pay meanwhile, nor what somebody ended', async () => {
    const [next] = (await estate.people(1)) as [`pers_${string}`]
    await moveIn('tenant')
    await agree('2026-09-01')
    await end('tenant', '2026-10-15')
    await estate.occupy([{ place: place.id, person: next, role: 'tenant' }])
    const later = { requestId: freshRequestId(), agreementId: newId('agr', ctx.now), place, personId: next }
    await agreePayer(ctx, { ...later, fromOn: on('2026-11-01') })
    await stays(null)
    expect(await agreements()).toEqual([
      ['2026-11-01', null],
      ['2026-09-01', '2026-10-31'],
    ])
    const {
      agreements: [, first],
    } = await chargesOfPlace(ctx, place)
    await endAgreement(ctx, {
      requestId: freshRequestId(),
      agreementId: first!.id as `agr_${string}`,
      toOn: on('2026-10-20'),
    })
    await stays('2026-12-31')
    await stays(null)
    expect((await agreements())[1]).toEqual(['2026-09-01', '2026-10-20'])
  })
})

describe('days on which the holder of an agreement is not at the place are paid by the owner', () => {
  const correct = async (role: 'tenant' | 'user', fromOn: string, toOn: string | null) =>
    changeOccupancy(ctx, {
      requestId: freshRequestId(),
      occupancyId: await occupancyOf(tenant, role),
      role,
      fromOn: on(fromOn),
      toOn: toOn === null ? null : on(toOn),
    })

  test('days before a first day that was put right afterwards', async () => {
    await moveIn('tenant')
    await agree('2026-09-01')
    await correct('tenant', '2026-12-16', null)
    expect(await billed('2026-11')).toEqual([{ payer: owner, liable: null, days: 30, fen: 20_000 }])
    expect(await billed('2026-12')).toEqual([
      { payer: owner, liable: null, days: 15, fen: 9_677 },
      { payer: tenant, liable: owner, days: 16, fen: 10_323 },
    ])
  })

  test('days between two stays', async () => {
    await moveIn('tenant')
    await estate.occupy([{ place: place.id, person: tenant, role: 'user', fromOn: '2027-03-01' }])
    await agree('2026-09-01')
    await correct('tenant', '2020-01-01', '2026-10-31')
    expect(await billed('2026-10')).toEqual([{ payer: tenant, liable: owner, days: 31, fen: 20_000 }])
    expect(await billed('2026-11')).toEqual([{ payer: owner, liable: null, days: 30, fen: 20_000 }])
    expect(await billed('2027-03')).toEqual([{ payer: tenant, liable: owner, days: 31, fen: 20_000 }])
  })

  test('also where the place is billed alone', async () => {
    await moveIn('tenant')
    await agree('2026-09-01')
    await correct('tenant', '2026-12-01', null)
    await billOne(ctx, { requestId: freshRequestId(), place, period: '2026-11' as Period, remind: false })
    expect(
      await estate.all(sql`SELECT payer_person_id AS payer, liable_person_id AS liable FROM bills`),
    ).toEqual([{ payer: owner, liable: null }])
  })

  test('and none is made for days between two stays', async () => {
    await moveIn('tenant', '2026-10-31')
    await estate.occupy([{ place: place.id, person: tenant, role: 'user', fromOn: '2027-03-01' }])
    await expect(agree('2026-11-01')).rejects.toMatchObject({
      code: 'billing.payer_not_there_yet',
      params: { comesOn: '2027-03-01' },
    })
  })
})

test('an agreement that is ended on the very day on which a stay has cut it does not go on once the stay is put right', async () => {
  const stays = async (toOn: string | null) =>
    changeOccupancy(ctx, {
      requestId: freshRequestId(),
      occupancyId: await occupancyOf(tenant, 'tenant'),
      role: 'tenant',
      fromOn: null,
      toOn: toOn === null ? null : on(toOn),
    })
  await moveIn('tenant')
  const { agreementId } = await agree('2026-09-01')
  await stays('2026-10-31')
  const endIt = () =>
    endAgreement(ctx, {
      requestId: freshRequestId(),
      agreementId: agreementId as `agr_${string}`,
      toOn: on('2026-10-31'),
    })
  await endIt()
  await expect(endIt()).rejects.toMatchObject({ code: 'billing.agreement_not_found' })
  await stays(null)
  expect(await agreements()).toEqual([['2026-09-01', '2026-10-31']])
  expect(await billed('2026-11')).toEqual([{ payer: owner, liable: null, days: 30, fen: 20_000 }])
})

test('an agreement does not begin before the tenancy: it is refused with the first day, and taken from that on', async () => {
  await estate.occupy([{ place: place.id, person: tenant, role: 'tenant', fromOn: '2027-03-01' }])
  await expect(agree('2026-12-01')).rejects.toMatchObject({
    code: 'billing.payer_not_there_yet',
    params: { comesOn: '2027-03-01' },
  })
  expect(await agreements()).toEqual([])
  await agree('2027-03-01')
  expect(await billed('2026-12')).toEqual([{ payer: owner, liable: null, days: 31, fen: 20_000 }])
  expect(await billed('2027-03')).toEqual([{ payer: tenant, liable: owner, days: 31, fen: 20_000 }])
})

describe('an agreement with a tenant whose last day is known', () => {
  test('ends on it at the latest, and none is made for days after it', async () => {
    await moveIn('tenant', '2026-12-31')
    await expect(agree('2027-01-01')).rejects.toMatchObject({ code: 'billing.payer_not_user' })
    expect(await agree('2026-11-01', '2026-11-30')).toMatchObject({ toOn: '2026-11-30' })
    expect(await agree('2026-12-01')).toMatchObject({ toOn: '2026-12-31' })
    expect(await agreements()).toEqual([
      ['2026-12-01', '2026-12-31'],
      ['2026-11-01', '2026-11-30'],
    ])
  })
})
