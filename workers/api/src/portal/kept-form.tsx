import { translator } from '@heju/i18n'
import { portalSignIn } from './people/sign-in-texts.ts'
import { HejuError } from '@heju/kernel'
import * as v from 'valibot'
import { withVisitor } from '../http/company.ts'
import type { HttpContext } from '../http/env.ts'
import { firstTexts, keptPhotos } from '../http/photos.ts'
import { complaintPage, newComplaintPage } from './desk/complaints/routes.tsx'
import { readForm } from '../http/forms.ts'
import type { SentForm } from './forms.ts'
import { surveyPage } from './insight/survey.tsx'

/**
 * What was entered in a form whose sender turned out to be signed in no more. It goes with the pages of signing in,
 * sealed, and comes back filled in: it stands in no address, in no cookie and in no database.
 */
const keptSchema = v.object({
  /** The address that the form was sent to. */
  path: v.string(),
  fields: v.array(v.tuple([v.string(), v.string()])),
  /** Photos are not kept: they are to be chosen again. */
  hadPhotos: v.boolean(),
  /** Epoch ms. */
  until: v.number(),
})
export type KeptForm = v.InferOutput<typeof keptSchema>

const sealedField = 'portal.kept_form'
/** Signing in takes minutes; who looks for the code the next morning finds the words still there. */
const keptMs = 24 * 60 * 60_000
/** Characters of all that is kept: the longest complaint with its wish, and room to spare. */
const mostKept = 8_000
/** Fields that name a request, and are nobody's words. */
const ids = ['requestId', 'complaintId', 'revisitId', 'newComplaintId', 'answerId']

/** Forms with words of one's own, by the address that they are sent to, and the page that shows them filled in. */
const pages: readonly [RegExp, (c: HttpContext, sent: SentForm, ...found: string[]) => Promise<unknown>][] = [
  [/^\/portal\/complaints$/, (c, sent) => newComplaintPage(c, sent)],
  [
    /^\/portal\/complaints\/(cmpl_\w+)\/(words|rating)$/,
    (c, sent, id = '', form) => complaintPage(c, id, { form: form === 'words' ? 'words' : 'rating', sent }),
  ],
  [
    /^\/portal\/survey\/(\w+)\/(\w+)$/,
    (c, sent, roundId = '', roomId = '') => surveyPage(c, { roundId, roomId }, sent),
  ],
]

/** What a request brings that must not get lost, sealed; undefined for one without words of one's own. */
export async function keepForm(c: HttpContext): Promise<string | undefined> {
  const { path } = c.req
  if (c.req.method !== 'POST' || !pages.some(([address]) => address.test(path))) return undefined
  const { data, hadFiles } = await firstTexts(c)
  const fields = [...data].flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' ? [[name, value] as const] : [],
  )
  const length = fields.reduce((sum, [name, value]) => sum + name.length + value.length, 0)
  if (fields.every(([name]) => ids.includes(name)) || length > mostKept) return undefined
  const kept = { path, fields, hadPhotos: hadFiles, until: c.var.now + keptMs }
  return withVisitor(c, (ctx) => ctx.vault.seal(sealedField, JSON.stringify(kept)))
}

/** What was kept, if it was sealed here and not too long ago. */
export async function keptIn(c: HttpContext, sealed: string): Promise<KeptForm | undefined> {
  if (sealed === '') return undefined
  const text = await withVisitor(c, (ctx) => ctx.vault.unseal(sealedField, sealed)).catch(() => '{}')
  const { success, output } = v.safeParse(keptSchema, JSON.parse(text))
  return success && output.until >= c.var.now ? output : undefined
}

/**
 * The page of a kept form, filled in for whoever is signed in now.
 * @returns undefined when that is not for them to see: they are then led on as ever
 */
export async function refilled(c: HttpContext, kept: KeptForm): Promise<Response | undefined> {
  const data = new FormData()
  for (const [name, value] of kept.fields) data.append(name, value)
  const t = translator(portalSignIn, c.var.locale)
  const form = readForm(data)
  const general = t(kept.hadPhotos ? 'refilledWithoutPhotos' : 'refilled')
  const sent = { form, fileIds: keptPhotos(data), problems: { general, fields: {}, isNote: true } }
  for (const [address, page] of pages) {
    const found = address.exec(kept.path)
    if (found === null) continue
    try {
      return await c.html((await page(c, sent, ...found.slice(1))) as string)
    } catch (error) {
      if (error instanceof HejuError && error.kind === 'not_found') return undefined
      throw error
    }
  }
  return undefined
}
