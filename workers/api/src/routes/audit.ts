import { pageSchema } from '@heju/core'
import {
  auditEntrySchema,
  auditFilterSchema,
  auditVerdictSchema,
  exportAudit,
  exportAuditSchema,
  listAudit,
  verifyAudit,
} from '@heju/core/audit'
import { Hono } from 'hono'
import * as v from 'valibot'
import { nothing, question } from '../http/command.ts'
import { withCtx } from '../http/context.ts'
import { anySpreadsheet, query, route } from '../http/describe.ts'
import { download, spreadsheetTypes } from '../http/download.ts'
import type { HttpEnv } from '../http/env.ts'

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
    '/file',
    route('The same entries as a workbook or CSV file: its bytes', anySpreadsheet, [401, 403, 413, 422]),
    query(v.omit(exportAuditSchema, ['requestId'])),
    async (c) => {
      const { requestId, locale } = c.var
      const input = { ...c.req.valid('query'), requestId }
      const { bytes, fileName, format } = await withCtx(c, (ctx) => exportAudit(ctx, input, locale))
      return download(bytes, fileName, spreadsheetTypes[format])
    },
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
