import { auditList } from '@heju/core/platform/audit'
import { auditVerdictSchema, verifyAudit } from '@heju/core/platform/audit-chain'
import { Hono } from 'hono'
import { fileOf, listOf, nothing, question } from '../../http/command.ts'
import type { HttpEnv } from '../../http/env.ts'

export const auditRoutes = new Hono<HttpEnv>()
  .get(...listOf('/', 'Who did what, newest first', auditList))
  .get(...fileOf('/file', 'The same entries as a workbook or CSV file: its bytes', auditList))
  .get(
    ...question(
      '/verdict',
      'Whether the audit log is as it was written',
      verifyAudit,
      nothing,
      auditVerdictSchema,
    ),
  )
