import { idSchema } from '@heju/core'
import {
  addPrice,
  addPriceSchema,
  agreePayer,
  agreePayerSchema,
  approveTariff,
  approveTariffSchema,
  assignTariff,
  assignTariffSchema,
  chargesOfPlace,
  chargesSchema,
  createTariff,
  createTariffSchema,
  discardTariff,
  doubleChargeList,
  endAgreement,
  endAgreementSchema,
  endAssignment,
  endAssignmentSchema,
  listPublicTariffs,
  listTariffs,
  listTariffsSchema,
  ofTariffSchema,
  previewScope,
  previewScopeSchema,
  publicTariffSchema,
  readTariff,
  scopePreviewSchema,
  singlePlaceList,
  switchTariff,
  switchTariffSchema,
  tariffPageSchema,
  tariffSchema,
} from '@heju/core/fees/billing'
import { Hono } from 'hono'
import * as v from 'valibot'
import { command, listOf, nothing, question } from '../../http/command.ts'
import type { HttpEnv } from '../../http/env.ts'

const ofTariff = v.object({ tariffId: idSchema('tariff') })
const tariffAnswer = v.object({ tariffId: v.string() })
/** Also how many places have bills by others for these days: they are charged anew only once those are void. */
const inUseAnswer = v.object({ ...tariffAnswer.entries, billed: v.number() })
const assignedAnswer = v.object({ places: v.number(), billed: v.number() })
const priceAnswer = v.object({ tariffId: v.string(), priceId: v.string() })
const endedAnswer = v.object({ places: v.number(), toOn: v.string() })
const agreementAnswer = v.object({ agreementId: v.string() })

/** What projects charge for. */
export const tariffRoutes = new Hono<HttpEnv>()
  .get(
    ...question(
      '/',
      'What projects charge for, with the latest price of each',
      async (ctx, input) => ({ tariffs: await listTariffs(ctx, input) }),
      listTariffsSchema,
      v.object({ tariffs: v.array(tariffSchema) }),
    ),
  )
  .post(
    ...command(
      '/',
      'Set a tariff for rooms or spaces of a project, those to come included',
      createTariff,
      createTariffSchema,
      inUseAnswer,
    ),
  )
  .post(
    ...command(
      '/scope',
      'How many rooms or spaces a tariff would charge, by what they are charged for the same already, and how many are billed for these days; changes nothing',
      previewScope,
      previewScopeSchema,
      scopePreviewSchema,
    ),
  )
  .get(
    ...listOf(
      '/double',
      'Places that two tariffs charge for the same, today or later or in a month, without somebody having said that this is meant',
      doubleChargeList,
    ),
  )
  .get(
    ...question(
      '/rooms/:roomId',
      'By what a room is charged, and who pays by agreement',
      (ctx, { roomId: id }) => chargesOfPlace(ctx, { kind: 'room', id }),
      v.object({ roomId: idSchema('room') }),
      chargesSchema,
    ),
  )
  .get(
    ...question(
      '/parking-spaces/:parkingSpaceId',
      'By what a parking space is charged, and who pays by agreement',
      (ctx, { parkingSpaceId: id }) => chargesOfPlace(ctx, { kind: 'parking', id }),
      v.object({ parkingSpaceId: idSchema('park') }),
      chargesSchema,
    ),
  )
  .post(
    ...command(
      '/agreements',
      'Record that a tenant or user pays by agreement, until they leave at the latest; the owner stays jointly liable',
      agreePayer,
      agreePayerSchema,
      v.object({ ...agreementAnswer.entries, toOn: v.nullable(v.string()) }),
    ),
  )
  .post(
    ...command(
      '/agreements/:agreementId/end',
      'End such an agreement',
      endAgreement,
      endAgreementSchema,
      agreementAnswer,
    ),
  )
  .get(
    ...question(
      '/:tariffId',
      'A tariff with all its prices and for what it holds',
      (ctx, { tariffId }) => readTariff(ctx, tariffId),
      ofTariff,
      tariffPageSchema,
    ),
  )
  .get(
    ...listOf(
      '/:tariffId/places',
      'The rooms or spaces that a tariff charges one by one, without a scope that takes them in; with `ending`, those that have a last day',
      singlePlaceList,
    ),
  )
  .post(
    ...command(
      '/:tariffId/prices',
      'Set a new price from a day on; the one of now ends the day before',
      addPrice,
      addPriceSchema,
      priceAnswer,
    ),
  )
  .post(
    ...command(
      '/:tariffId/assignments',
      'Charge rooms or spaces by a tariff from a day on',
      assignTariff,
      assignTariffSchema,
      assignedAnswer,
    ),
  )
  .post(
    ...command(
      '/:tariffId/assignments/end',
      'End what a tariff charges rooms or spaces',
      endAssignment,
      endAssignmentSchema,
      endedAnswer,
    ),
  )
  .post(
    ...command(
      '/:tariffId/approval',
      'Say what an imported price stands on; from then on it is billed by',
      approveTariff,
      approveTariffSchema,
      inUseAnswer,
    ),
  )
  .post(
    ...command(
      '/:tariffId/discard',
      'Drop a tariff that was imported by mistake and has not been approved',
      discardTariff,
      ofTariffSchema,
      tariffAnswer,
    ),
  )
  .put(
    ...command(
      '/:tariffId/state',
      'Take a tariff out of use, or back into it',
      switchTariff,
      switchTariffSchema,
      inUseAnswer,
    ),
  )

/** What owners are told of the charges of their projects. */
export const portalTariffRoutes = new Hono<HttpEnv>().get(
  ...question(
    '/',
    'What the owner’s projects charge for today, and what each price stands on',
    async (ctx) => ({ tariffs: await listPublicTariffs(ctx) }),
    nothing,
    v.object({ tariffs: v.array(publicTariffSchema) }),
  ),
)
