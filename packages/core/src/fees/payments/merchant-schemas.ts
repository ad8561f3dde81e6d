import * as v from 'valibot'
import { idSchema, requestIdSchema } from '../../input.ts'

const pem = (kinds: string) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(8000),
    v.regex(
      new RegExp(`^-----BEGIN (${kinds})-----[A-Za-z0-9+/=\\s]+-----END \\1-----$`),
      'payments.field.pem',
    ),
  )

export const saveMerchantSchema = v.object({
  requestId: requestIdSchema,
  /** For the merchant that is new or takes the place of another; ignored when keys of the same one change. */
  id: idSchema('mch'),
  /** Left out: for all projects of the legal entity that have none of their own. */
  projectId: v.optional(idSchema('proj')),
  /** Whose account it is, left out: the only open entity's, or the first of several. A project's own is its entity's. */
  entityId: v.optional(idSchema('entity')),
  merchantId: v.pipe(v.string(), v.trim(), v.regex(/^\d{8,10}$/, 'payments.field.merchant_id')),
  appId: v.pipe(v.string(), v.trim(), v.regex(/^wx[0-9a-f]{16}$/, 'payments.field.app_id')),
  merchantSerial: v.pipe(
    v.string(),
    v.trim(),
    v.toUpperCase(),
    v.regex(/^[0-9A-F]{40}$/, 'payments.field.serial'),
  ),
  /** The three secrets may be left out when nothing but the rest changes: what is stored stays. */
  merchantPrivateKey: v.optional(pem('PRIVATE KEY')),
  apiV3Key: v.optional(v.pipe(v.string(), v.regex(/^[!-~]{32}$/, 'payments.field.api_v3_key'))),
  platformKeys: v.optional(
    v.pipe(
      v.array(
        v.object({
          serial: v.pipe(
            v.string(),
            v.trim(),
            v.regex(/^(PUB_KEY_ID_\d+|[0-9A-Fa-f]{40})$/, 'payments.field.serial'),
          ),
          pem: pem('PUBLIC KEY|CERTIFICATE'),
        }),
      ),
      v.minLength(1),
      v.maxLength(4),
    ),
  ),
})
export type SaveMerchant = v.InferInput<typeof saveMerchantSchema>

export const merchantActionSchema = v.object({ requestId: requestIdSchema, merchantRef: idSchema('mch') })
export type MerchantAction = v.InferInput<typeof merchantActionSchema>

/** A merchant as staff see it: enough to recognise it, nothing that could be used. */
export const merchantSchema = v.object({
  id: v.string(),
  /** Whose account it is. A project that belongs to another by now does not collect through it. */
  entityId: v.string(),
  projectId: v.nullable(v.string()),
  merchantId: v.string(),
  appId: v.string(),
  merchantSerial: v.string(),
  platformSerials: v.array(v.string()),
  apiV3KeyLast4: v.string(),
  changedAt: v.number(),
  provenAt: v.nullable(v.number()),
  /** Code of the error that the last test met; null when it went well. */
  proofFailure: v.nullable(v.string()),
})
export type Merchant = v.InferOutput<typeof merchantSchema>

/** What a test of the settings found; `failure` is null when all is well. */
export const merchantProofSchema = v.object({
  provenAt: v.number(),
  failure: v.nullable(v.string()),
  /** The field that cannot be read, or the provider's own code. */
  reason: v.nullable(v.string()),
})
export type MerchantProof = v.InferOutput<typeof merchantProofSchema>
