import {
  changePolicy,
  changePolicySchema,
  policySchema,
  readPolicy,
  recordEvidence,
  recordEvidenceSchema,
  reminderList,
  shownPolicySchema,
} from '@heju/core/fees/reminders'
import { Hono } from 'hono'
import * as v from 'valibot'
import { command, listOf, nothing, question } from '../../http/command.ts'
import type { HttpEnv } from '../../http/env.ts'

export const reminderRoutes = new Hono<HttpEnv>()
  .get(...listOf('/', 'Reminders, the latest day first, with what became of them', reminderList))
  .get(...question('/policy', 'When and how the company reminds', readPolicy, nothing, shownPolicySchema))
  .put(
    ...command(
      '/policy',
      'Set when and how the company reminds',
      changePolicy,
      changePolicySchema,
      policySchema,
    ),
  )
  .post(
    ...command(
      '/:reminderId/evidence',
      'Write down how a demand reached its payer',
      recordEvidence,
      recordEvidenceSchema,
      v.object({ evidenceId: v.string() }),
    ),
  )
