import { idSchema, pageSchema } from '@heju/core'
import {
  addOwnerWords,
  addOwnerWordsFields,
  categorySchema,
  complain,
  complainSchema,
  getMyComplaint,
  listCategories,
  listMyComplaints,
  listMyComplaintsSchema,
  myComplaintPageSchema,
  myComplaintSchema,
  openMyPhoto,
  rateComplaint,
  rateComplaintFields,
} from '@heju/core/complaints'
import { Hono } from 'hono'
import * as v from 'valibot'
import { withCtx } from '../http/context.ts'
import { anyPhoto, body, idempotent, params, query, route } from '../http/describe.ts'
import type { HttpEnv } from '../http/env.ts'
import { photoResponse } from '../http/photos.ts'
import { portsFor } from '../http/ports.ts'

const complaintId = v.object({ complaintId: idSchema('cmpl') })

/** Complaints as owners see and make them. */
export const portalComplaintRoutes = new Hono<HttpEnv>()
  .get(
    '/',
    route(
      'The owner’s complaints, newest first, however they reached the company',
      pageSchema(myComplaintSchema),
    ),
    query(listMyComplaintsSchema),
    async (c) => c.json(await withCtx(c, (ctx) => listMyComplaints(ctx, c.req.valid('query')))),
  )
  .post(
    '/',
    route(
      'Complain about something at a room of one’s own',
      v.object({ complaintId: v.string() }),
      [401, 403, 409, 422, 429],
    ),
    idempotent,
    body(v.omit(complainSchema, ['requestId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      return c.json(await withCtx(c, (ctx) => complain(ctx, { requestId, ...c.req.valid('json') })))
    },
  )
  .get(
    '/categories',
    route('What complaints may be about', v.object({ categories: v.array(categorySchema) }), [401, 403]),
    async (c) => c.json({ categories: await withCtx(c, listCategories) }),
  )
  .get(
    '/:complaintId',
    route('One of the owner’s complaints with each step', myComplaintPageSchema, [401, 403, 404]),
    params(complaintId),
    async (c) => c.json(await withCtx(c, (ctx) => getMyComplaint(ctx, c.req.valid('param').complaintId))),
  )
  .post(
    '/:complaintId/words',
    route('Add words or photos', v.object({ complaintId: v.string() }), [401, 403, 404, 409, 422]),
    idempotent,
    params(complaintId),
    body(v.omit(addOwnerWordsFields, ['requestId', 'complaintId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      const input = { requestId, ...c.req.valid('param'), ...c.req.valid('json') }
      return c.json(await withCtx(c, (ctx) => addOwnerWords(ctx, input)))
    },
  )
  .post(
    '/:complaintId/rating',
    route(
      'Rate how it was handled, once for each reply; low, it is taken up again',
      v.object({ complaintId: v.string(), result: v.picklist(['noted', 'reopened', 'registered']) }),
      [401, 403, 404, 409, 422],
    ),
    idempotent,
    params(complaintId),
    body(v.omit(rateComplaintFields, ['requestId', 'complaintId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      const input = { requestId, ...c.req.valid('param'), ...c.req.valid('json') }
      return c.json(await withCtx(c, (ctx) => rateComplaint(ctx, input)))
    },
  )
  .get(
    '/:complaintId/photos/:fileId',
    route('A photo of one of the owner’s complaints: its bytes', anyPhoto, [401, 403, 404]),
    params(v.object({ complaintId: idSchema('cmpl'), fileId: idSchema('file') })),
    async (c) => {
      const { complaintId: id, fileId } = c.req.valid('param')
      const { files } = portsFor(c)
      return photoResponse(await withCtx(c, (ctx) => openMyPhoto(ctx, files, id, fileId)))
    },
  )
