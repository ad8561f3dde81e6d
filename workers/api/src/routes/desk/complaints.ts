import { idSchema } from '@heju/core'
import {
  categorySchema,
  complaintFigureSchema,
  complaintLineSchema,
  complaintMonthSchema,
  complaintFiguresWithSums,
  complaintFiguresSchema,
  complaintPageSchema,
  exportComplaintFigures,
  exportComplaintFiguresSchema,
  complaintList,
  getComplaint,
  listCategories,
  listCategoriesSchema,
  openComplaintPhoto,
  registerComplaint,
  registerComplaintSchema,
  saveCategory,
  saveCategorySchema,
} from '@heju/core/desk/complaints'
import { Hono } from 'hono'
import * as v from 'valibot'
import { command, fileOf, listOf, question, tableOf } from '../../http/command.ts'
import { withCtx } from '../../http/context.ts'
import { anyPhoto, params, route } from '../../http/describe.ts'
import type { HttpEnv } from '../../http/env.ts'
import { photoResponse } from '../../http/photos.ts'
import { portsFor } from '../../http/ports.ts'

/** Complaints as staff work with them; the steps are in complaint-steps.ts. */
export const complaintRoutes = new Hono<HttpEnv>()
  .get(...listOf('/', 'Complaints: open ones in the order of urgency, or all that came in', complaintList))
  .post(
    ...command(
      '/',
      'Register what somebody told you',
      registerComplaint,
      registerComplaintSchema,
      v.object({ complaintId: v.string() }),
    ),
  )
  .get(...fileOf('/file', 'The complaints that a filter finds, as a workbook or CSV file', complaintList))
  .get(
    ...tableOf(
      '/figures/file',
      'Complaints by project and month as a workbook or CSV file',
      exportComplaintFigures,
      exportComplaintFiguresSchema,
    ),
  )
  .get(
    ...question(
      '/figures',
      'Complaints for a thousand households and share in time, by project and month',
      complaintFiguresWithSums,
      complaintFiguresSchema,
      v.object({
        figures: v.array(complaintFigureSchema),
        months: v.array(complaintMonthSchema),
        lines: v.array(complaintLineSchema),
      }),
    ),
  )
  .get(
    ...question(
      '/categories',
      'What complaints may be about',
      async (ctx, input) => ({ categories: await listCategories(ctx, input) }),
      listCategoriesSchema,
      v.object({ categories: v.array(categorySchema) }),
    ),
  )
  .put(
    ...command(
      '/categories/:categoryId',
      'Add or change a category',
      saveCategory,
      saveCategorySchema,
      v.object({ categoryId: v.string() }),
    ),
  )
  .get(
    ...question(
      '/:complaintId',
      'A complaint with all that happened',
      (ctx, { complaintId }) => getComplaint(ctx, complaintId),
      v.object({ complaintId: idSchema('cmpl') }),
      complaintPageSchema,
    ),
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
