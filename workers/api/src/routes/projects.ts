import { createProject, createProjectSchema, listProjects, projectSchema } from '@heju/core/projects'
import { Hono } from 'hono'
import * as v from 'valibot'
import { withCtx } from '../http/company.ts'
import { body, idempotent, route } from '../http/describe.ts'
import type { HttpEnv } from '../http/env.ts'

export const projectRoutes = new Hono<HttpEnv>()
  .get(
    '/',
    route(
      'Projects that the caller works in, by name',
      v.object({ projects: v.array(projectSchema) }),
      [401, 403],
    ),
    async (c) => c.json({ projects: await withCtx(c, listProjects) }),
  )
  .post(
    '/',
    route('Take a property under management', v.object({ projectId: v.string() }), [401, 403, 409, 422]),
    idempotent,
    body(v.omit(createProjectSchema, ['requestId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      return c.json(await withCtx(c, (ctx) => createProject(ctx, { ...c.req.valid('json'), requestId })))
    },
  )
