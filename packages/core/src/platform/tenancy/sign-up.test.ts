import { companies, signups } from '@heju/db/platform-tables'
import { newId } from '@heju/kernel'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { verifyPassword } from '../../people/identity/index.ts'
import type { PlatformCtx } from '../../platform-context.ts'
import { asPlatform, freshRequestId, testNow, testPlatformCtx } from '../../testing.ts'
import { signUp, signupProgress, signUpsPerAddress, type SignUp } from './index.ts'

const input = (more: Partial<SignUp> = {}): SignUp => ({
  requestId: freshRequestId(),
  companyName: '翠湖物业',
  slug: 'cuihu',
  adminName: '王敏',
  phone: '138 1234 1234',
  password: '湖边的第一盏灯亮了',
  ...more,
})
const ip = '203.0.113.7'

describe('signing up', () => {
  test('the register has the company, and what is personal lies sealed', async () => {
    const ctx = await testPlatformCtx()
    const { companyId } = await signUp(ctx, input(), ip)
    const [company] = await ctx.db.orm.select().from(companies)
    expect(company).toMatchObject({ id: companyId, slug: 'cuihu', name: '翠湖物业', state: 'provisioning' })

    const [signup] = await ctx.db.orm.select().from(signups)
    expect(JSON.stringify(signup)).not.toMatch(/王敏|13812341234|湖边/)
    const vault = await ctx.vault
    expect(await vault.unseal('signups.name', signup?.nameSealed ?? '')).toBe('王敏')
    expect(await vault.unseal('signups.phone', signup?.phoneSealed ?? '')).toBe('+8613812341234')
    expect(await verifyPassword('湖边的第一盏灯亮了', signup?.passwordHash ?? '')).toBe(true)
  })

  test('the same request again gets the same answer and adds no company', async () => {
    const ctx = await testPlatformCtx()
    const request = input()
    const first = await signUp(ctx, request, ip)
    expect(await signUp(ctx, request, ip)).toEqual(first)
    expect(await ctx.db.orm.select().from(companies)).toHaveLength(1)
  })

  test('the same request with another password is refused', async () => {
    const ctx = await testPlatformCtx()
    const request = input()
    await signUp(ctx, request, ip)
    const other = signUp(ctx, { ...request, password: '湖边的第二盏灯亮了' }, ip)
    await expect(other).rejects.toMatchObject({ code: 'request.reused' })
  })

  test('an address that is taken is refused with free ones near it', async () => {
    const ctx = await testPlatformCtx()
    await signUp(ctx, input(), ip)
    await signUp(ctx, input({ slug: 'cuihu-wuye' }), ip)
    await expect(signUp(ctx, input({ companyName: '别家' }), ip)).rejects.toMatchObject({
      code: 'tenancy.slug_taken',
      params: { slug: 'cuihu', alternatives: 'cuihu-wy, cuihu-1, cuihu-fuwu' },
    })
    expect(await ctx.db.orm.select().from(companies)).toHaveLength(2)
  })

  test('what is wrong is told all at once: an address that is taken beside a password that is too weak', async () => {
    const ctx = await testPlatformCtx()
    await signUp(ctx, input(), ip)
    const refused = (more: Partial<SignUp>) =>
      signUp(ctx, input(more), ip).then(
        () => [],
        ({ fields }: { fields: { path: string; code: string }[] }) =>
          fields.map(({ path, code }) => [path, code]),
      )
    const weak = ['password', expect.stringMatching(/^field\./)]
    expect(await refused({ password: '13812341234' })).toEqual([['slug', 'tenancy.slug_taken'], weak])
    expect(await refused({ slug: 'www', password: '13812341234' })).toEqual([
      ['slug', 'tenancy.slug_reserved'],
      weak,
    ])
    expect(await refused({ slug: 'free-one', password: '13812341234' })).toEqual([weak])
  })

  test('of two who wish for one address at the same moment one gets it', async () => {
    const ctx = await testPlatformCtx()
    const both = await Promise.allSettled([signUp(ctx, input(), ip), signUp(ctx, input(), ip)])
    expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const lost = both.find((one) => one.status === 'rejected')
    expect(lost?.reason).toMatchObject({ code: 'tenancy.slug_taken' })
    expect(await ctx.db.orm.select().from(signups)).toHaveLength(1)
  })

  test.each(['www', 'api', 'operator', 'heju', 'autodiscover'])(
    '%s is kept for the platform',
    async (slug) => {
      const ctx = await testPlatformCtx()
      await expect(signUp(ctx, input({ slug }), ip)).rejects.toMatchObject({
        code: 'tenancy.slug_reserved',
        params: { alternatives: expect.stringContaining(`${slug}-wuye`) },
      })
    },
  )

  test.each(['ab', 'a'.repeat(31), '-cuihu', 'cuihu-', 'xn--fiq', 'cui--hu', 'cui_hu', '翠湖', 'cui.hu', ''])(
    '%s is no address',
    async (slug) => {
      const ctx = await testPlatformCtx()
      await expect(signUp(ctx, input({ slug }), ip)).rejects.toMatchObject({
        code: 'request.invalid',
        fields: [{ path: 'slug', code: 'tenancy.slug_malformed' }],
      })
    },
  )

  test.each([
    ['abc', 'abc'],
    [' Cuihu-2 ', 'cuihu-2'],
    ['a'.repeat(30), 'a'.repeat(30)],
  ])('%s is an address', async (slug, taken) => {
    const ctx = await testPlatformCtx()
    await signUp(ctx, input({ slug }), ip)
    expect(await ctx.db.orm.select({ slug: companies.slug }).from(companies)).toEqual([{ slug: taken }])
  })

  test('each field that is wrong is named', async () => {
    const ctx = await testPlatformCtx()
    const wrong = input({ companyName: ' ', adminName: '', phone: '021-62345678', password: '13812341234' })
    await expect(signUp(ctx, wrong, ip)).rejects.toMatchObject({
      fields: [{ path: 'companyName' }, { path: 'adminName' }, { path: 'phone' }],
    })
    await expect(signUp(ctx, input({ password: '13812341234' }), ip)).rejects.toMatchObject({
      fields: [{ path: 'password', code: 'field.password_common' }],
    })
  })

  /** Sign-ups of a phone as they stand in the register, without the time it takes to hash their passwords. */
  async function earlier(ctx: PlatformCtx, count: number, phone: string, address?: string): Promise<void> {
    const vault = await ctx.vault
    const phoneIndex = await vault.index('signup.phone', phone)
    const ipIndex = address && (await vault.index('signup.ip', address))
    for (let i = 0; i < count; i++) {
      const [id, companyId] = [newId('sign', testNow), newId('comp', testNow)]
      const changed = { createdAt: testNow, changedAt: testNow }
      const row = {
        id: companyId,
        slug: `earlier-${i}`,
        name: '翠湖物业',
        state: 'active',
        databaseKind: 'sqld',
      } as const
      await ctx.db.orm.insert(companies).values({ ...row, ...changed })
      const signup = { id, companyId, staffId: newId('stf', testNow), phoneIndex, ipIndex: ipIndex ?? `${i}` }
      await ctx.db.orm.insert(signups).values({ ...signup, createdAt: testNow })
    }
  }

  test('one phone opens five companies a day and no more', async () => {
    const ctx = await testPlatformCtx()
    await earlier(ctx, 5, '+8613812341234')
    await expect(signUp(ctx, input(), ip)).rejects.toMatchObject({
      code: 'tenancy.sign_up_too_often',
      params: { retryAfterSeconds: 86_400 },
    })
    await signUp(ctx, input({ phone: '13912341234', slug: 'wangjiang' }), ip)
    await signUp(asPlatform(ctx, ctx.actor, testNow + 24 * 3_600_000), input(), ip)
  })

  test('one address opens sixty companies an hour and no more, or as many as the installation says', async () => {
    const ctx = await testPlatformCtx()
    await earlier(ctx, 60, '+8613712341234', ip)
    await expect(signUp(ctx, input(), ip)).rejects.toMatchObject({
      code: 'tenancy.sign_up_too_often',
      params: { retryAfterSeconds: 3_600 },
    })
    await signUp(ctx, input({ slug: 'wangjiang' }), '203.0.113.8')
    await signUp(ctx, input(), ip, signUpsPerAddress('61'))
    await expect(signUp(ctx, input({ slug: 'yunqi' }), ip, 61)).rejects.toMatchObject({
      kind: 'rate_limited',
    })
    await signUp(asPlatform(ctx, ctx.actor, testNow + 3_600_000), input({ slug: 'yunqi' }), ip)
  })

  test('the number of an installation is sixty unless set, and nothing but a whole number', () => {
    expect([undefined, '', '1', '200'].map(signUpsPerAddress)).toEqual([60, 60, 1, 200])
    for (const wrong of ['0', '-5', 'many', '1e9', '2.5'])
      expect(() => signUpsPerAddress(wrong)).toThrow('SIGN_UPS_PER_ADDRESS')
  })

  test('sign-ups of one phone at the same moment are counted too', async () => {
    const ctx = await testPlatformCtx()
    await earlier(ctx, 3, '+8613812341234')
    const wishes = Array.from({ length: 4 }, (_, i) => signUp(ctx, input({ slug: `cuihu-${i}` }), ip))
    const made = (await Promise.allSettled(wishes)).filter((one) => one.status === 'fulfilled')
    expect(made).toHaveLength(2)
  })

  test('the progress is shown to whoever has the key, and to nobody else', async () => {
    const ctx = await testPlatformCtx()
    const { signupId, key } = await signUp(ctx, input(), ip)
    expect(await signupProgress(ctx, { signupId, key })).toMatchObject({
      state: 'working',
      host: 'cuihu.heju.test',
      steps: [
        { name: 'database', state: 'current' },
        ...Array.from({ length: 5 }, () => ({ state: 'waiting' })),
      ],
    })
    const guessed = signupProgress(ctx, { signupId, key: key.replace(/^./, (c) => (c === '0' ? '1' : '0')) })
    await expect(guessed).rejects.toMatchObject({ code: 'tenancy.sign_up_not_found' })
  })

  test('signing up takes two round trips', async () => {
    const ctx = await testPlatformCtx()
    await signUp(ctx, input(), ip)
    expect(ctx.db.trips.count).toBe(2)
    expect(await ctx.db.orm.select().from(signups).where(eq(signups.ipIndex, ip))).toEqual([])
  })
})
