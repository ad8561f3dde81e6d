import { pageSchema } from '@heju/core'
import {
  changePolicy,
  changePolicySchema,
  listReminders,
  policySchema,
  readPolicy,
  recordEvidence,
  recordEvidenceSchema,
  reminderFilterSchema,
  reminderSchema,
} from '@heju/core/fees/reminders'
import { Hono } from 'hono'
import * as v from 'valibot'
import { command, nothing, question } from '../../http/command.ts'
import type { HttpEnv } from '../../http/env.ts'

export const reminderRoutes = new Hono<HttpEnv>()
  .get(
    ...question(
      '/',
      'Reminders, the latest day first, with what became of them',
      listReminders,
      reminderFilterSchema,
      pageSchema(reminderSchema),
    ),
  )
  .get(...question('/policy', 'When and how the company reminds', readPolicy, nothing, policySchema))
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
