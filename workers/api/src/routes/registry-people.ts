import { idSchema, pageSchema } from '@heju/core'
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
  listedPersonSchema,
  listPeople,
  listPeopleSchema,
  personPageSchema,
  transferOwnership,
  transferOwnershipSchema,
  unmaskedPersonSchema,
  unmaskPerson,
} from '@heju/core/registry'
import { Hono } from 'hono'
import * as v from 'valibot'
import { withCtx } from '../http/context.ts'
import { body, idempotent, params, query, route } from '../http/describe.ts'
import type { HttpEnv } from '../http/env.ts'

const ofPerson = v.object({ personId: idSchema('pers') })
const ofOccupancy = v.object({ occupancyId: idSchema('occ') })

/** People, and who is what to which room or parking space. */
export const registryPeopleRoutes = new Hono<HttpEnv>()
  .get(
    '/callers',
    route(
      'Who may be calling: by number or its last digits, name or room, in all of one’s projects; phones masked',
      callersSchema,
    ),
    query(findCallersSchema),
    async (c) => c.json(await withCtx(c, (ctx) => findCallers(ctx, c.req.valid('query')))),
  )
  .get(
    '/people',
    route('People of a project by name, phones masked', pageSchema(listedPersonSchema)),
    query(listPeopleSchema),
    async (c) => c.json(await withCtx(c, (ctx) => listPeople(ctx, c.req.valid('query')))),
  )
  .post(
    '/people',
    route('Add a person or organisation', ofPerson, [401, 403, 409, 422]),
    idempotent,
    body(v.omit(createPersonSchema, ['requestId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      return c.json(await withCtx(c, (ctx) => createPerson(ctx, { requestId, ...c.req.valid('json') })))
    },
  )
  .get(
    '/people/:personId',
    route('A person with all their places, phones and ID masked', personPageSchema, [401, 403, 404]),
    params(ofPerson),
    async (c) => c.json(await withCtx(c, (ctx) => getPerson(ctx, c.req.valid('param').personId))),
  )
  .put(
    '/people/:personId',
    route('Change a person; phones and ID number only where given', ofPerson, [401, 403, 404, 422]),
    idempotent,
    params(ofPerson),
    body(v.omit(changePersonSchema, ['requestId', 'personId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      const input = { requestId, ...c.req.valid('param'), ...c.req.valid('json') }
      return c.json(await withCtx(c, (ctx) => changePerson(ctx, input)))
    },
  )
  .post(
    '/people/:personId/unmask',
    route('Show phones and ID number in full; the look is recorded', unmaskedPersonSchema, [401, 403, 404]),
    idempotent,
    params(ofPerson),
    async (c) => {
      const input = { requestId: c.req.valid('header')['idempotency-key'], ...c.req.valid('param') }
      // No cache keeps what was shown once, on record.
      c.header('Cache-Control', 'no-store')
      return c.json(await withCtx(c, (ctx) => unmaskPerson(ctx, input)))
    },
  )
  .post(
    '/occupancies',
    route('Say what a person is to a room or parking space', ofOccupancy, [401, 403, 404, 409, 422]),
    idempotent,
    body(v.omit(giveOccupancySchema, ['requestId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      return c.json(await withCtx(c, (ctx) => giveOccupancy(ctx, { requestId, ...c.req.valid('json') })))
    },
  )
  .put(
    '/occupancies/:occupancyId',
    route('Correct what was written down wrong', ofOccupancy, [401, 403, 404, 409, 422]),
    idempotent,
    params(ofOccupancy),
    body(v.omit(changeOccupancySchema, ['requestId', 'occupancyId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      const input = { requestId, ...c.req.valid('param'), ...c.req.valid('json') }
      return c.json(await withCtx(c, (ctx) => changeOccupancy(ctx, input)))
    },
  )
  .post(
    '/occupancies/:occupancyId/end',
    route(
      'End it; the day is the last, also of an agreement by which the person pays there',
      ofOccupancy,
      [401, 403, 404, 422],
    ),
    idempotent,
    params(ofOccupancy),
    body(v.omit(endOccupancySchema, ['requestId', 'occupancyId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      const input = { requestId, ...c.req.valid('param'), ...c.req.valid('json') }
      return c.json(await withCtx(c, (ctx) => endOccupancy(ctx, input)))
    },
  )
  .post(
    '/transfers',
    route(
      'Record that a place has changed hands',
      v.object({ placeId: v.string() }),
      [401, 403, 404, 409, 422],
    ),
    idempotent,
    body(v.omit(transferOwnershipSchema, ['requestId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      return c.json(await withCtx(c, (ctx) => transferOwnership(ctx, { requestId, ...c.req.valid('json') })))
    },
  )
