import { anotherTry } from '@heju/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startAliyunSmsDouble } from '@heju/local/aliyun-sms-double'
import type { AliyunSmsDouble, SmsBehaviour } from '@heju/local/aliyun-sms-double'
import {
  accountHeld,
  accountRefused,
  channelBusy,
  channelSilent,
  channelUnavailable,
  contentRefused,
  messageRefused,
  numberRefused,
  reportUnreadable,
} from '@heju/core/platform/messages/channel'
import type { OutgoingMessage } from '@heju/core/platform/messages/channel'
import { aliyunSms } from './index.ts'
import type { AliyunSmsOptions } from './index.ts'

/** 2026-11-22 10:00:00 in China. */
const NOW = Date.UTC(2026, 10, 22, 2)
let now = NOW
let provider: AliyunSmsDouble

beforeAll(async () => {
  provider = await startAliyunSmsDouble({
    now: () => now,
    templates: { SMS_1001: '您好,${room}的${item}共${amount}元,请于${due}前缴纳。' },
  })
})
afterAll(() => provider.close())

const channel = (options: AliyunSmsOptions = {}, settings = provider.settings) =>
  aliyunSms(settings, now, { baseUrl: provider.url, ...options })

const reminder = (changes: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  to: '13800138000',
  templateCode: 'SMS_1001',
  params: { room: '3栋-2单元-1501', item: '物业费 (2026-11)', amount: '1,234.50', due: '11月30日' },
  text: '您好,3栋-2单元-1501的物业费 (2026-11)共1,234.50元,请于11月30日前缴纳。',
  outId: `msg_${crypto.randomUUID()}`,
  ...changes,
})

describe('sending', () => {
  it('hands over number, template and Chinese parameters under a signature that the provider accepts', async () => {
    const message = reminder()
    const sent = await channel().send(message)
    expect(sent).toEqual({ providerMessageId: expect.stringMatching(/^\d+\^0$/), state: 'accepted' })
    expect(provider.accepted.at(-1)).toMatchObject({
      bizId: sent.providerMessageId,
      phoneNumber: '13800138000',
      templateCode: 'SMS_1001',
      params: message.params,
      outId: message.outId,
    })
  })

  it.each([
    ['+8613800138000', '13800138000'],
    ['13800138000', '13800138000'],
    ['+85251234567', '85251234567'],
  ])('writes %s the way the provider takes it', async (to, phoneNumber) => {
    await channel().send(reminder({ to }))
    expect(provider.accepted.at(-1)?.phoneNumber).toBe(phoneNumber)
  })

  it.each([
    ['a number that is none', { to: '1380013' }, numberRefused.code, 'isv.MOBILE_NUMBER_ILLEGAL'],
    ['an unknown template', { templateCode: 'SMS_9' }, contentRefused.code, 'isv.SMS_TEMPLATE_ILLEGAL'],
    [
      'a missing parameter',
      { params: { room: '1501' } },
      contentRefused.code,
      'isv.TEMPLATE_MISSING_PARAMETERS',
    ],
  ])('is refused for good for %s', async (_case, change, code, reason) => {
    const error = await channel()
      .send(reminder(change))
      .catch((caught: unknown) => caught)
    expect(error).toMatchObject({ code, params: { reason } })
    expect(anotherTry(error)).toBe('never')
  })

  it.each<[string, SmsBehaviour, string, boolean]>([
    ['the balance is used up', { code: 'isv.AMOUNT_NOT_ENOUGH' }, accountHeld.code, true],
    ['the account is locked', { code: 'isv.OUT_OF_SERVICE' }, accountHeld.code, true],
    ['the limit of the month is reached', { code: 'isv.MONTH_LIMIT_CONTROL' }, accountHeld.code, true],
    ['the person wants no messages', { code: 'isv.CUSTOMER_REFUSED' }, numberRefused.code, false],
    ['the code is a new one', { code: 'isv.SOMETHING_NEW' }, messageRefused.code, false],
    ['the provider is in trouble', { code: 'isp.SYSTEM_ERROR' }, channelUnavailable.code, true],
    ['the account is throttled', { code: 'Throttling.User' }, channelBusy.code, true],
  ])('knows whether to try again when %s', async (_case, behaviour, code, again) => {
    provider.expect(behaviour)
    const error = await channel()
      .send(reminder())
      .catch((caught: unknown) => caught)
    expect(error).toMatchObject({ code })
    expect(anotherTry(error)).toBe(again ? 'later' : 'never')
  })

  it.each([
    ['触发分钟级流控Permits:1', 60],
    ['触发小时级流控Permits:5', 3600],
    ['触发天级流控Permits:10', 86_400],
  ])('comes back in time after %s', async (message, retryAfterSeconds) => {
    provider.expect({ code: 'isv.BUSINESS_LIMIT_CONTROL', message })
    await expect(channel().send(reminder())).rejects.toMatchObject({
      code: channelBusy.code,
      params: { retryAfterSeconds },
    })
  })

  it('says that the account is at fault when the key is wrong, whichever half', async () => {
    const wrongSecret = channel({}, { ...provider.settings, accessKeySecret: 'nonsense' })
    await expect(wrongSecret.send(reminder())).rejects.toMatchObject({
      code: accountRefused.code,
      params: { reason: 'SignatureDoesNotMatch' },
    })
    const wrongId = channel({}, { ...provider.settings, accessKeyId: 'LTAIunknown' })
    await expect(wrongId.send(reminder())).rejects.toMatchObject({ code: accountRefused.code })
  })

  it('lets no phone number into the error of a broken connection', async () => {
    const broken = channel({ baseUrl: 'http://127.0.0.1:9' })
    const error = await broken.send(reminder()).catch((caught: unknown) => caught)
    const told = JSON.stringify(error, Object.getOwnPropertyNames(error)) + String((error as Error).cause)
    expect(error).toSatisfy(channelSilent.is)
    expect(told).not.toContain('13800138000')
  })
})

describe('a lost answer', () => {
  it('is cleared up by asking: it was taken, so it is not sent again', async () => {
    const message = reminder({ to: '13900139000' })
    provider.expect({ silent: 'after' })
    await expect(channel().send(message)).rejects.toSatisfy(channelSilent.is)
    expect(
      await channel().queryDelivery?.({ to: message.to, outId: message.outId, sentAt: now }),
    ).toMatchObject({
      outId: message.outId,
      state: 'pending',
    })
  })

  it('is cleared up by asking: it was not taken', async () => {
    const message = reminder({ to: '13900139001' })
    provider.expect({ silent: 'before' })
    await expect(channel().send(message)).rejects.toSatisfy(channelSilent.is)
    expect(await channel().queryDelivery?.({ to: message.to, outId: message.outId, sentAt: now })).toBeNull()
  })

  it('is found although midnight in China passed on the way', async () => {
    const sentAt = Date.UTC(2026, 10, 22, 15, 59, 59)
    const message = reminder({ to: '13900139002' })
    now = sentAt + 2000
    await channel().send(message)
    expect(await channel().queryDelivery?.({ to: message.to, outId: message.outId, sentAt })).not.toBeNull()
    now = NOW
  })
})

describe('delivery', () => {
  it.each([
    ['DELIVERED', 'delivered'],
    ['MOBILE_NOT_ON_SERVICE', 'failed'],
  ])('is told by report and by query alike: %s', async (errCode, state) => {
    const message = reminder({ to: '13700137000' })
    const { providerMessageId } = await channel().send(message)
    const told = { providerMessageId, outId: message.outId, state, reason: errCode, reportedAt: NOW }
    expect(channel().readReport?.(provider.report(providerMessageId, errCode))).toEqual([told])
    const question = { to: message.to, outId: message.outId, sentAt: NOW, providerMessageId }
    expect(await channel().queryDelivery?.(question)).toEqual(told)
  })

  it.each(['', '{}', '[{"success":"yes"}]', 'null'])('refuses a report that is none: %s', (body) => {
    expect(() => channel().readReport?.(body)).toThrow(reportUnreadable.code)
  })
})
