import type { ErrorDefinition, HejuError } from '@heju/kernel'
import {
  accountHeld,
  accountRefused,
  channelBusy,
  channelUnavailable,
  contentRefused,
  messageRefused,
  numberRefused,
} from '@heju/core/platform/messages/channel'

const MINUTE = 60
const HALF_HOUR = 1800
const HOUR = 3600
const DAY = 86_400

/** What the provider's codes mean for us. @see https://help.aliyun.com/document_detail/101346.html */
const meanings = new Map<string, ErrorDefinition>([
  // The number will not become right by waiting, nor will somebody who asked to be left alone.
  ['isv.MOBILE_NUMBER_ILLEGAL', numberRefused],
  ['isv.MOBILE_COUNT_OVER_LIMIT', numberRefused],
  ['isv.CUSTOMER_REFUSED', numberRefused],
  ['isv.DOMESTIC_NUMBER_NOT_SUPPORTED', numberRefused],
  // Signature, template or what was filled into it: somebody has to change it.
  ['isv.SMS_TEMPLATE_ILLEGAL', contentRefused],
  ['isv.SMS_SIGNATURE_ILLEGAL', contentRefused],
  ['isv.SMS_SIGNATURE_SCENE_ILLEGAL', contentRefused],
  ['isv.SMS_SIGN_ILLEGAL', contentRefused],
  ['isv.SIGN_STATE_ILLEGAL', contentRefused],
  ['isv.SIGN_NAME_ILLEGAL', contentRefused],
  ['isv.TEMPLATE_MISSING_PARAMETERS', contentRefused],
  ['isv.TEMPLATE_PARAMS_ILLEGAL', contentRefused],
  ['isv.INVALID_PARAMETERS', contentRefused],
  ['isv.INVALID_JSON_PARAM', contentRefused],
  ['isv.PARAM_LENGTH_LIMIT', contentRefused],
  ['isv.PARAM_NOT_SUPPORT_URL', contentRefused],
  ['isv.BLACK_KEY_CONTROL_LIMIT', contentRefused],
  ['isv.SMS_CONTENT_ILLEGAL', contentRefused],
  ['isv.SMS_CONTENT_MISMATCH_TEMPLATE_TYPE', contentRefused],
  ['isv.EXTEND_CODE_ERROR', contentRefused],
  // The account has to be topped up or unlocked; what waits goes out then.
  ['isv.OUT_OF_SERVICE', accountHeld],
  ['isv.AMOUNT_NOT_ENOUGH', accountHeld],
  ['isv.MONTH_LIMIT_CONTROL', accountHeld],
  // Its permissions or keys.
  ['isp.RAM_PERMISSION_DENY', accountRefused],
  ['isv.PRODUCT_UN_SUBSCRIPT', accountRefused],
  ['isv.PRODUCT_UNSUBSCRIBE', accountRefused],
  ['isv.ACCOUNT_NOT_EXISTS', accountRefused],
  ['isv.ACCOUNT_ABNORMAL', accountRefused],
  ['isv.DENY_IP_RANGE', accountRefused],
  ['InvalidAccessKeyId.NotFound', accountRefused],
  ['InvalidAccessKeyId.Inactive', accountRefused],
  ['SignatureDoesNotMatch', accountRefused],
  ['InvalidTimeStamp.Expired', accountRefused],
  // Their trouble.
  ['isp.SYSTEM_ERROR', channelUnavailable],
  ['isp.GATEWAY_ERROR', channelUnavailable],
  ['InternalError', channelUnavailable],
  ['ServiceUnavailable', channelUnavailable],
  ['SignatureNonceUsed', channelUnavailable],
])

/** The error for a refusal; a code that nobody knows yet is one that people must look at. */
export function refusal(code: string, message: string, status: number): HejuError {
  const reason = /^[\w.-]{1,64}$/.test(code) ? code : 'unknown'
  const retryAfterSeconds = waitFor(code, message)
  if (retryAfterSeconds !== null) return channelBusy({ reason, retryAfterSeconds })
  if (meanings.get(code) === accountHeld) return accountHeld({ reason, retryAfterSeconds: HALF_HOUR })
  const unknown = status >= 500 ? channelUnavailable : messageRefused
  return (meanings.get(code) ?? unknown)({ reason })
}

/** Its limits are per minute, hour and day for one number; which one was reached stands only in the message. */
function waitFor(code: string, message: string): number | null {
  if (code === 'isv.DAY_LIMIT_CONTROL') return DAY
  if (code.startsWith('Throttling')) return MINUTE
  if (code !== 'isv.BUSINESS_LIMIT_CONTROL') return null
  if (message.includes('天级')) return DAY
  return message.includes('小时级') ? HOUR : MINUTE
}
