import { idSchema } from '@heju/core'
import {
  callersSchema,
  changeOccupancy,
  changeOccupancySchema,
  changePerson,
  changePersonSchema,
  createPerson,
  createPersonSchema,
  endOccupancy,
  endOccupancySchema,
  findCallers,
  findCallersSchema,
  getPerson,
  giveOccupancy,
  giveOccupancySchema,
  personList,
  personPageSchema,
  transferOwnership,
  transferOwnershipSchema,
  unmaskedPersonSchema,
  unmaskPerson,
  unmaskPersonSchema,
} from '@heju/core/estate/registry'
import { Hono } from 'hono'
import * as v from 'valibot'
import { command, listOf, question } from '../../http/command.ts'
import type { HttpEnv } from '../../http/env.ts'

const ofPerson = v.object({ personId: idSchema('pers') })
const ofOccupancy = v.object({ occupancyId: idSchema('occ') })

/** People, and who is what to which room or parking space. */
export const registryPeopleRoutes = new Hono<HttpEnv>()
  .get(
    ...question(
      '/callers',
      'Who may be calling: by number or its last digits, name or room, in all of one’s projects; phones masked',
      findCallers,
      findCallersSchema,
      callersSchema,
    ),
  )
  .get(...listOf('/people', 'People of a project by name, phones masked', personList))
  .post(...command('/people', 'Add a person or organisation', createPerson, createPersonSchema, ofPerson))
  .get(
    ...question(
      '/people/:personId',
      'A person with all their places, phones and ID masked',
      (ctx, { personId }) => getPerson(ctx, personId),
      ofPerson,
      personPageSchema,
    ),
  )
  .put(
    ...command(
      '/people/:personId',
      'Change a person; phones and ID number only where given',
      changePerson,
      changePersonSchema,
      ofPerson,
    ),
  )
  .post(
    ...command(
      '/people/:personId/unmask',
      'Show phones and ID number in full; the look is recorded',
      unmaskPerson,
      unmaskPersonSchema,
      unmaskedPersonSchema,
    ),
  )
  .post(
    ...command(
      '/occupancies',
      'Say what a person is to a room or parking space',
      giveOccupancy,
      giveOccupancySchema,
      ofOccupancy,
    ),
  )
  .put(
    ...command(
      '/occupancies/:occupancyId',
      'Correct what was written down wrong',
      changeOccupancy,
      changeOccupancySchema,
      ofOccupancy,
    ),
  )
  .post(
    ...command(
      '/occupancies/:occupancyId/end',
      'End it; the day is the last, also of an agreement by which the person pays there',
      endOccupancy,
      endOccupancySchema,
      ofOccupancy,
    ),
  )
  .post(
    ...command(
      '/transfers',
      'Record that a place has changed hands',
      transferOwnership,
      transferOwnershipSchema,
      v.object({ placeId: v.string() }),
    ),
  )
