import { handProjectOver, handProjectOverSchema } from '@heju/core/estate/handover'
import {
  addEntity,
  addEntitySchema,
  addUnit,
  addUnitSchema,
  changeEntity,
  changeEntitySchema,
  changeUnit,
  changeUnitSchema,
  closeEntity,
  closeEntitySchema,
  closeUnit,
  closeUnitSchema,
  moveProjectSchema,
  moveUnitSchema,
  organisationSchema,
  readOrganisation,
} from '@heju/core/estate/organisation'
import { moveProject, moveUnit } from '@heju/core/people/identity'
import { Hono } from 'hono'
import * as v from 'valibot'
import { command, nothing, question } from '../../http/command.ts'
import type { HttpEnv } from '../../http/env.ts'

const unitAnswer = v.object({ unitId: v.string() })
const entityAnswer = v.object({ entityId: v.string() })
const projectAnswer = v.object({ projectId: v.string() })

/** The tree of units above the projects, and the legal entities in whose names they work. */
export const organisationRoutes = new Hono<HttpEnv>()
  .get(
    ...question(
      '/',
      'Units, legal entities, and where projects stand, with what was before and what is planned',
      readOrganisation,
      nothing,
      organisationSchema,
    ),
  )
  .post(...command('/units', 'Add a unit under another', addUnit, addUnitSchema, unitAnswer))
  .put(
    ...command(
      '/units/:unitId',
      'Change what a unit is called, its kind and its first day',
      changeUnit,
      changeUnitSchema,
      unitAnswer,
    ),
  )
  .post(
    ...command(
      '/units/:unitId/move',
      'Put a unit under another from a day on',
      moveUnit,
      moveUnitSchema,
      unitAnswer,
    ),
  )
  .post(
    ...command(
      '/units/:unitId/closing',
      'Close a unit from a day on, or open it again',
      closeUnit,
      closeUnitSchema,
      unitAnswer,
    ),
  )
  .post(...command('/entities', 'Add a legal entity', addEntity, addEntitySchema, entityAnswer))
  .put(
    ...command(
      '/entities/:entityId',
      'Change what is known of a legal entity',
      changeEntity,
      changeEntitySchema,
      entityAnswer,
    ),
  )
  .post(
    ...command(
      '/entities/:entityId/closing',
      'Close a legal entity from a day on, or open it again',
      closeEntity,
      closeEntitySchema,
      entityAnswer,
    ),
  )
  .post(
    ...command(
      '/projects/:projectId/move',
      'Put a project under another unit from a day on',
      moveProject,
      moveProjectSchema,
      projectAnswer,
    ),
  )
  .post(
    ...command(
      '/projects/:projectId/handover',
      'Hand a project to another legal entity from a day on',
      handProjectOver,
      handProjectOverSchema,
      projectAnswer,
    ),
  )
