import { sha256Hex } from '@heju/db'
import { defineError, HejuError, invalidInput, isId } from '@heju/kernel'
import type { Ctx } from '@heju/core'
import {
  largestPhoto,
  letGoOfPhotos,
  mostPhotosAtOnce,
  photoTooLarge,
  receivePhotos,
  tooManyPhotos,
  type OpenFile,
} from '@heju/core/platform/files'
import {
  MaxFileSizeExceededError,
  MaxPartsExceededError,
  MaxTotalSizeExceededError,
  isMultipartRequest,
  MultipartParseError,
  parseMultipartRequest,
} from '@remix-run/multipart-parser'
import { bodyLimit } from 'hono/body-limit'
import type { HttpContext } from './env.ts'
import { tooLarge } from './frame.ts'
import { portsFor } from './ports.ts'

/** Whoever sends a form is gone before all of it came. */
const brokenOff = defineError('request.broken_off', 'invalid')
const megabyte = 1024 * 1024
/** A form's own fields, beside its photos. */
const mostFields = 60
/** All that is read of a form: its fields and photos, also those that it has no room for. */
export const mostPartsOfForm = mostPhotosAtOnce + mostFields

/** A form with photos, as far as it could be read. */
export interface PhotoForm {
  /** The text fields. */
  data: FormData
  /** Photos that lie in the store, for the verb that attaches them: those that came before and stay, then the new ones. */
  fileIds: string[]
  /** How many came beyond those that one form takes: the last ones, which were not taken in. */
  surplus: number
  /** Photos came with a form that was refused, and are to be chosen again. */
  lost: boolean
  /** Why it was refused. The fields that came before the photos are in `data`, so that nobody types them again. */
  refusal: HejuError | null
}

/**
 * The photos that a form brought before and that stay with it. It names each as `fileId`, and those that its sender takes
 * off it as `dropFileId`.
 */
export function keptPhotos(form: FormData): string[] {
  const dropped = droppedPhotos(form)
  return form.getAll('fileId').filter((id) => typeof id === 'string' && !dropped.includes(id)) as string[]
}

/** Those of the names that can be a photo's: no form is refused for what it takes off. */
function idsOf(names: readonly string[]): string[] {
  return [...new Set(names.filter((name) => isId('file', name)))].slice(0, mostPhotosAtOnce)
}

function droppedPhotos(form: FormData): string[] {
  return form.getAll('dropFileId').filter((id) => typeof id === 'string')
}

/**
 * Reads a form that may bring photos, with or without a script on the page, while it comes in: a photo at a time goes to
 * the store, so that nine of ten megabytes need no more memory than one. The page puts them behind all other fields, which
 * name the request with its `requestId`: a form out of the browser's history with other words brings its photos anew.
 * @param check looks at the fields before the first photo is taken in; what it throws is the refusal
 */
export async function readPhotoForm(
  c: HttpContext,
  ctx: Ctx,
  check: (data: FormData) => void = () => undefined,
): Promise<PhotoForm> {
  const read = { data: new FormData(), hadFiles: false, surplus: 0 }
  const { data } = read
  textsRead.set(c.req.raw, read)
  try {
    const photos = photosIn(c, read)
    const first = await photos
      .next()
      .finally(() => letGoOfPhotos(ctx, { fileIds: idsOf(droppedPhotos(data)) }))
    check(data)
    const requestId = `photos-${(await sha256Hex(JSON.stringify([...data]))).slice(0, 48)}`
    const fileIds = first.done
      ? []
      : await receivePhotos(ctx, portsFor(c).files, { requestId }, from(first.value, photos))
    const { surplus } = read
    return { data, fileIds: [...keptPhotos(data), ...fileIds], surplus, lost: false, refusal: null }
  } catch (thrown) {
    const refusal = asRefusal(thrown)
    return { data, fileIds: keptPhotos(data), surplus: 0, lost: read.hadFiles, refusal }
  }
}

async function* photosIn(
  c: HttpContext,
  read: { data: FormData; hadFiles: boolean; surplus: number },
): AsyncGenerator<Uint8Array, undefined> {
  let taken = 0
  const isFull = () => taken + keptPhotos(read.data).length >= mostPhotosAtOnce
  const limits = {
    maxFileSize: largestPhoto,
    maxParts: mostPartsOfForm,
    maxTotalSize: mostPhotosAtOnce * largestPhoto + megabyte,
  }
  try {
    for await (const part of parseMultipartRequest(c.req.raw, limits)) {
      if (part.isText) appendText(read.data, part.name ?? '', part.bytes)
      // A field in which nothing was chosen comes as a file without bytes and name; one with a name is an empty file.
      else if (part.size > 0 || part.filename) {
        read.hadFiles = true
        if (isFull()) read.surplus += 1
        else {
          taken += 1
          yield part.bytes
        }
      }
    }
  } catch (error) {
    // What is more than is read came behind the photos that are taken in, which are good.
    if (!isTooMuch(error) || !isFull()) throw asSent(error)
    read.surplus += 1
  }
}

/** What went wrong while a form came in: nothing but its sender's side is read here, whatever words the runtime has for it. */
function asSent(error: unknown): unknown {
  const isSaid = error instanceof HejuError || error instanceof MultipartParseError || isTooMuch(error)
  return isSaid ? error : brokenOff({}, { cause: error })
}

/** Whether a form was longer than is read of it, or one of its files was. */
function isTooMuch(error: unknown): boolean {
  return [MaxFileSizeExceededError, MaxPartsExceededError, MaxTotalSizeExceededError].some(
    (one) => error instanceof one,
  )
}

/** Bytes of what is read of a form from somebody who may not send one. */
const longestTexts = 64 * 1024

/**
 * The text fields that a form begins with, from somebody who may not send it: as far as they can be read, and nothing of
 * its photos, which come behind them. What was read of the request before is not read again.
 */
export async function firstTexts(c: HttpContext): Promise<{ data: FormData; hadFiles: boolean }> {
  const known = textsRead.get(c.req.raw)
  if (known !== undefined) return known
  const data = new FormData()
  let hadFiles = false
  try {
    if (!isMultipartRequest(c.req.raw)) return { data: await shortForm(c), hadFiles }
    const limits = { maxFileSize: longestTexts, maxParts: mostFields, maxTotalSize: longestTexts }
    for await (const part of parseMultipartRequest(c.req.raw, limits)) {
      if (part.isText) data.append(part.name ?? '', part.text)
      else hadFiles ||= part.size > 0
    }
  } catch (error) {
    // Longer than is read, broken off, or no form at all: what came until then counts.
    hadFiles ||= error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError
  }
  return { data, hadFiles }
}

async function shortForm(c: HttpContext): Promise<FormData> {
  const length = Number(c.req.header('content-length') ?? 0)
  return length > longestTexts ? new FormData() : c.req.formData()
}

/** Text fields of requests whose bodies were read: a body is read once. */
const textsRead = new WeakMap<Request, { data: FormData; hadFiles: boolean }>()

/**
 * Keeps a text field. One in another encoding than UTF-8 is kept as far as it can be read, so that its sender sees the
 * form again and which field it was.
 * @throws `request.invalid` that names the field
 */
function appendText(data: FormData, name: string, bytes: Uint8Array): void {
  const text = new TextDecoder().decode(bytes)
  data.append(name, text)
  if (text.includes('\u{FFFD}'))
    throw invalidInput({}, { fields: [{ path: name, code: 'field.characters' }] })
}

async function* from(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first
  yield* rest
}

/** What the sender can mend. @throws everything else */
function asRefusal(thrown: unknown): HejuError {
  if (thrown instanceof MaxFileSizeExceededError) return photoTooLarge({ megabytes: largestPhoto / megabyte })
  if (thrown instanceof MaxPartsExceededError) return tooManyPhotos({ most: mostPhotosAtOnce })
  if (thrown instanceof MaxTotalSizeExceededError)
    return tooLarge({ limit: `${(mostPhotosAtOnce * largestPhoto) / megabyte} MB` })
  if (thrown instanceof MultipartParseError) return invalidInput({}, { cause: thrown })
  const mendable = ['too_large', 'unsupported', 'invalid', 'rate_limited', 'unavailable']
  if (thrown instanceof HejuError && mendable.includes(thrown.kind)) return thrown
  throw thrown
}

/** Stops a body before it is longer than a photo may be, whatever length it claims. */
export const onePhoto = bodyLimit({
  maxSize: largestPhoto,
  onError: () => {
    throw photoTooLarge({ megabytes: largestPhoto / megabyte })
  },
})

/**
 * A photo for a browser. It is shown and never run: its type is the one that its first bytes told, and the browser is
 * told not to guess another, to load nothing from it and to leave it to pages of this host.
 */
export function photoResponse({ body, contentType, size, name }: OpenFile): Response {
  return new Response(body, {
    headers: {
      'Content-Type': contentType,
      'Content-Length': String(size),
      'Content-Disposition': `inline; filename="${name}"`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
      // A photo never changes, but who may see it can.
      'Cache-Control': 'private, max-age=3600',
    },
  })
}
