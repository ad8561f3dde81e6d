import { messages } from '@heju/core/platform/messages'
import { smallProject } from '@heju/core/estate/registry/testing'
import type { Ctx } from '@heju/core'
import { newId } from '@heju/kernel'
import { desc } from 'drizzle-orm'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { companyCtx } from '../../../../../tests/setup/two-companies.ts'
import { testApi, type TestCompany } from '../../testing.ts'
import { fieldsOf, formRequest, type Fields } from '../testing.ts'

const phone = '13812341234'
let company: TestCompany
let ctx: Ctx

beforeEach(async () => {
  const api = await testApi()
  company = await api.company()
  ctx = await companyCtx(api, company.id)
  const project = await smallProject(ctx)
  await project.give(await project.person('李女士', { phones: [phone] }), await project.room('1501'))
})

async function sentCode(): Promise<string> {
  const [message] = await ctx.db.orm.select().from(messages).orderBy(desc(messages.id)).limit(1)
  const params = await ctx.vault.unseal('messages.params', message?.paramsSealed ?? '')
  return (JSON.parse(params) as { code: string }).code
}

const send = (path: string, fields: Fields) => company.fetch(path, formRequest(fields))
/** The cookies of an answer, as a browser sends them back. */
const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')

describe('an owner at the door', () => {
  test('comes in by phone and code, and to the page that was asked for', async () => {
    const asked = await company.fetch('/portal/bills', { headers: { accept: 'text/html' } })
    expect([asked.status, asked.headers.get('location')]).toEqual([
      303,
      '/portal/sign-in?to=%2Fportal%2Fbills',
    ])
    const first = await (await company.fetch('/portal/sign-in?to=%2Fportal%2Fbills')).text()
    const hidden = fieldsOf(first, '/portal/sign-in/code')
    expect(hidden).toEqual({ to: ['/portal/bills'] })
    const second = await (await send('/portal/sign-in/code', { ...hidden, phone: '138 1234 1234' })).text()
    expect(second).toContain('138 1234 1234')
    const signedIn = await send('/portal/sign-in', {
      ...fieldsOf(second, '/portal/sign-in'),
      code: await sentCode(),
    })
    expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, '/portal/bills'])
    const cookie = cookiesOf(signedIn)
    const home = await (await company.fetch('/portal', { headers: { cookie } })).text()
    expect(home).toContain('您好，李女士')
    const again = await company.fetch('/portal/sign-in', { headers: { cookie } })
    expect(again.headers.get('location')).toBe('/portal')
    const out = await company.fetch('/portal/sign-out', {
      method: 'POST',
      headers: { cookie, origin: company.origin },
    })
    expect(out.headers.get('location')).toBe('/portal/sign-in')
    expect(out.headers.getSetCookie().filter((line) => /Max-Age=0/.test(line))).toHaveLength(2)
  })

  test('is out after signing out, also when the access token had run out before', async () => {
    await send('/portal/sign-in/code', { to: '/portal', phone })
    const signedIn = await send('/portal/sign-in', { to: '/portal', phone, code: await sentCode() })
    const [, refresh = ''] = cookiesOf(signedIn).split('; ')
    const headers = { cookie: refresh, origin: company.origin }
    const out = await company.fetch('/portal/sign-out', { method: 'POST', headers })
    expect(out.headers.get('location')).toBe('/portal/sign-in')
    // A renewal by the way would hand out five more minutes after the cookies were taken away.
    expect(out.headers.getSetCookie().filter((line) => !/Max-Age=0/.test(line))).toEqual([])
    const home = await company.fetch('/portal', { headers: { cookie: refresh, accept: 'text/html' } })
    expect(home.headers.get('location')).toMatch(/^\/portal\/sign-in/)
  })

  test('is told of a wrong code where it was typed, and may try again with the same page', async () => {
    await send('/portal/sign-in/code', { to: '/portal', phone })
    const refused = await send('/portal/sign-in', { to: '/portal', phone, code: '000000' })
    const page = await refused.text()
    expect(refused.status).toBe(401)
    expect(page).toContain('role="alert"')
    const right = { ...fieldsOf(page, '/portal/sign-in'), code: await sentCode() }
    expect((await send('/portal/sign-in', right)).status).toBe(303)
  })

  test('can ask for another code a minute after the last was sent, however many wrong ones were tried since', async () => {
    const sentAt = Date.now()
    const at = (ms: number) => vi.setSystemTime(sentAt + ms)
    vi.useFakeTimers({ toFake: ['Date'], now: sentAt })
    try {
      /** After how many seconds the button comes, as the page does it and as it says. */
      const waitOf = (page: string) => [
        /animation-delay:(\d+)s/.exec(page)?.[1],
        /(\d+) ?秒后这里可以重新获取/.exec(page)?.[1],
      ]
      const wrong = async (page: string) => {
        const typed = { ...fieldsOf(page, '/portal/sign-in'), code: '000000' }
        return (await send('/portal/sign-in', typed)).text()
      }
      let page = await (await send('/portal/sign-in/code', { to: '/portal', phone })).text()
      expect(waitOf(page)).toEqual(['60', '60'])
      at(20_000)
      page = await wrong(page)
      expect(waitOf(page)).toEqual(['40', '40'])
      at(35_000)
      page = await wrong(page)
      expect(waitOf(page)).toEqual(['25', '25'])
      const tooSoon = await (await send('/portal/sign-in/code', { to: '/portal', phone })).text()
      expect(waitOf(tooSoon)).toEqual(['25', '25'])
      at(120_000)
      page = await wrong(page)
      expect(waitOf(page)).toEqual([undefined, undefined])
      expect(page).toMatch(/<button[^>]*>重新获取验证码/)
      expect(page).not.toContain('class="later"')
    } finally {
      vi.useRealTimers()
    }
  })

  test('who asks for a second code too soon still sees where to enter the first', async () => {
    await send('/portal/sign-in/code', { to: '/portal', phone })
    const refused = await send('/portal/sign-in/code', { to: '/portal', phone })
    expect(refused.status).toBe(429)
    expect(await refused.text()).toContain('autocomplete="one-time-code"')
  })

  test('who is refused another code for hours reads until when and what to do, and no time that holds for another one', async () => {
    const post = (n: number) => {
      const request = formRequest({ to: '/portal', phone })
      const headers = new Headers(request.headers)
      headers.set('cf-connecting-ip', `198.51.100.${n}`)
      return company.fetch('/portal/sign-in/code', { ...request, headers })
    }
    for (const n of [1, 2, 3, 4]) await post(n)
    const refused = await post(5)
    const page = await refused.text()
    expect(refused.status).toBe(429)
    expect(page).toMatch(/2 ?小时内暂不再发。最近发出的那一条仍然有效，请直接输入/)
    expect(page).not.toMatch(/5 ?分钟|60 ?秒/)
  })

  test('sees the same page whether or not the phone is on file', async () => {
    const pageFor = async (number: string) =>
      (await (await send('/portal/sign-in/code', { to: '/portal', phone: number })).text())
        .replaceAll(number.replace(/^(\d{3})(\d{4})/, '$1 $2 '), '…')
        // The moment of asking.
        .replace(/(name="resendAt" value=")\d+/, '$1…')
    expect(await pageFor('13900000000')).toBe(await pageFor(phone))
  })

  test('what is no mobile number is marked in its field, with what was typed', async () => {
    const refused = await send('/portal/sign-in/code', { to: '/portal', phone: '021-6234' })
    const page = await refused.text()
    expect(refused.status).toBe(422)
    expect(page).toMatch(
      /<input id="phone" aria-describedby="phone-problem" aria-invalid="true"[^>]* value="021-6234"/,
    )
  })

  test('is never sent to another site, whatever an address says', async () => {
    for (const to of [
      'https://evil.test/',
      '//evil.test',
      '/\\evil.test',
      '/portal@evil.test',
      '/console',
      'javascript:1',
    ])
      for (const path of ['/portal/sign-in', '/portal/size/large', '/portal/language/en']) {
        const response = await company.fetch(`${path}?to=${encodeURIComponent(to)}`)
        const next =
          response.headers.get('location') ?? fieldsOf(await response.text(), '/portal/sign-in/code').to?.[0]
        expect([to, path, next]).toEqual([to, path, '/portal'])
      }
  })
})

describe('what an owner prefers', () => {
  test('large type and language stay for the next page', async () => {
    const large = await company.fetch('/portal/size/large?to=/portal/me')
    expect([large.status, large.headers.get('location')]).toEqual([303, '/portal/me'])
    const english = await company.fetch('/portal/language/en')
    const cookie = `${cookiesOf(large)}; ${cookiesOf(english)}`
    const page = await (await company.fetch('/portal/sign-in', { headers: { cookie } })).text()
    expect(page).toContain('<html lang="en" data-type-size="large">')
  })

  test('there are no other sizes and languages', async () => {
    for (const path of ['/portal/size/huge', '/portal/language/fr'])
      expect((await company.fetch(path)).status).toBe(404)
  })

  test('the root of a company’s host is its portal', async () => {
    const response = await company.fetch('/')
    expect(response.headers.get('location')).toBe('/portal')
  })
})

describe('a form whose sender turns out to be signed in no more', () => {
  const words = '二楼走廊的灯坏了三天，晚上很暗。'
  /** A form with or without a photo, as a browser sends it that runs no script. */
  async function multipart(fields: Fields, photo = false): Promise<RequestInit> {
    const data = new FormData()
    for (const [name, value] of Object.entries(fields)) data.append(name, String(value))
    if (photo) data.append('photos', new File([new Uint8Array(200_000).fill(7)], 'a.jpg'))
    const { headers, body } = new Response(data)
    const type = headers.get('content-type') ?? ''
    return {
      method: 'POST',
      body: await new Response(body).arrayBuffer(),
      headers: { 'content-type': type, accept: 'text/html', origin: company.origin },
    }
  }

  /** Through the door with what the page before carries along. @returns the answer to the code */
  async function signInFrom(page: string, andTo = '138 1234 1234'): Promise<Response> {
    const second = await (
      await send('/portal/sign-in/code', { ...fieldsOf(page, '/portal/sign-in/code'), phone: andTo })
    ).text()
    return send('/portal/sign-in', { ...fieldsOf(second, '/portal/sign-in'), code: await sentCode() })
  }

  test('comes back filled in after signing in, and its words stand in no address', async () => {
    const fields = {
      requestId: newId('req', 1),
      complaintId: newId('cmpl', 1),
      categoryId: 'x',
      text: words,
      wish: '尽快修好',
    }
    const asked = await company.fetch('/portal/complaints', await multipart(fields))
    expect([asked.status, asked.headers.get('location')]).toEqual([401, null])
    const door = await asked.text()
    expect(door).toContain('已经保留')
    expect(door).not.toContain(words)
    const back = await signInFrom(door)
    expect(back.status).toBe(200)
    const page = await back.text()
    expect(page).toContain('请核对后提交')
    expect(page).toMatch(
      new RegExp(`<textarea[^>]*>${words}</textarea>[\\s\\S]*<textarea[^>]*>尽快修好</textarea>`),
    )
    const refilled = fieldsOf(page, '/portal/complaints')
    // It is the same form still: what was received of it before is known again.
    expect(refilled).toMatchObject({ requestId: [fields.requestId], complaintId: [fields.complaintId] })
  })

  test('of a payment says that nothing was paid, and leads to the bills after signing in', async () => {
    const asked = await company.fetch('/portal/payments', await multipart({ billId: 'bill_1', scene: 'h5' }))
    expect(asked.status).toBe(401)
    const door = await asked.text()
    expect(door).toContain('登录已过期，刚才没有付款')
    const back = await signInFrom(door)
    expect([back.status, back.headers.get('location')]).toEqual([303, '/portal/bills'])
  })

  test.each(['cancel', 'other-way'])(
    'on the page of a payment (%s) says nothing of what became of it, and leads back to it after signing in',
    async (action) => {
      const path = `/portal/payments/${newId('ord', 1)}`
      const fields = { billId: 'bill_1', scene: 'h5' }
      const asked = await company.fetch(`${path}/${action}`, await multipart(fields))
      const door = await asked.text()
      expect(asked.status).toBe(401)
      expect(door).toContain('登录已过期，登录后看这笔付款的结果')
      expect(door).not.toContain('没有付款')
      const back = await signInFrom(door)
      expect([back.status, back.headers.get('location')]).toEqual([303, path])
    },
  )

  test('leads on to where it was going after a correction of the number, another language and larger type', async () => {
    const path = `/portal/payments/${newId('ord', 1)}`
    const door = await (await company.fetch(`/portal/sign-in?to=${encodeURIComponent(path)}`)).text()
    expect(door).toContain('登录后看这笔付款的结果')
    const typed = await send('/portal/sign-in/code', { to: path, phone })
    const code = await typed.text()
    for (const [page, link] of [
      [door, /href="(\/portal\/language\/en[^"]+)"/],
      [door, /href="(\/portal\/size\/[^"]+)"/],
      [code, /href="(\/portal\/size\/[^"]+)"/],
      [code, /class="back" href="([^"]+)"/],
    ] as const) {
      const first = await company.fetch(link.exec(page)?.[1] ?? '')
      const shown = first.status === 303 ? await company.fetch(first.headers.get('location') ?? '') : first
      const next = fieldsOf(await shown.text(), '/portal/sign-in/code')
      expect([link, next.to]).toEqual([link, [path]])
    }
  })

  test('says of photos that they are to be chosen again', async () => {
    const asked = await company.fetch('/portal/complaints', await multipart({ text: words }, true))
    const page = await (await signInFrom(await asked.text())).text()
    expect(page).toContain('请重新选择照片')
    expect(page).toContain(`>${words}</textarea>`)
  })

  test('keeps no more than a form can have, and nothing that was not sealed here', async () => {
    const long = await company.fetch('/portal/complaints', await multipart({ text: '长'.repeat(9_000) }))
    expect([long.status, long.headers.get('location')]).toEqual([303, '/portal/sign-in'])
    const door = await (await company.fetch('/portal/sign-in')).text()
    const second = await (
      await send('/portal/sign-in/code', { ...fieldsOf(door, '/portal/sign-in/code'), phone })
    ).text()
    const forged = { ...fieldsOf(second, '/portal/sign-in'), kept: 'e30', code: await sentCode() }
    const signedIn = await send('/portal/sign-in', forged)
    expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, '/portal'])
  })

  test('about what is not for whoever signs in leads on as ever', async () => {
    const path = `/portal/complaints/${newId('cmpl', 1)}/words`
    const asked = await company.fetch(path, await multipart({ words }))
    const signedIn = await signInFrom(await asked.text())
    expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, '/portal'])
  })
})
