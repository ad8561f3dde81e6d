import { tidy } from '@heju/kernel'
import * as v from 'valibot'
import { mobileSchema } from '../identity/index.ts'

export const requestCodeSchema = v.object({ phone: mobileSchema })
export type RequestCode = v.InferInput<typeof requestCodeSchema>

/** What whoever asks is told, whether or not a message was sent. */
export const codeRequestedSchema = v.object({
  /** Seconds until another code can be asked for. */
  resendAfterSeconds: v.number(),
  /** For how many minutes the code is good. */
  minutes: v.number(),
})
export type CodeRequested = v.InferOutput<typeof codeRequestedSchema>

export const verifyCodeSchema = v.object({
  phone: mobileSchema,
  /** Six digits, with the spaces and full-width forms that keyboards make of them. */
  code: v.pipe(
    v.string(),
    v.transform((text) => tidy(text).replaceAll(' ', '')),
    v.regex(/^\d{6}$/, 'field.code'),
  ),
})
export type VerifyCode = v.InferInput<typeof verifyCodeSchema>

export const ownerSchema = v.object({
  id: v.string(),
  /** 138****1234 */
  phone: v.string(),
  company: v.object({ name: v.string(), state: v.string(), stateReason: v.nullable(v.string()) }),
})
export type Owner = v.InferOutput<typeof ownerSchema>
