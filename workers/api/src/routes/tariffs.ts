import { idSchema, pageSchema } from '@heju/core'
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
  doubleChargeSchema,
  endAgreement,
  endAgreementSchema,
  endAssignment,
  endAssignmentSchema,
  listDoubleCharges,
  listDoubleChargesSchema,
  listPublicTariffs,
  listSinglePlaces,
  listSinglePlacesSchema,
  listTariffs,
  listTariffsSchema,
  previewScope,
  previewScopeSchema,
  publicTariffSchema,
  readTariff,
  scopePreviewSchema,
  singlePlaceSchema,
  switchTariff,
  switchTariffSchema,
  tariffPageSchema,
  tariffSchema,
} from '@heju/core/billing'
import { Hono } from 'hono'
import * as v from 'valibot'
import { withCtx } from '../http/context.ts'
import { body, idempotent, params, query, route } from '../http/describe.ts'
import type { HttpEnv } from '../http/env.ts'

const refusals = [401, 403, 404, 409, 422] as const
const ofTariff = params(v.object({ tariffId: idSchema('tariff') }))
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
    '/',
    route(
      'What projects charge for, with the latest price of each',
      v.object({ tariffs: v.array(tariffSchema) }),
    ),
    query(listTariffsSchema),
    async (c) => c.json({ tariffs: await withCtx(c, (ctx) => listTariffs(ctx, c.req.valid('query'))) }),
  )
  .post(
    '/',
    route('Set a tariff for rooms or spaces of a project, those to come included', inUseAnswer, refusals),
    idempotent,
    body(v.omit(createTariffSchema, ['requestId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      return c.json(await withCtx(c, (ctx) => createTariff(ctx, { requestId, ...c.req.valid('json') })))
    },
  )
  .post(
    '/scope',
    route(
      'How many rooms or spaces a tariff would charge, by what they are charged for the same already, and how many are billed for these days; changes nothing',
      scopePreviewSchema,
    ),
    body(previewScopeSchema),
    async (c) => c.json(await withCtx(c, (ctx) => previewScope(ctx, c.req.valid('json')))),
  )
  .get(
    '/double',
    route(
      'Places that two tariffs charge for the same, today or later or in a month, without somebody having said that this is meant',
      v.object({ ...pageSchema(doubleChargeSchema).entries, places: v.number() }),
    ),
    query(listDoubleChargesSchema),
    async (c) => c.json(await withCtx(c, (ctx) => listDoubleCharges(ctx, c.req.valid('query')))),
  )
  .get(
    '/rooms/:roomId',
    route('By what a room is charged, and who pays by agreement', chargesSchema, [401, 403, 404]),
    params(v.object({ roomId: idSchema('room') })),
    async (c) => {
      const { roomId: id } = c.req.valid('param')
      return c.json(await withCtx(c, (ctx) => chargesOfPlace(ctx, { kind: 'room', id })))
    },
  )
  .get(
    '/parking-spaces/:parkingSpaceId',
    route('By what a parking space is charged, and who pays by agreement', chargesSchema, [401, 403, 404]),
    params(v.object({ parkingSpaceId: idSchema('park') })),
    async (c) => {
      const { parkingSpaceId: id } = c.req.valid('param')
      return c.json(await withCtx(c, (ctx) => chargesOfPlace(ctx, { kind: 'parking', id })))
    },
  )
  .post(
    '/agreements',
    route(
      'Record that a tenant or user pays by agreement, until they leave at the latest; the owner stays jointly liable',
      v.object({ ...agreementAnswer.entries, toOn: v.nullable(v.string()) }),
      refusals,
    ),
    idempotent,
    body(v.omit(agreePayerSchema, ['requestId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      return c.json(await withCtx(c, (ctx) => agreePayer(ctx, { requestId, ...c.req.valid('json') })))
    },
  )
  .post(
    '/agreements/:agreementId/end',
    route('End such an agreement', agreementAnswer, refusals),
    idempotent,
    params(v.object({ agreementId: idSchema('agr') })),
    body(v.pick(endAgreementSchema, ['toOn'])),
    async (c) => {
      const input = { requestId: c.req.valid('header')['idempotency-key'], ...c.req.valid('param') }
      return c.json(await withCtx(c, (ctx) => endAgreement(ctx, { ...input, ...c.req.valid('json') })))
    },
  )
  .get(
    '/:tariffId',
    route('A tariff with all its prices and for what it holds', tariffPageSchema, [401, 403, 404]),
    ofTariff,
    async (c) => c.json(await withCtx(c, (ctx) => readTariff(ctx, c.req.valid('param').tariffId))),
  )
  .get(
    '/:tariffId/places',
    route(
      'The rooms or spaces that a tariff charges one by one, without a scope that takes them in; with `ending`, those that have a last day',
      pageSchema(singlePlaceSchema),
      [401, 403, 404],
    ),
    ofTariff,
    query(v.omit(listSinglePlacesSchema, ['tariffId'])),
    async (c) =>
      c.json(
        await withCtx(c, (ctx) =>
          listSinglePlaces(ctx, { ...c.req.valid('param'), ...c.req.valid('query') }),
        ),
      ),
  )
  .post(
    '/:tariffId/prices',
    route('Set a new price from a day on; the one of now ends the day before', priceAnswer, refusals),
    idempotent,
    ofTariff,
    body(v.omit(addPriceSchema, ['requestId', 'tariffId'])),
    async (c) => {
      const input = { requestId: c.req.valid('header')['idempotency-key'], ...c.req.valid('param') }
      return c.json(await withCtx(c, (ctx) => addPrice(ctx, { ...input, ...c.req.valid('json') })))
    },
  )
  .post(
    '/:tariffId/assignments',
    route('Charge rooms or spaces by a tariff from a day on', assignedAnswer, refusals),
    idempotent,
    ofTariff,
    body(v.omit(assignTariffSchema, ['requestId', 'tariffId'])),
    async (c) => {
      const input = { requestId: c.req.valid('header')['idempotency-key'], ...c.req.valid('param') }
      return c.json(await withCtx(c, (ctx) => assignTariff(ctx, { ...input, ...c.req.valid('json') })))
    },
  )
  .post(
    '/:tariffId/assignments/end',
    route('End what a tariff charges rooms or spaces', endedAnswer, refusals),
    idempotent,
    ofTariff,
    body(v.omit(endAssignmentSchema, ['requestId', 'tariffId'])),
    async (c) => {
      const input = { requestId: c.req.valid('header')['idempotency-key'], ...c.req.valid('param') }
      return c.json(await withCtx(c, (ctx) => endAssignment(ctx, { ...input, ...c.req.valid('json') })))
    },
  )
  .post(
    '/:tariffId/approval',
    route('Say what an imported price stands on; from then on it is billed by', inUseAnswer, refusals),
    idempotent,
    ofTariff,
    body(v.omit(approveTariffSchema, ['requestId', 'tariffId'])),
    async (c) => {
      const input = { requestId: c.req.valid('header')['idempotency-key'], ...c.req.valid('param') }
      return c.json(await withCtx(c, (ctx) => approveTariff(ctx, { ...input, ...c.req.valid('json') })))
    },
  )
  .put(
    '/:tariffId/state',
    route('Take a tariff out of use, or back into it', inUseAnswer, refusals),
    idempotent,
    ofTariff,
    body(v.pick(switchTariffSchema, ['state', 'others'])),
    async (c) => {
      const input = { requestId: c.req.valid('header')['idempotency-key'], ...c.req.valid('param') }
      return c.json(await withCtx(c, (ctx) => switchTariff(ctx, { ...input, ...c.req.valid('json') })))
    },
  )

/** What owners are told of the charges of their projects. */
export const portalTariffRoutes = new Hono<HttpEnv>().get(
  '/',
  route(
    'What the owner’s projects charge for today, and what each price stands on',
    v.object({ tariffs: v.array(publicTariffSchema) }),
    [401, 403],
  ),
  async (c) => c.json({ tariffs: await withCtx(c, listPublicTariffs) }),
)
