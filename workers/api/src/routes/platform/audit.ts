import { pageSchema } from '@heju/core'
import {
  auditEntrySchema,
  auditFilterSchema,
  auditVerdictSchema,
  exportAudit,
  exportAuditSchema,
  listAudit,
  verifyAudit,
} from '@heju/core/platform/audit'
import { Hono } from 'hono'
import { nothing, question, tableOf } from '../../http/command.ts'
import type { HttpEnv } from '../../http/env.ts'

export const auditRoutes = new Hono<HttpEnv>()
  .get(
    ...question(
      '/',
      'Who did what, newest first',
      listAudit,
      auditFilterSchema,
      pageSchema(auditEntrySchema),
    ),
  )
  .get(
    ...tableOf(
      '/file',
      'The same entries as a workbook or CSV file: its bytes',
      exportAudit,
      exportAuditSchema,
    ),
  )
  .get(
    ...question(
      '/verdict',
      'Whether the audit log is as it was written',
      verifyAudit,
      nothing,
      auditVerdictSchema,
    ),
  )
