import * as v from 'valibot'
import { mobileSchema, newPasswordSchema, tellsLogin } from '../../people/identity/index.ts'
import { nameSchema, requestIdSchema } from '../../input.ts'
import { isWellFormed } from './addresses.ts'
import { provisioningSteps } from './rules.ts'

/** The first label of a company's host; capitals are taken as small letters. */
export const slugSchema = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.check(isWellFormed, 'tenancy.slug_malformed'),
)

export const signUpSchema = v.pipe(
  v.object({
    requestId: requestIdSchema,
    companyName: nameSchema(60),
    slug: slugSchema,
    adminName: nameSchema(40),
    phone: mobileSchema,
    password: newPasswordSchema,
    locale: v.optional(v.picklist(['zh-CN', 'zh-Hant', 'en']), 'zh-CN'),
  }),
  v.forward(
    v.check(({ password, phone }) => !tellsLogin(password, [phone]), 'field.password_common'),
    ['password'],
  ),
)
export type SignUp = v.InferInput<typeof signUpSchema>

/** What a visitor is told after signing up. `key` proves later that it is the same visitor who asks. */
const signedUpSchema = v.object({ signupId: v.string(), companyId: v.string(), key: v.string() })
export type SignedUp = v.InferOutput<typeof signedUpSchema>

/** How far a sign-up is. */
const signupProgressSchema = v.object({
  signupId: v.string(),
  companyId: v.string(),
  companyName: v.string(),
  /** Where the company will answer, with its port if any. */
  host: v.string(),
  state: v.picklist(['working', 'ready', 'handed_over', 'ended']),
  steps: v.array(
    v.object({ name: v.picklist(provisioningSteps), state: v.picklist(['done', 'current', 'waiting']) }),
  ),
  /** Code of the error that stopped the current step; it is tried again by itself. */
  failure: v.nullable(v.string()),
  /** Epoch milliseconds at which something last happened. */
  since: v.number(),
})
export type SignupProgress = v.InferOutput<typeof signupProgressSchema>

export const stateChangeSchema = v.object({
  requestId: requestIdSchema,
  companyId: v.string(),
  /** Shown to the company's staff and owners. */
  reason: nameSchema(200),
})
export type StateChange = v.InferInput<typeof stateChangeSchema>

export const upgradeAllSchema = v.object({ requestId: requestIdSchema })
export type UpgradeAll = v.InferInput<typeof upgradeAllSchema>

export const renewTokenSchema = v.object({ requestId: requestIdSchema, companyId: v.string() })
export type RenewToken = v.InferInput<typeof renewTokenSchema>
