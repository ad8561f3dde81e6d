import { listCategories } from '@heju/core/desk/complaints'
import { tinyJpeg } from '@heju/core/platform/files/testing'
import { as } from '@heju/core/testing'
import { fieldsOf, portalScene, type PortalScene } from '../../testing.ts'

export type FormFields = Record<string, string[]>

/** A company whose owners report things, with a store for their photos. */
export interface ComplaintScene extends PortalScene {
  /** What a complaint of these tests is about. */
  categoryId: string
  /** Sends a form with files, as a browser sends it that runs no script; by the owner of the first room unless said otherwise. */
  upload(path: string, fields: FormFields, photos: readonly Uint8Array[], room?: number): Promise<Response>
  /** All that was reported. */
  rows(): Promise<Record<string, unknown>[]>
}

export async function complaintScene(): Promise<ComplaintScene> {
  const scene = await portalScene()
  const stored = new Map<string, Uint8Array>()
  // The object store, as far as these pages use it.
  const bucket = {
    put: async (key: string, content: Uint8Array) => void stored.set(key, content),
    get: async (key: string) => {
      const bytes = stored.get(key)
      return bytes && { body: new Response(bytes as BodyInit).body, size: bytes.length, httpMetadata: {} }
    },
  }
  Object.assign(scene.api.env, { FILES: bucket, MESSAGE_CHANNEL: 'local' })
  const categories = await listCategories(as(scene.ctx, scene.place.owners[0]!.actor))
  return {
    ...scene,
    categoryId: categories.find(({ code }) => code === 'lift')!.id,
    upload: (path, fields, photos, room = 0) => upload(scene, path, fields, photos, room),
    rows: async () =>
      (await scene.ctx.db.client.execute('SELECT id, text, state FROM complaints ORDER BY id')).rows,
  }
}

async function upload(
  scene: PortalScene,
  path: string,
  fields: FormFields,
  photos: readonly Uint8Array[],
  room: number,
): Promise<Response> {
  const data = new FormData()
  for (const [name, values] of Object.entries(fields)) for (const value of values) data.append(name, value)
  for (const photo of photos) data.append('photos', new File([photo as Uint8Array<ArrayBuffer>], 'a.jpg'))
  const request = new Request('https://x', { method: 'POST', body: data })
  return scene.company.fetch(
    path,
    {
      method: 'POST',
      body: await request.arrayBuffer(),
      headers: { 'content-type': request.headers.get('content-type') ?? '', accept: 'text/html' },
    },
    { owner: scene.place.owners[room]!.actor.id },
  )
}

export const jpeg = (last: number) => tinyJpeg([1, 2, 3, last])
export const formOn = (page: string, action: string) => fieldsOf(page, action) as FormFields
