import {
  changeProject,
  changeProjectSchema,
  createProject,
  createProjectSchema,
  listProjects,
  projectSchema,
} from '@heju/core/estate/projects'
import { Hono } from 'hono'
import * as v from 'valibot'
import { command, nothing, question } from '../../http/command.ts'
import type { HttpEnv } from '../../http/env.ts'

const projectAnswer = v.object({ projectId: v.string() })

export const projectRoutes = new Hono<HttpEnv>()
  .get(
    ...question(
      '/',
      'Projects that the caller works in, by name',
      async (ctx) => ({ projects: await listProjects(ctx) }),
      nothing,
      v.object({ projects: v.array(projectSchema) }),
    ),
  )
  .post(
    ...command('/', 'Take a property under management', createProject, createProjectSchema, projectAnswer),
  )
  .put(
    ...command(
      '/:projectId',
      'Change what is known of a project',
      changeProject,
      changeProjectSchema,
      projectAnswer,
    ),
  )
