import { idSchema, pageSchema } from '@heju/core'
import {
  categorySchema,
  complaintFigureSchema,
  complaintFigures,
  complaintFiguresSchema,
  complaintPageSchema,
  exportComplaints,
  exportComplaintsSchema,
  getComplaint,
  listCategories,
  listComplaints,
  listComplaintsSchema,
  listedComplaintSchema,
  openComplaintPhoto,
  registerComplaint,
  registerComplaintFields,
  saveCategory,
  saveCategorySchema,
} from '@heju/core/complaints'
import { Hono } from 'hono'
import * as v from 'valibot'
import { withCtx } from '../http/context.ts'
import { anyPhoto, anySpreadsheet, body, idempotent, params, query, route } from '../http/describe.ts'
import { tableDownload } from '../http/download.ts'
import type { HttpEnv } from '../http/env.ts'
import { photoResponse } from '../http/photos.ts'
import { portsFor } from '../http/ports.ts'

/** Complaints as staff work with them; the steps are in complaint-steps.ts. */
export const complaintRoutes = new Hono<HttpEnv>()
  .get(
    '/',
    route(
      'Complaints: open ones in the order of urgency, or all that came in',
      pageSchema(listedComplaintSchema),
    ),
    query(listComplaintsSchema),
    async (c) => c.json(await withCtx(c, (ctx) => listComplaints(ctx, c.req.valid('query')))),
  )
  .post(
    '/',
    route(
      'Register what somebody told you',
      v.object({ complaintId: v.string() }),
      [401, 403, 404, 409, 422],
    ),
    idempotent,
    body(v.omit(registerComplaintFields, ['requestId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      const input = { requestId, ...c.req.valid('json') }
      return c.json(await withCtx(c, (ctx) => registerComplaint(ctx, input)))
    },
  )
  .get(
    '/file',
    route(
      'The complaints that a filter finds, as a workbook or CSV file',
      anySpreadsheet,
      [401, 403, 413, 422],
    ),
    query(v.omit(exportComplaintsSchema, ['requestId'])),
    async (c) => {
      const { requestId, locale } = c.var
      const input = { ...c.req.valid('query'), requestId }
      return tableDownload(await withCtx(c, (ctx) => exportComplaints(ctx, input, locale)))
    },
  )
  .get(
    '/figures',
    route(
      'Complaints for a thousand households and share in time, by project and month',
      v.object({ figures: v.array(complaintFigureSchema) }),
    ),
    query(complaintFiguresSchema),
    async (c) => c.json({ figures: await withCtx(c, (ctx) => complaintFigures(ctx, c.req.valid('query'))) }),
  )
  .get(
    '/categories',
    route('What complaints may be about', v.object({ categories: v.array(categorySchema) }), [401, 403]),
    async (c) => c.json({ categories: await withCtx(c, listCategories) }),
  )
  .put(
    '/categories/:categoryId',
    route('Add or change a category', v.object({ categoryId: v.string() }), [401, 403, 409, 422]),
    idempotent,
    params(v.pick(saveCategorySchema, ['categoryId'])),
    body(v.omit(saveCategorySchema, ['requestId', 'categoryId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      const input = { requestId, ...c.req.valid('param'), ...c.req.valid('json') }
      return c.json(await withCtx(c, (ctx) => saveCategory(ctx, input)))
    },
  )
  .get(
    '/:complaintId',
    route('A complaint with all that happened', complaintPageSchema, [401, 403, 404]),
    params(v.object({ complaintId: idSchema('cmpl') })),
    async (c) => c.json(await withCtx(c, (ctx) => getComplaint(ctx, c.req.valid('param').complaintId))),
  )
  .get(
    '/:complaintId/photos/:fileId',
    route('A photo of a complaint: its bytes', anyPhoto, [401, 403, 404]),
    params(v.object({ complaintId: idSchema('cmpl'), fileId: idSchema('file') })),
    async (c) => {
      const { complaintId, fileId } = c.req.valid('param')
      const { files } = portsFor(c)
      return photoResponse(await withCtx(c, (ctx) => openComplaintPhoto(ctx, files, complaintId, fileId)))
    },
  )
