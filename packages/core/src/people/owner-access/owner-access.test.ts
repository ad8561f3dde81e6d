import { eventHandlers } from '../../platform/jobs/registry.ts'
import {
  accountRefused,
  channelUnavailable,
  messages,
  type MessageChannel,
} from '../../platform/messages/index.ts'
import { drainOutbox, type Ports } from '../../platform/outbox/index.ts'
import { civilDateOf } from '@heju/kernel'
import { desc, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bills } from '../../fees/billing/index.ts'
import type { Ctx } from '../../context.ts'
import { owners, refreshSession } from '../identity/index.ts'
import { asVisitor, testCaller } from '../identity/testing.ts'
import { addBill } from '../../fees/payments/testing.ts'
import { changePerson, endOccupancy } from '../../estate/registry/index.ts'
import { smallProject } from '../../estate/registry/testing.ts'
import { as, freshRequestId, staff, testCompany, testCtx, testNow } from '../../testing.ts'
import { readOwner, requestCode, verifyCode } from './index.ts'
import { drawCode } from './rules.ts'
import { signInCodes } from './tables.ts'

const phone = '13812341234'
const second = 1000
const minute = 60 * second
const later = (ctx: Ctx, ms: number) => asVisitor(ctx, testNow + ms)

/** A room whose owner has the phone, and one whom nobody knows. */
async function estate() {
  const ctx = await testCtx()
  const project = await smallProject(ctx)
  const roomId = await project.room('1501')
  const personId = await project.person('李女士', { phones: [phone] })
  const occupancyId = await project.give(personId, roomId)
  return { ctx, personId, occupancyId }
}

/** The code as the person reads it in the newest message. */
async function sentCode(ctx: Ctx): Promise<string> {
  const [message] = await ctx.db.orm.select().from(messages).orderBy(desc(messages.id)).limit(1)
  const params = await ctx.vault.unseal('messages.params', message?.paramsSealed ?? '')
  return (JSON.parse(params) as { code: string }).code
}

const sentMessages = async (ctx: Ctx) => (await ctx.db.orm.select().from(messages)).length
/** Another code than the given one. */
const wrong = (code: string) => ((Number(code) + 1) % 1_000_000).toString().padStart(6, '0')

describe('an owner signs in by a code', () => {
  test('that is sent to a phone of the registry, and the account stays the same', async () => {
    const { ctx } = await estate()
    await requestCode(asVisitor(ctx), { phone: '+86 138 1234 1234' }, testCaller)
    const [message] = await ctx.db.orm.select().from(messages)
    expect(message).toMatchObject({ purpose: 'otp', phoneLast4: '1234', state: 'waiting' })
    expect(await ctx.vault.unseal('messages.phone', message?.phoneSealed ?? '')).toBe(phone)
    const code = await sentCode(ctx)
    const first = await verifyCode(
      asVisitor(ctx),
      { phone, code: ` ${code.slice(0, 3)} ${code.slice(3)}` },
      testCaller,
    )
    expect(first.session).toMatchObject({ plane: 'owner', assignments: [] })
    const ownerId = first.session.subject
    expect(await readOwner(as(ctx, { kind: 'owner', id: ownerId }))).toMatchObject({
      id: ownerId,
      phone: '138****1234',
    })
    await requestCode(later(ctx, minute), { phone }, testCaller)
    const again = await verifyCode(later(ctx, minute), { phone, code: await sentCode(ctx) }, testCaller)
    expect(again.session.subject).toBe(ownerId)
    await refreshSession(later(ctx, 2 * minute), 'owner', again.refreshToken)
  })

  test('whoever asks gets the same answer in as many round trips, known or not, and strangers get no message', async () => {
    const { ctx } = await estate()
    const asked = async (number: string) => {
      const before = ctx.db.trips.count
      const answer = await requestCode(asVisitor(ctx), { phone: number }, testCaller)
      return { answer, trips: ctx.db.trips.count - before }
    }
    const [known, stranger] = [await asked(phone), await asked('13900000000')]
    expect(stranger).toEqual(known)
    expect(known.trips).toBe(2)
    expect(await sentMessages(ctx)).toBe(1)
    expect(await ctx.db.orm.select().from(signInCodes)).toHaveLength(2)
    for (const number of [phone, '13900000000']) {
      await expect(requestCode(later(ctx, 1), { phone: number }, testCaller)).rejects.toMatchObject({
        code: 'owner_access.too_many_codes',
        params: { retryAfterSeconds: 60 },
      })
      const guess = verifyCode(asVisitor(ctx), { phone: number, code: '000000' }, testCaller)
      await expect(guess).rejects.toMatchObject({ code: 'owner_access.code_not_good', params: {} })
    }
  })

  test('not with a code that is out of date, another phone’s, replaced or used', async () => {
    const { ctx } = await estate()
    await requestCode(asVisitor(ctx), { phone }, testCaller)
    const first = await sentCode(ctx)
    const refused = (at: number, code: string, number = phone) =>
      expect(verifyCode(later(ctx, at), { phone: number, code }, testCaller)).rejects.toMatchObject({
        code: 'owner_access.code_not_good',
      })
    await refused(0, first, '13900000000')
    await refused(5 * minute, first)
    await requestCode(later(ctx, minute), { phone }, testCaller)
    const replacement = await sentCode(ctx)
    if (first !== replacement) await refused(minute, first)
    await verifyCode(later(ctx, minute), { phone, code: replacement }, testCaller)
    // A second tap gets in; later it is spent.
    await verifyCode(later(ctx, minute + 2 * second), { phone, code: replacement }, testCaller)
    await refused(minute + 11 * second, replacement)
  })

  test('a code bears five wrong tries, also when they come at once, and then not even the right one', async () => {
    const { ctx } = await estate()
    await requestCode(asVisitor(ctx), { phone }, testCaller)
    const code = await sentCode(ctx)
    const guesses = Array.from({ length: 8 }, () =>
      verifyCode(asVisitor(ctx), { phone, code: wrong(code) }, testCaller).catch(() => 'refused'),
    )
    expect(new Set(await Promise.all(guesses))).toEqual(new Set(['refused']))
    const [row] = await ctx.db.orm.select().from(signInCodes)
    expect(row?.attempts).toBe(5)
    await expect(verifyCode(asVisitor(ctx), { phone, code }, testCaller)).rejects.toThrow()
    await requestCode(later(ctx, minute), { phone }, testCaller)
    await verifyCode(later(ctx, minute), { phone, code: await sentCode(ctx) }, testCaller)
  })

  test('five wrong tries from elsewhere end no code, nor does a code that a stranger asks for', async () => {
    const { ctx } = await estate()
    await requestCode(asVisitor(ctx), { phone }, testCaller)
    const code = await sentCode(ctx)
    const stranger = { ...testCaller, address: '198.51.100.66' }
    await requestCode(asVisitor(ctx), { phone }, stranger)
    const guessing = Array.from({ length: 12 }, () =>
      verifyCode(asVisitor(ctx), { phone, code: wrong(code) }, stranger).catch(() => 'refused'),
    )
    await Promise.all(guessing)
    const rows = await ctx.db.orm.select().from(signInCodes)
    // Its own code, which is the newest, bore five of them, and the other none.
    expect(rows.map((row) => [row.attempts, row.attemptsElsewhere]).toSorted()).toEqual([
      [0, 0],
      [5, 0],
    ])
    // Not even the right one from there, for the code that was asked for here.
    await expect(verifyCode(asVisitor(ctx), { phone, code }, stranger)).rejects.toThrow()
    await verifyCode(asVisitor(ctx), { phone, code }, testCaller)
  })

  test('strangers who use up the codes of a phone stop no address and no device that is known for it', async () => {
    const { ctx } = await estate()
    const browser = { ...testCaller, device: 'device-1' }
    await requestCode(asVisitor(ctx), { phone }, browser)
    await verifyCode(asVisitor(ctx), { phone, code: await sentCode(ctx) }, browser)
    for (let i = 0; i < 12; i++) {
      const caller = { ...testCaller, address: `198.51.100.${i}`, device: `stranger-${i}` }
      await requestCode(later(ctx, i * minute), { phone }, caller).catch(() => undefined)
    }
    const sent = await sentMessages(ctx)
    const elsewhere = { ...testCaller, address: '192.0.2.1' }
    await expect(requestCode(later(ctx, 20 * minute), { phone }, elsewhere)).rejects.toMatchObject({
      code: 'owner_access.code_still_good',
    })
    for (const [i, caller] of [testCaller, { ...browser, address: '192.0.2.1' }].entries()) {
      await requestCode(later(ctx, (20 + i) * minute), { phone }, caller)
      expect(await sentMessages(ctx)).toBe(sent + i + 1)
      await verifyCode(later(ctx, (20 + i) * minute), { phone, code: await sentCode(ctx) }, caller)
    }
  })

  test('whoever asks how often, a phone gets ten codes a day, and the last of them always opens the door to who holds it', async () => {
    const { ctx } = await estate()
    const newcomer = (i: number) => ({ ...testCaller, address: `203.0.113.${i % 250}`, device: `new-${i}` })
    for (let i = 0; i < 24 * 6; i++) {
      const at = i * 10 * minute
      // Two of many addresses ask, and guess.
      for (const n of [2 * i, 2 * i + 1])
        await requestCode(later(ctx, at), { phone }, newcomer(n)).catch(() => undefined)
    }
    expect(await sentMessages(ctx)).toBeLessThanOrEqual(10)
    const last = 24 * 60 * minute - 1
    const owner = { ...testCaller, address: '192.0.2.77' }
    const refused = requestCode(later(ctx, last), { phone }, owner)
    await expect(refused).rejects.toMatchObject({ code: 'owner_access.code_still_good' })
    await verifyCode(later(ctx, last), { phone, code: await sentCode(ctx) }, owner)
    // Who has shown to hold the phone is sent another at once, also at another device.
    await requestCode(later(ctx, last + minute), { phone }, { ...owner, address: '192.0.2.78' })
  }, 120_000)

  test('a code that went to nobody counts as none: the next one goes out, and strangers have no more of it', async () => {
    const { ctx } = await estate()
    const from = (n: number) => ({ ...testCaller, address: `198.51.100.${n}`, device: `new-${n}` })
    const drain = (at: number, channel: Partial<MessageChannel>) =>
      drainOutbox(as(ctx, { kind: 'job', id: 'outbox' }, testNow + at), eventHandlers, {
        channel,
        smsTemplates: {},
      } as unknown as Ports)
    const refusing = {
      send: () => Promise.reject(accountRefused({ reason: 'isv.OUT_OF_SERVICE' })),
    }
    const reached: string[] = []
    const sending = {
      send: async ({ to }: { to: string }) => {
        reached.push(to)
        return { providerMessageId: 'biz', state: 'accepted' as const }
      },
    }
    for (const n of [1, 2, 3]) await requestCode(asVisitor(ctx), { phone }, from(n))
    await drain(0, sending)
    expect(reached).toHaveLength(3)
    // The fourth is the last for two hours, and it is the owner's.
    await requestCode(asVisitor(ctx), { phone }, from(4))
    await drain(0, refusing)
    await requestCode(later(ctx, minute), { phone }, from(4))
    await drain(minute, sending)
    expect(reached).toHaveLength(4)
    await verifyCode(later(ctx, minute), { phone, code: await sentCode(ctx) }, from(4))

    // What was sent stays counted: after those that came to nothing there is one more, and no other.
    for (const n of [5, 6, 7]) await requestCode(later(ctx, minute), { phone }, from(n))
    await drain(minute, sending)
    for (let i = 0; i < 5; i++) {
      await requestCode(later(ctx, (2 + i) * minute), { phone }, from(10 + i))
      await drain((2 + i) * minute, refusing)
    }
    await requestCode(later(ctx, 7 * minute), { phone }, from(20))
    await drain(7 * minute, sending)
    expect(reached).toHaveLength(8)
    await expect(requestCode(later(ctx, 8 * minute), { phone }, from(21))).rejects.toMatchObject({
      code: 'owner_access.code_still_good',
    })
  })

  test('codes whose messages came too late are forgotten at their phone', async () => {
    const { ctx } = await estate()
    const channel = { send: () => Promise.reject(channelUnavailable()) }
    const drain = (at: number) =>
      drainOutbox(as(ctx, { kind: 'job', id: 'outbox' }, testNow + at), eventHandlers, {
        channel,
        smsTemplates: {},
      } as unknown as Ports)
    const ask = (at: number) => requestCode(later(ctx, at), { phone }, testCaller)
    for (let i = 0; i < 4; i++) {
      await ask(i * minute)
      await drain(i * minute)
    }
    const elsewhere = { ...testCaller, address: '198.51.100.1' }
    const soon = requestCode(later(ctx, 4 * minute), { phone }, elsewhere)
    await expect(soon).rejects.toMatchObject({ params: { retryAfterSeconds: 119 * 60 } })
    // By now the first three are out of date; the fourth is good for two hours and is tried on.
    await drain(15 * minute)
    const { rows } = await ctx.db.client.execute('SELECT state, failure FROM messages ORDER BY id')
    const dead = { state: 'dead', failure: 'messages.too_late' }
    expect(rows).toEqual([dead, dead, dead, { state: 'waiting', failure: null }])
    for (let i = 0; i < 3; i++) await ask((15 + i) * minute)
    expect(await sentMessages(ctx)).toBe(7)
  })

  test('wrong tries from four addresses end no code for who holds the phone', async () => {
    const { ctx } = await estate()
    await requestCode(asVisitor(ctx), { phone }, { ...testCaller, address: '198.51.100.1' })
    const code = await sentCode(ctx)
    for (let i = 0; i < 4; i++)
      for (let n = 0; n < 20; n++)
        await verifyCode(
          asVisitor(ctx),
          { phone, code: wrong(code) },
          { ...testCaller, address: `198.51.100.${100 + i}` },
        ).catch(() => undefined)
    await verifyCode(asVisitor(ctx), { phone, code }, { ...testCaller, address: '192.0.2.77' })
  })

  describe('whom strangers would shut out who is at no known place', () => {
    const from = (n: number) => ({ ...testCaller, address: `198.51.100.${n}`, device: `new-${n}` })
    const owner = (n = 77) => ({ ...testCaller, address: `192.0.2.${n}` })
    const codeOf = (thrown: Promise<unknown>) =>
      thrown.then(
        () => 'in',
        (error: unknown) => (error as { code: string }).code,
      )
    /** Wrong codes from a network of its own each, until none is let through any more. */
    async function useUp(ctx: Ctx, at: number, networks: readonly number[]) {
      const code = await sentCode(ctx)
      for (const n of networks)
        for (let i = 0; i < 12; i++)
          await verifyCode(later(ctx, at), { phone, code: wrong(code) }, from(n)).catch(() => undefined)
    }
    const networks = (first: number) => [0, 1, 2, 3, 4].map((n) => first + n)

    test('gets a fresh code once the last one is used up, which opens, and is told so only while one bears tries', async () => {
      const { ctx } = await estate()
      for (const n of [1, 2, 3, 4]) await requestCode(asVisitor(ctx), { phone }, from(n))
      // Four of five networks that it takes: what the page says holds.
      await useUp(ctx, 0, networks(10).slice(1))
      expect(await codeOf(requestCode(later(ctx, minute), { phone }, owner()))).toBe(
        'owner_access.code_still_good',
      )
      await useUp(ctx, 0, networks(20))
      expect(await codeOf(verifyCode(asVisitor(ctx), { phone, code: await sentCode(ctx) }, owner()))).toBe(
        'owner_access.code_not_good',
      )
      const sent = await sentMessages(ctx)
      await requestCode(later(ctx, minute), { phone }, owner())
      expect(await sentMessages(ctx)).toBe(sent + 1)
      // Guesses at it from everywhere end nothing where it was asked for.
      await useUp(ctx, minute, networks(30))
      await verifyCode(later(ctx, minute), { phone, code: await sentCode(ctx) }, owner())
    })

    test('whatever strangers do, what a refusal says is so, and guessing has one chance in ten thousand a day', async () => {
      const { ctx } = await estate()
      let network = 0
      const next = () => ({
        ...testCaller,
        address: `2001:db8:${(network += 1).toString(16)}::/64`,
        device: `d-${network}`,
      })
      let guesses = 0
      for (let i = 0; i < 9; i++) {
        const asker = next()
        await requestCode(later(ctx, i * minute), { phone }, asker).catch(() => undefined)
        const code = wrong(await sentCode(ctx))
        for (const caller of [asker, next(), next(), next(), next(), next(), next()])
          for (let n = 0; n < 6; n++)
            await verifyCode(later(ctx, i * minute), { phone, code }, caller).catch(() => undefined)
        const { rows } = await ctx.db.client.execute(
          'SELECT attempts + attempts_elsewhere AS n FROM sign_in_codes',
        )
        guesses = rows.reduce((sum, row) => sum + Number(row.n), 0)
      }
      expect([await sentMessages(ctx), guesses]).toEqual([7, 98])
      const refused = requestCode(later(ctx, 10 * minute), { phone }, owner())
      await expect(refused).rejects.toMatchObject({
        code: 'owner_access.no_more_codes',
        params: { retryAfterSeconds: (24 * 60 - 10) * 60 },
      })
      // At the hour that it names there is one.
      await requestCode(later(ctx, 24 * 60 * minute), { phone }, owner())
      await verifyCode(later(ctx, 24 * 60 * minute), { phone, code: await sentCode(ctx) }, owner())
    })

    describe('where the provider refuses every message', () => {
      const refusing = { send: () => Promise.reject(accountRefused({ reason: 'isv.CUSTOMER_REFUSED' })) }
      const drain = (ctx: Ctx, at: number) =>
        drainOutbox(as(ctx, { kind: 'job', id: 'outbox' }, testNow + at), eventHandlers, {
          channel: refusing,
          smsTemplates: {},
        } as unknown as Ports)

      test.each([
        ['each code', 1],
        ['each second code, that took the place of one,', 2],
      ])('guessing has no chance more, if it comes before %s is given up', async (_, codesBetween) => {
        const { ctx } = await estate()
        const guesses = new Map<string, number>()
        for (let i = 0; i < 12; i++) {
          const asker = from(i)
          for (let n = 0; n < codesBetween; n++) {
            const at = (i * codesBetween + n) * minute
            await requestCode(later(ctx, at), { phone }, asker).catch(() => undefined)
            for (const caller of [
              asker,
              ...networks(20 + 5 * (i * codesBetween + n)).map((each) => from(each)),
            ])
              for (let tries = 0; tries < 6; tries++)
                await verifyCode(later(ctx, at), { phone, code: '000000' }, caller).catch(() => undefined)
            const { rows } = await ctx.db.client.execute(
              `SELECT asked_from || created_at AS code, attempts + attempts_elsewhere AS n FROM sign_in_codes`,
            )
            for (const row of rows) guesses.set(String(row.code), Number(row.n))
          }
          await drain(ctx, (i + 1) * codesBetween * minute - 1)
        }
        expect([...guesses.values()].reduce((sum, each) => sum + each, 0)).toBe(98)
        const refused = requestCode(later(ctx, 30 * minute), { phone }, owner())
        await expect(refused).rejects.toMatchObject({ code: 'owner_access.no_more_codes' })
      })

      test('who only waits for one may ask again and again', async () => {
        const { ctx } = await estate()
        for (let i = 0; i < 20; i++) {
          await requestCode(later(ctx, i * minute), { phone }, owner())
          if (i % 3 === 2) await drain(ctx, i * minute)
        }
        expect(await sentMessages(ctx)).toBe(20)
      })
    })

    test('98 numbers a day are compared for a phone, whatever becomes of its codes, and a new day has a new door', async () => {
      const { ctx } = await estate()
      const browser = { ...testCaller, device: 'device-1' }
      await requestCode(asVisitor(ctx), { phone }, browser)
      await verifyCode(asVisitor(ctx), { phone, code: await sentCode(ctx) }, browser)
      const answers: string[] = []
      for (let i = 0; i < 25; i++) {
        await requestCode(later(ctx, minute), { phone }, from(i))
        const code = wrong(await sentCode(ctx))
        for (let n = 0; n < 4; n++)
          answers.push(await codeOf(verifyCode(later(ctx, minute), { phone, code }, from(i))))
        await ctx.db.client.execute(`DELETE FROM throttles WHERE key LIKE 'code-%'`)
      }
      expect(answers).toEqual([
        ...Array.from({ length: 98 }, () => 'owner_access.code_not_good'),
        'owner_access.no_more_codes',
        'owner_access.no_more_codes',
      ])
      // Known devices are not affected, as it says, wherever they are.
      const away = { ...browser, address: '192.0.2.1' }
      await requestCode(later(ctx, 2 * minute), { phone }, away)
      const shut = verifyCode(later(ctx, 2 * minute), { phone, code: await sentCode(ctx) }, owner())
      await expect(shut).rejects.toMatchObject({
        code: 'owner_access.no_more_codes',
        params: { retryAfterSeconds: (24 * 60 - 1) * 60 },
      })
      await verifyCode(later(ctx, 2 * minute), { phone, code: await sentCode(ctx) }, away)
      await requestCode(later(ctx, 3 * minute), { phone }, owner())
      await verifyCode(later(ctx, 3 * minute), { phone, code: await sentCode(ctx) }, owner())
    })

    test('who guesses at the end of a day of codes takes nothing of the next', async () => {
      const { ctx } = await estate()
      const day = 24 * 60 * minute
      await requestCode(asVisitor(ctx), { phone }, from(1))
      for (let i = 2; i < 8; i++) {
        await requestCode(later(ctx, day - minute), { phone }, from(i)).catch(() => undefined)
        await useUp(ctx, day - minute, [i, ...networks(10 + 5 * i)])
      }
      for (let i = 1; i < 8; i++) {
        await requestCode(later(ctx, day), { phone }, from(100 + i)).catch(() => undefined)
        if (i < 7) await useUp(ctx, day, [100 + i, ...networks(110 + 5 * i)])
      }
      await verifyCode(later(ctx, day), { phone, code: await sentCode(ctx) }, from(107))
    })

    test('who mistypes another’s code twice is sent to another network, where it opens', async () => {
      const { ctx } = await estate()
      for (const n of [1, 2, 3, 4]) await requestCode(asVisitor(ctx), { phone }, from(n))
      const code = await sentCode(ctx)
      const tryAt = (number: string, n: number) =>
        codeOf(verifyCode(asVisitor(ctx), { phone, code: number }, owner(n)))
      expect(await tryAt(wrong(code), 77)).toBe('owner_access.code_not_good')
      expect(await tryAt(wrong(code), 77)).toBe('owner_access.code_not_good')
      expect(await tryAt(code, 77)).toBe('owner_access.too_many_guesses')
      expect(await codeOf(requestCode(later(ctx, minute), { phone }, owner()))).toBe(
        'owner_access.too_many_guesses',
      )
      expect(await tryAt(code, 78)).toBe('in')
    })

    test('is not told that a code is good which went to nobody: the one before is the last again', async () => {
      const { ctx } = await estate()
      for (const n of [1, 2, 3]) await requestCode(asVisitor(ctx), { phone }, from(n))
      const before = await sentCode(ctx)
      const refusing = { send: () => Promise.reject(accountRefused({ reason: 'isv.OUT_OF_SERVICE' })) }
      const sending = { send: async () => ({ providerMessageId: 'biz', state: 'accepted' as const }) }
      const drain = (channel: Partial<MessageChannel>) =>
        drainOutbox(as(ctx, { kind: 'job', id: 'outbox' }, testNow), eventHandlers, {
          channel,
          smsTemplates: {},
        } as unknown as Ports)
      await drain(sending)
      await requestCode(later(ctx, second), { phone }, from(4))
      await drain(refusing)
      await verifyCode(later(ctx, second), { phone, code: before }, owner())
    })
  })

  test('whoever shares the address of a known device stops it neither by codes asked for nor by wrong ones', async () => {
    const { ctx } = await estate()
    const browser = { ...testCaller, device: 'device-1' }
    await requestCode(asVisitor(ctx), { phone }, browser)
    await verifyCode(asVisitor(ctx), { phone, code: await sentCode(ctx) }, browser)
    for (let i = 0; i < 61; i++) {
      const other = { phone: `139${i.toString().padStart(8, '0')}` }
      await requestCode(asVisitor(ctx), other, testCaller).catch(() => undefined)
      await verifyCode(asVisitor(ctx), { ...other, code: '000000' }, testCaller).catch(() => undefined)
    }
    const neighbour = requestCode(later(ctx, minute), { phone }, testCaller)
    await expect(neighbour).rejects.toMatchObject({ code: 'owner_access.too_many_codes' })
    await requestCode(later(ctx, minute), { phone }, browser)
    await verifyCode(later(ctx, minute), { phone, code: await sentCode(ctx) }, browser)
  })

  test('sixty codes an hour for an address, whatever phones it names', async () => {
    const { ctx } = await estate()
    for (let i = 0; i < 60; i++)
      await requestCode(asVisitor(ctx), { phone: `139${i.toString().padStart(8, '0')}` }, testCaller)
    await expect(requestCode(asVisitor(ctx), { phone }, testCaller)).rejects.toMatchObject({
      kind: 'rate_limited',
    })
    // The phone that could not be asked for was not counted.
    await requestCode(asVisitor(ctx), { phone }, { ...testCaller, address: '198.51.100.1' })
  })

  test('a phone taken out of the registry, or of somebody who moved out, gets no code and its code no entry', async () => {
    const { ctx, personId } = await estate()
    await requestCode(asVisitor(ctx), { phone }, testCaller)
    const code = await sentCode(ctx)
    await changePerson(ctx, {
      requestId: freshRequestId(),
      personId,
      name: '李女士',
      phones: ['13800000001'],
    })
    await expect(verifyCode(asVisitor(ctx), { phone, code }, testCaller)).rejects.toThrow()
    await requestCode(later(ctx, minute), { phone }, testCaller)
    expect(await sentMessages(ctx)).toBe(1)

    const moved = await estate()
    const yesterday = civilDateOf(testNow - 24 * 60 * minute, testCompany.zone)
    await endOccupancy(moved.ctx, {
      requestId: freshRequestId(),
      occupancyId: moved.occupancyId,
      toOn: yesterday,
    })
    await requestCode(asVisitor(moved.ctx), { phone }, testCaller)
    expect(await sentMessages(moved.ctx)).toBe(0)
  })

  test('who has moved out and owes gets in until it is settled, and the one who is liable with them; nobody else', async () => {
    const ctx = await testCtx()
    const { projectId, room, person, give } = await smallProject(ctx)
    const roomId = await room('1501')
    const numbers = { owes: phone, liable: '13800000002', settled: '13800000003', draft: '13800000004' }
    const ids: Record<string, string> = {}
    for (const [name, number] of Object.entries(numbers)) {
      ids[name] = await person(name, { phones: [number] })
      await endOccupancy(ctx, {
        requestId: freshRequestId(),
        occupancyId: await give(ids[name], roomId, 'co_owner'),
        toOn: '2026-10-31',
      })
    }
    const bill = (personId: string, more: Partial<typeof bills.$inferInsert>) =>
      addBill({ ctx, projectId, rooms: [{ roomId, personId }] }, 0, more)
    const debt = await bill(ids.owes!, { liablePersonId: ids.liable! })
    await bill(ids.settled!, { paidFen: 10_000 })
    await bill(ids.draft!, { state: 'draft' })

    const answers = []
    for (const number of Object.values(numbers))
      answers.push(await requestCode(asVisitor(ctx), { phone: number }, testCaller))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    const sent = await ctx.db.orm.select().from(messages)
    expect(sent.map(({ phoneLast4 }) => phoneLast4).toSorted()).toEqual(['0002', '1234'])

    await requestCode(later(ctx, minute), { phone }, testCaller)
    await verifyCode(later(ctx, minute), { phone, code: await sentCode(ctx) }, testCaller)
    // Paid meanwhile: a code that was sent opens nothing any more.
    await requestCode(later(ctx, 2 * minute), { phone }, testCaller)
    await ctx.db.orm.update(bills).set({ paidFen: 10_000 }).where(eq(bills.id, debt))
    const late = verifyCode(later(ctx, 2 * minute), { phone, code: await sentCode(ctx) }, testCaller)
    await expect(late).rejects.toMatchObject({ code: 'owner_access.code_not_good' })
  })

  test('two who verify the first code of a phone at once share one account', async () => {
    const { ctx } = await estate()
    await requestCode(asVisitor(ctx), { phone }, testCaller)
    const code = await sentCode(ctx)
    const both = await Promise.all([0, 1].map(() => verifyCode(asVisitor(ctx), { phone, code }, testCaller)))
    expect(new Set(both.map((one) => one.session.subject)).size).toBe(1)
    expect(await ctx.db.orm.select().from(owners)).toHaveLength(1)
  })

  test('leaves neither code nor phone lying open in the database', async () => {
    const { ctx } = await estate()
    await requestCode(asVisitor(ctx), { phone }, testCaller)
    const code = await sentCode(ctx)
    await verifyCode(asVisitor(ctx), { phone, code }, testCaller)
    const dumps = await ctx.db.client.batch(
      ['sign_in_codes', 'owners', 'messages', '_requests', 'throttles', 'audit_log', 'outbox'].map(
        (table) => `SELECT * FROM ${table}`,
      ),
      'read',
    )
    const all = JSON.stringify(dumps.map((dump) => dump.rows))
    expect(all).not.toContain(phone)
    expect(all.replaceAll(/\d{7,}/g, '')).not.toMatch(new RegExp(`(?<!\\w)${code}(?!\\w)`))
  })

  test('a suspended company sends no codes, and says that it is suspended', async () => {
    const { ctx } = await estate()
    const suspended = await testCtx({
      db: ctx.db,
      company: { ...testCompany, state: 'suspended' },
      actor: { kind: 'visitor', id: 'visitor' },
    })
    await expect(requestCode(suspended, { phone }, testCaller)).rejects.toMatchObject({
      code: 'company.suspended',
    })
    expect(await sentMessages(ctx)).toBe(0)
  })

  test('what is no mobile number or no code names its field', async () => {
    const ctx = await testCtx()
    const landline = requestCode(asVisitor(ctx), { phone: '021-62345678' }, testCaller)
    await expect(landline).rejects.toMatchObject({ fields: [{ path: 'phone', code: 'field.mobile' }] })
    const short = verifyCode(asVisitor(ctx), { phone, code: '12345' }, testCaller)
    await expect(short).rejects.toMatchObject({ fields: [{ path: 'code', code: 'field.code' }] })
  })

  test('staff are no owners', async () => {
    const ctx = await testCtx()
    await expect(readOwner(as(ctx, staff('company_admin')))).rejects.toMatchObject({ kind: 'forbidden' })
    const [row] = await ctx.db.orm.select().from(owners).where(eq(owners.id, 'ownr_x'))
    expect(row).toBeUndefined()
  })
})

describe('drawing codes', () => {
  test('every draw gives six digits, and none is likelier for the remainder of the range', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (first) => {
        const draws = [first, 42]
        const code = drawCode(() => draws.shift() ?? 0)
        expect(code).toMatch(/^\d{6}$/)
        expect(code).toBe((first < 4_294_000_000 ? first % 1_000_000 : 42).toString().padStart(6, '0'))
      }),
    )
  })
})
