import { idSchema } from '@heju/core'
import {
  changeParkingSpace,
  changeParkingSpaceSchema,
  createParkingSpace,
  createParkingSpaceSchema,
  getParkingSpace,
  parkingSpaceList,
  spacePageSchema,
} from '@heju/core/estate/registry'
import { Hono } from 'hono'
import * as v from 'valibot'
import { command, fileOf, listOf, question } from '../../http/command.ts'
import type { HttpEnv } from '../../http/env.ts'

const ofSpace = v.object({ parkingSpaceId: idSchema('park') })

/** Parking spaces (车位) and who has them. */
export const registryParkingRoutes = new Hono<HttpEnv>()
  .get(
    ...listOf(
      '/parking-spaces',
      'Parking spaces of a project in natural order, with who has them',
      parkingSpaceList,
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
  .get(
    ...fileOf(
      '/parking-spaces/file',
      'The parking spaces that the list shows with who has them, as a file',
      parkingSpaceList,
    ),
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
