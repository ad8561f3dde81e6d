import { randomInt } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'

/** A message that was accepted. */
export interface AcceptedSms {
  bizId: string
  phoneNumber: string
  signName: string
  templateCode: string
  params: Record<string, string>
  outId: string
  sentAt: number
  state: 'pending' | 'delivered' | 'failed'
  errCode: string
  reportedAt: number | null
}

/** How the next call goes. */
export interface SmsBehaviour {
  /** Refused with this code. */
  code?: string
  message?: string
  /** `before`: the connection breaks and nothing was taken; `after`: it was taken, the answer is lost. */
  silent?: 'before' | 'after'
}

type Call = Context<{ Bindings: HttpBindings }>

/** What the provider knows. */
export interface State {
  now: () => number
  signName: string
  templates: Readonly<Record<string, string>> | null
  accepted: AcceptedSms[]
  behaviours: SmsBehaviour[]
}

/** Answers a call whose signature is right. */
export function answer(c: Call, state: State) {
  const behaviour = state.behaviours.shift()
  if (behaviour?.silent === 'before') return breakOff(c)
  if (behaviour?.code) return say(c, behaviour.code, behaviour.message ?? behaviour.code)
  const said = c.req.header('x-acs-action') === 'SendSms' ? sendSms(c, state) : querySendDetails(c, state)
  return behaviour?.silent === 'after' ? breakOff(c) : said
}

function breakOff(c: Call) {
  c.env.outgoing.destroy()
  return c.body(null)
}

/** Refusals of the service itself come with status 200, those of the gateway with 4xx. */
export function say(
  c: Call,
  code: string,
  message: string,
  more: object = {},
  status: 200 | 400 | 403 | 404 = 200,
) {
  return c.json(
    { Code: code, Message: message, RequestId: crypto.randomUUID().toUpperCase(), ...more },
    status,
  )
}

function sendSms(c: Call, state: State) {
  const {
    PhoneNumbers = '',
    SignName = '',
    TemplateCode = '',
    TemplateParam = '{}',
    OutId = '',
  } = c.req.query()
  if (!/^(1\d{10}|[1-9]\d{7,14})$/.test(PhoneNumbers))
    return say(c, 'isv.MOBILE_NUMBER_ILLEGAL', '非法手机号')
  if (SignName !== state.signName) return say(c, 'isv.SMS_SIGNATURE_ILLEGAL', '短信签名不合法')
  const template = state.templates ? state.templates[TemplateCode] : ''
  if (template === undefined) return say(c, 'isv.SMS_TEMPLATE_ILLEGAL', '短信模板不合法')
  const params = readParams(TemplateParam)
  if (!params) return say(c, 'isv.INVALID_JSON_PARAM', 'JSON参数不合法')
  const wanted = [...template.matchAll(/\$\{(\w+)\}/g)].map((match) => match[1] ?? '')
  const missing = wanted.find((name) => params[name] === undefined)
  if (missing) return say(c, 'isv.TEMPLATE_MISSING_PARAMETERS', `模版缺少变量：${missing}`)
  const bizId = `${randomInt(1e9, 2e9)}${randomInt(1e8, 9e8)}^0`
  state.accepted.push({
    bizId,
    phoneNumber: PhoneNumbers,
    signName: SignName,
    templateCode: TemplateCode,
    params,
    outId: OutId,
    sentAt: state.now(),
    state: 'pending',
    errCode: '',
    reportedAt: null,
  })
  return say(c, 'OK', 'OK', { BizId: bizId })
}

function readParams(text: string): Record<string, string> | null {
  try {
    const parsed: unknown = JSON.parse(text)
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, string>) : null
  } catch {
    return null
  }
}

const statusNumbers = { pending: 1, failed: 2, delivered: 3 } as const

function querySendDetails(c: Call, state: State) {
  const { PhoneNumber = '', SendDate = '', BizId } = c.req.query()
  const found = state.accepted.filter(
    (sms) =>
      sms.phoneNumber === PhoneNumber &&
      chinaTime(sms.sentAt).slice(0, 10).replaceAll('-', '') === SendDate &&
      (BizId === undefined || sms.bizId === BizId),
  )
  return say(c, 'OK', 'OK', {
    TotalCount: String(found.length),
    SmsSendDetailDTOs: {
      SmsSendDetailDTO: found.map((sms) => ({
        PhoneNum: sms.phoneNumber,
        SendStatus: statusNumbers[sms.state],
        ErrCode: sms.errCode,
        TemplateCode: sms.templateCode,
        SendDate: chinaTime(sms.sentAt),
        ReceiveDate: sms.reportedAt === null ? '' : chinaTime(sms.reportedAt),
        OutId: sms.outId,
      })),
    },
  })
}

/** The carrier's report on one message: kept, and written as it is pushed. */
export function report(state: State, bizId: string, errCode: string): string {
  const sms = state.accepted.find((each) => each.bizId === bizId)
  if (!sms) throw new Error(`no message ${bizId}`)
  sms.state = errCode === 'DELIVERED' ? 'delivered' : 'failed'
  sms.errCode = errCode
  sms.reportedAt = state.now()
  return JSON.stringify([
    {
      phone_number: sms.phoneNumber,
      send_time: chinaTime(sms.sentAt),
      report_time: chinaTime(sms.reportedAt),
      success: sms.state === 'delivered',
      err_code: errCode,
      err_msg: errCode === 'DELIVERED' ? '用户接收成功' : errCode,
      sms_size: '1',
      biz_id: sms.bizId,
      out_id: sms.outId,
    },
  ])
}

function chinaTime(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}
