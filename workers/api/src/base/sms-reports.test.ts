import { newId } from '@heju/kernel'
import { beforeEach, describe, expect, test } from 'vitest'
import { testApi, type TestApi } from '../testing.ts'

const secret = 'a-secret-of-the-address'
const [companyId, messageId] = [newId('comp', 1), newId('msg', 1)]
/** As the provider sends it. */
const report = (outId: string) => ({
  phone_number: '13812345678',
  send_time: '2026-11-22 10:00:00',
  report_time: '2026-11-22 10:00:03',
  success: true,
  err_code: 'DELIVERED',
  err_msg: '用户接收成功',
  sms_size: '1',
  biz_id: 'biz-1',
  out_id: outId,
})

let api: TestApi
beforeEach(async () => {
  api = await testApi()
  Object.assign(api.env, { SMS_REPORT_SECRET: secret, MESSAGE_CHANNEL: 'aliyun' })
})

const push = (at: string, body: unknown) =>
  api.base(`/notices/sms/${at}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json;charset=utf-8' },
    body: JSON.stringify(body),
  })

describe('reports of the SMS provider', () => {
  test('go to the work of the company whose message it is, without a phone number', async () => {
    const answer = await push(secret, [
      report(`${companyId}.${messageId}`),
      report('somebody-else'),
      report(''),
    ])
    expect([answer.status, await answer.json()]).toEqual([200, { code: 0, msg: '接收成功' }])
    const said = { messageId, state: 'delivered', providerMessageId: 'biz-1', reason: 'DELIVERED' }
    const reportedAt = Date.UTC(2026, 10, 22, 2, 0, 3)
    expect(api.sent).toEqual([{ type: 'reports', companyId, reports: [{ ...said, reportedAt }] }])
    expect(JSON.stringify(api.sent)).not.toContain('13812345678')
  })

  test.each(['another-secret-of-it', 'a-secret', ''])('at the address %s are not taken', async (at) => {
    expect((await push(at, [report(`${companyId}.${messageId}`)])).status).toBe(404)
    expect(api.sent).toEqual([])
  })

  test('are not taken where no secret is set', async () => {
    delete api.env.SMS_REPORT_SECRET
    expect((await push('undefined', [])).status).toBe(404)
  })

  test('that cannot be read are refused', async () => {
    expect((await push(secret, { no: 'list' })).status).toBe(422)
  })
})
