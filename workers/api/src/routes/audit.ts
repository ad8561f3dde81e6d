import { pageSchema } from '@heju/core'
import {
  auditEntrySchema,
  auditFilterSchema,
  auditVerdictSchema,
  listAudit,
  verifyAudit,
} from '@heju/core/audit'
import { Hono } from 'hono'
import { withCtx } from '../http/context.ts'
import { query, route } from '../http/describe.ts'
import type { HttpEnv } from '../http/env.ts'

export const auditRoutes = new Hono<HttpEnv>()
  .get(
    '/',
    route('Who did what, newest first', pageSchema(auditEntrySchema)),
    query(auditFilterSchema),
    async (c) => c.json(await withCtx(c, (ctx) => listAudit(ctx, c.req.valid('query')))),
  )
  .get(
    '/verdict',
    route('Whether the audit log is as it was written', auditVerdictSchema, [401, 403]),
    async (c) => c.json(await withCtx(c, verifyAudit)),
  )
