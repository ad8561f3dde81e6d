import { idSchema } from '@heju/core'
import {
  changeProject,
  changeProjectSchema,
  createProject,
  createProjectSchema,
  listProjects,
  projectSchema,
} from '@heju/core/projects'
import { Hono } from 'hono'
import * as v from 'valibot'
import { withCtx } from '../http/company.ts'
import { body, idempotent, params, route } from '../http/describe.ts'
import type { HttpEnv } from '../http/env.ts'

const ofProject = v.object({ projectId: idSchema('proj') })

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
  .put(
    '/:projectId',
    route('Change what is known of a project', ofProject, [401, 403, 404, 409, 422]),
    idempotent,
    params(ofProject),
    body(v.omit(changeProjectSchema, ['requestId', 'projectId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      const input = { ...c.req.valid('json'), ...c.req.valid('param'), requestId }
      return c.json(await withCtx(c, (ctx) => changeProject(ctx, input)))
    },
  )
