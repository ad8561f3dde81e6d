import { receivedPhotoSchema, receivePhoto } from '@heju/core/platform/files'
import { Hono } from 'hono'
import { withCtx } from '../../http/context.ts'
import { anyPhoto, idempotent, route } from '../../http/describe.ts'
import type { HttpEnv } from '../../http/env.ts'
import { onePhoto } from '../../http/photos.ts'
import { portsFor } from '../../http/ports.ts'

/** Photos that are sent before what they belong to. The same for staff and for owners. */
export const fileRoutes = new Hono<HttpEnv>().post(
  '/uploads',
  route(
    'Send a photo: its bytes as the body, at most 10 MB and 52 million pixels of JPEG, PNG, WebP or HEIC. Attach it within a day.',
    receivedPhotoSchema,
    [401, 403, 409, 413, 415, 422],
    anyPhoto,
  ),
  idempotent,
  onePhoto,
  async (c) => {
    const input = { requestId: c.req.valid('header')['idempotency-key'] }
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    return c.json(await withCtx(c, (ctx) => receivePhoto(ctx, portsFor(c).files, input, bytes)))
  },
)
