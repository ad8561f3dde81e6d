import { idSchema, pageSchema } from '@heju/core'
import {
  addOwnerWords,
  addOwnerWordsSchema,
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
  photosKeptEntries,
  rateComplaint,
  rateComplaintSchema,
  saidAgain,
} from '@heju/core/desk/complaints'
import { Hono } from 'hono'
import * as v from 'valibot'
import { command, nothing, question } from '../../http/command.ts'
import { withCtx } from '../../http/context.ts'
import { anyPhoto, params, route } from '../../http/describe.ts'
import type { HttpEnv } from '../../http/env.ts'
import { photoResponse } from '../../http/photos.ts'
import { portsFor } from '../../http/ports.ts'

const ofComplaint = v.object({ complaintId: idSchema('cmpl') })

/** Complaints as owners see and make them. */
export const portalComplaintRoutes = new Hono<HttpEnv>()
  .get(
    ...question(
      '/',
      'The owner’s complaints, newest first, however they reached the company',
      listMyComplaints,
      listMyComplaintsSchema,
      pageSchema(myComplaintSchema),
    ),
  )
  .post(
    ...command(
      '/',
      'Complain about something at a room of one’s own; of what was said before, the matter that came of it, with the new photos that it takes',
      complain,
      complainSchema,
      v.object({
        complaintId: v.string(),
        result: v.picklist(['registered', ...saidAgain]),
        ...photosKeptEntries,
      }),
    ),
  )
  .get(
    ...question(
      '/categories',
      'What complaints may be about',
      async (ctx) => ({ categories: await listCategories(ctx) }),
      nothing,
      v.object({ categories: v.array(categorySchema) }),
    ),
  )
  .get(
    ...question(
      '/:complaintId',
      'One of the owner’s complaints with each step',
      (ctx, { complaintId }) => getMyComplaint(ctx, complaintId),
      ofComplaint,
      myComplaintPageSchema,
    ),
  )
  .post(
    ...command(
      '/:complaintId/words',
      'Add words, photos or both; photos beyond those that a complaint takes are left, and how many is told',
      addOwnerWords,
      addOwnerWordsSchema,
      v.object({
        complaintId: v.string(),
        result: v.picklist(['added', ...saidAgain]),
        ...photosKeptEntries,
      }),
    ),
  )
  .post(
    ...command(
      '/:complaintId/rating',
      'Rate how it was handled, once for each reply; low, it is taken up again',
      rateComplaint,
      rateComplaintSchema,
      v.object({ complaintId: v.string(), result: v.picklist(['noted', 'reopened', 'registered']) }),
    ),
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
