import {
  listMerchants,
  merchantActionSchema,
  merchantProofSchema,
  merchantSchema,
  proveMerchant,
  retireMerchant,
  saveMerchant,
  saveMerchantSchema,
} from '@heju/core/fees/payments'
import { Hono } from 'hono'
import * as v from 'valibot'
import { command, nothing, question } from '../../http/command.ts'
import type { HttpEnv } from '../../http/env.ts'
import { portsFor } from '../../http/ports.ts'

const savedSchema = v.object({ id: v.string() })

/** The company's own merchants at the payment provider: secrets go in and never come out. */
export const merchantRoutes = new Hono<HttpEnv>()
  .get(
    ...question(
      '/',
      'The merchants in use, as far as they may be shown',
      async (ctx) => ({ merchants: await listMerchants(ctx) }),
      nothing,
      v.object({ merchants: v.array(merchantSchema) }),
    ),
  )
  .put(
    ...command(
      '/',
      'Enter or change a merchant; secrets that are left out stay',
      saveMerchant,
      saveMerchantSchema,
      savedSchema,
    ),
  )
  .post(
    ...command(
      '/:merchantRef/proof',
      'Test the settings of a merchant against the provider',
      (ctx, input, c) => proveMerchant(ctx, input, portsFor(c)),
      merchantActionSchema,
      merchantProofSchema,
      [502],
    ),
  )
  .post(
    ...command(
      '/:merchantRef/retirement',
      'End online payment through a merchant',
      retireMerchant,
      merchantActionSchema,
      savedSchema,
    ),
  )
