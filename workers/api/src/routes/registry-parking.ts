import { idSchema, pageSchema } from '@heju/core'
import {
  changeParkingSpace,
  changeParkingSpaceSchema,
  createParkingSpace,
  createParkingSpaceSchema,
  exportParkingSpaces,
  exportParkingSpacesSchema,
  spaceExportWords,
  getParkingSpace,
  listedSpaceSchema,
  listParkingSpaces,
  listParkingSpacesSchema,
  spacePageSchema,
} from '@heju/core/registry'
import { Hono } from 'hono'
import * as v from 'valibot'
import { withCtx } from '../http/context.ts'
import { anySpreadsheet, body, idempotent, params, query, route } from '../http/describe.ts'
import { download, spreadsheetTypes } from '../http/download.ts'
import type { HttpEnv } from '../http/env.ts'

const ofSpace = v.object({ parkingSpaceId: idSchema('park') })

/** Parking spaces (车位) and who has them. */
export const registryParkingRoutes = new Hono<HttpEnv>()
  .get(
    '/parking-spaces',
    route('Parking spaces of a project in natural order, with who has them', pageSchema(listedSpaceSchema)),
    query(listParkingSpacesSchema),
    async (c) => c.json(await withCtx(c, (ctx) => listParkingSpaces(ctx, c.req.valid('query')))),
  )
  .post(
    '/parking-spaces',
    route('Add a parking space', ofSpace, [401, 403, 409, 422]),
    idempotent,
    body(v.omit(createParkingSpaceSchema, ['requestId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      return c.json(await withCtx(c, (ctx) => createParkingSpace(ctx, { requestId, ...c.req.valid('json') })))
    },
  )
  .post(
    '/parking-spaces/export',
    route(
      'The parking spaces that the list shows with who has them, as a file',
      anySpreadsheet,
      [401, 403, 422],
    ),
    idempotent,
    body(v.omit(exportParkingSpacesSchema, ['requestId'])),
    async (c) => {
      const input = { requestId: c.req.valid('header')['idempotency-key'], ...c.req.valid('json') }
      const words = spaceExportWords(c.var.locale)
      const file = await withCtx(c, (ctx) => exportParkingSpaces(ctx, input, words))
      return download(file, `${words.sheet}.${input.format}`, spreadsheetTypes[input.format])
    },
  )
  .get(
    '/parking-spaces/:parkingSpaceId',
    route('A parking space with all who have or had it', spacePageSchema, [401, 403, 404]),
    params(ofSpace),
    async (c) => c.json(await withCtx(c, (ctx) => getParkingSpace(ctx, c.req.valid('param').parkingSpaceId))),
  )
  .put(
    '/parking-spaces/:parkingSpaceId',
    route('Change what is known of a parking space', ofSpace, [401, 403, 404, 422]),
    idempotent,
    params(ofSpace),
    body(v.omit(changeParkingSpaceSchema, ['requestId', 'parkingSpaceId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      const input = { requestId, ...c.req.valid('param'), ...c.req.valid('json') }
      return c.json(await withCtx(c, (ctx) => changeParkingSpace(ctx, input)))
    },
  )
