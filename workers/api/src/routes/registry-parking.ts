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
import { command, question } from '../http/command.ts'
import { withCtx } from '../http/context.ts'
import { anySpreadsheet, body, idempotent, route } from '../http/describe.ts'
import { download, spreadsheetTypes } from '../http/download.ts'
import type { HttpEnv } from '../http/env.ts'

const ofSpace = v.object({ parkingSpaceId: idSchema('park') })

/** Parking spaces (车位) and who has them. */
export const registryParkingRoutes = new Hono<HttpEnv>()
  .get(
    ...question(
      '/parking-spaces',
      'Parking spaces of a project in natural order, with who has them',
      listParkingSpaces,
      listParkingSpacesSchema,
      pageSchema(listedSpaceSchema),
    ),
  )
  .post(
    ...command(
      '/parking-spaces',
      'Add a parking space',
      createParkingSpace,
      createParkingSpaceSchema,
      ofSpace,
    ),
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
    ...question(
      '/parking-spaces/:parkingSpaceId',
      'A parking space with all who have or had it',
      (ctx, { parkingSpaceId }) => getParkingSpace(ctx, parkingSpaceId),
      ofSpace,
      spacePageSchema,
    ),
  )
  .put(
    ...command(
      '/parking-spaces/:parkingSpaceId',
      'Change what is known of a parking space',
      changeParkingSpace,
      changeParkingSpaceSchema,
      ofSpace,
    ),
  )
