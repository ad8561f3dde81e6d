import { parse } from '@heju/core'
import {
  categoryNotFound,
  complainSchema,
  getMyComplaint,
  listMyComplaints,
  noRoomForPhotos,
  openMyPhoto,
  placeNotFound,
  rateComplaint,
  ratedAlready,
  roomNotYours,
  type Complain,
  type MyComplaintPage,
} from '@heju/core/desk/complaints'
import {
  letGoOfPhotos,
  mostPhotosAtOnce,
  openSentPhoto,
  photoNotYours,
  tooManyPhotos,
} from '@heju/core/platform/files'
import { readComplaintForm } from '@heju/core/people/portal'
import { requestReused } from '@heju/db'
import { translator } from '@heju/i18n'
import { portalComplaints } from './texts.ts'
import type { HejuError } from '@heju/kernel'
import { Hono } from 'hono'
import { withCtx } from '../../../http/company.ts'
import type { HttpContext, HttpEnv } from '../../../http/env.ts'
import { statusOf } from '../../../http/errors.ts'
import { formBody, formOf, readForm, type Form } from '../../../http/forms.ts'
import { mostPartsOfForm, photoResponse, readPhotoForm } from '../../../http/photos.ts'
import { portsFor } from '../../../http/ports.ts'
import { refusalOf, type SentForm } from '../../forms.ts'
import { problemsOf } from '../../parts.tsx'
import { ComplaintsPage } from './complaints-page.tsx'
import { NewComplaintPage } from './new-complaint-page.tsx'
import { addWordsOnce, complainOnce, type Outcome } from './once.ts'
import { ComplaintPage, roomOf, saids, type Said } from './one-complaint-page.tsx'

/** What owners report, from the first word to the rating. */
export const complaintPages = new Hono<HttpEnv>()
  .get('/complaints', async (c) => {
    const list = await withCtx(c, (ctx) => listMyComplaints(ctx, { after: c.req.query('after'), limit: 30 }))
    return c.html(<ComplaintsPage c={c} list={list} />)
  })
  .get('/complaints/new', async (c) => c.html(await newComplaintPage(c)))
  .post('/complaints', register)
  .get('/complaints/:id', async (c) => c.html(await complaintPage(c, c.req.param('id'))))
  .post('/complaints/:id/words', addWords)
  .post('/complaints/:id/rating', formBody, rate)
  // What waits in a form that came back to be mended.
  .get('/photos/:fileId', async (c) => {
    const fileId = c.req.param('fileId')
    return photoResponse(await withCtx(c, (ctx) => openSentPhoto(ctx, portsFor(c).files, fileId)))
  })
  .get('/complaints/:id/photos/:fileId', async (c) => {
    const { id, fileId } = c.req.param()
    return photoResponse(await withCtx(c, (ctx) => openMyPhoto(ctx, portsFor(c).files, id, fileId)))
  })

export async function newComplaintPage(c: HttpContext, sent?: SentForm) {
  return <NewComplaintPage c={c} choices={await withCtx(c, readComplaintForm)} sent={sent} />
}

/** What was chosen and is there no more, or no more the owner's: the form says so beside the field and keeps the rest. */
const fieldOfRefusal = {
  [categoryNotFound.code]: 'categoryId',
  [roomNotYours.code]: 'roomId',
  [placeNotFound.code]: 'commonPlaceId',
}

async function register(c: HttpContext): Promise<Response> {
  const read = await photoFormOf(c, (sent) => parse(complainSchema, wantedIn(sent, [])))
  const { form, fileIds, surplus, refusal } = read
  const wanted = wantedIn(form, fileIds)
  try {
    if (refusal !== null) throw refusal
    // Nothing is registered yet: which of them go along is for their owner to say.
    if (surplus > 0) throw tooManyPhotos({ most: mostPhotosAtOnce })
    return afterwards(c, await withCtx(c, (ctx) => complainOnce(ctx, wanted)))
  } catch (thrown) {
    const error = refusalOf(thrown, fieldOfRefusal)
    await letGoOfUseless(c, fileIds, error)
    return c.html(await newComplaintPage(c, sentAgain(c, read, error)), statusOf(error))
  }
}

/** To the matter with what became of what was sent, of which the address says how many photos are left. */
function afterwards(c: HttpContext, { complaintId, said, photosKept, photosLeft }: Outcome): Response {
  const photos = photosLeft === 0 ? '' : `&kept=${photosKept}&left=${photosLeft}`
  return c.redirect(`/portal/complaints/${complaintId}?said=${said}${photos}`, 303)
}

/** A form that is shown again, with what it brought. */
function sentAgain(c: HttpContext, { form, fileIds, surplus, lost }: PhotoForm, error: HejuError): SentForm {
  const t = translator(portalComplaints, c.var.locale)
  const kept = { most: mostPhotosAtOnce, kept: fileIds.length, left: surplus }
  const problems =
    tooManyPhotos.is(error) && surplus > 0
      ? { general: t('photosSurplus', kept), fields: {} }
      : problemsOf(c, error)
  return { form, fileIds: keptOf(fileIds, error), photosLost: lost, problems }
}

function wantedIn(form: Form, fileIds: readonly string[]): Complain {
  const commonPlaceId = form.text('commonPlaceId')
  return {
    requestId: form.text('requestId'),
    complaintId: form.text('complaintId'),
    roomId: form.text('roomId'),
    ...(commonPlaceId !== '' && { commonPlaceId }),
    categoryId: form.text('categoryId'),
    text: form.text('text'),
    wish: form.text('wish'),
    fileIds: [...fileIds],
  }
}

export async function complaintPage(
  c: HttpContext,
  id: string,
  refused?: { form: 'words' | 'rating'; sent: SentForm },
) {
  const complaint = await withCtx(c, (ctx) => getMyComplaint(ctx, id))
  const said = saids.find((one) => one === c.req.query('said'))
  const photos = countsIn(c, complaint)
  const shown = refused && { ...refused, sent: await withRoom(c, complaint, refused.sent) }
  return <ComplaintPage c={c} complaint={complaint} said={said} photos={photos} refused={shown} />
}

/** A form for a matter that has no room for its photos goes on without them, and says so, whatever it was refused for. */
async function withRoom(c: HttpContext, complaint: MyComplaintPage, sent: SentForm): Promise<SentForm> {
  const { fileIds, photosLost = false } = sent
  if (roomOf(complaint) > 0 || fileIds.length === 0) return { ...sent, photosLost }
  await withCtx(c, (ctx) => letGoOfPhotos(ctx, { fileIds: [...fileIds] }))
  return { ...sent, fileIds: [], photosUnfit: fileIds.length }
}

/** What an address says of photos that came, unless it cannot be: then it was not made here. */
function countsIn(c: HttpContext, { steps }: MyComplaintPage): { kept: number; left: number } {
  const counts = { kept: countIn(c.req.query('kept')), left: countIn(c.req.query('left')) }
  const theirs = steps.filter(({ by }) => by === 'me').flatMap(({ photos }) => photos)
  const mayBe = counts.kept <= theirs.length && counts.kept + counts.left <= mostPartsOfForm
  return mayBe ? counts : { kept: 0, left: 0 }
}

/** A number of photos that an address names; none where it names something else. */
function countIn(text = ''): number {
  return /^\d{1,2}$/.test(text) ? Number(text) : 0
}

async function addWords(c: HttpContext): Promise<Response> {
  const complaintId = c.req.param('id') ?? ''
  const read = await photoFormOf(c)
  const { form, fileIds, surplus, refusal } = read
  const wanted = { requestId: form.text('requestId'), complaintId, words: form.text('words'), fileIds }
  try {
    if (refusal !== null) throw refusal
    const outcome = await withCtx(c, (ctx) => addWordsOnce(ctx, wanted))
    return afterwards(c, { ...outcome, photosLeft: outcome.photosLeft + surplus })
  } catch (thrown) {
    const error = refusalOf(thrown)
    await letGoOfUseless(c, fileIds, error)
    const sent = sentAgain(c, read, error)
    return c.html(await complaintPage(c, complaintId, { form: 'words', sent }), statusOf(error))
  }
}

/**
 * The photos that go along with the next try: none where one of them cannot be used, which is not said of which, or where
 * the matter takes none.
 */
function keptOf(fileIds: readonly string[], error: HejuError): readonly string[] {
  return photoNotYours.is(error) || noRoomForPhotos.is(error) ? [] : fileIds
}

/** The photos of a form that goes on without them, so that they are none of those that their owner left unused. */
async function letGoOfUseless(c: HttpContext, fileIds: readonly string[], error: HejuError): Promise<void> {
  const useless = fileIds.filter((id) => !keptOf(fileIds, error).includes(id))
  if (useless.length > 0) await withCtx(c, (ctx) => letGoOfPhotos(ctx, { fileIds: useless }))
}

type PhotoForm = Awaited<ReturnType<typeof photoFormOf>>

/** A form with the photos that came with it, and those that came with it before. */
async function photoFormOf(c: HttpContext, check?: (sent: Form) => void) {
  const { data, ...read } = await withCtx(c, (ctx) =>
    readPhotoForm(c, ctx, (fields) => check?.(readForm(fields))),
  )
  return { form: readForm(data), ...read }
}

const saidOf = { noted: 'thanks', reopened: 'reopened', registered: 'anew' } as const satisfies Record<
  string,
  Said
>

async function rate(c: HttpContext): Promise<Response> {
  const form = await formOf(c)
  const attitudes = Object.fromEntries(
    form.all('attitude').flatMap((given) => {
      const [name = '', value = ''] = given.split(':')
      return value === '' ? [] : [[name, Number(value)]]
    }),
  )
  try {
    const { complaintId, result } = await withCtx(c, (ctx) =>
      rateComplaint(ctx, {
        requestId: form.text('requestId'),
        complaintId: c.req.param('id') ?? '',
        revisitId: form.text('revisitId'),
        newComplaintId: form.text('newComplaintId'),
        rating: Number(form.text('rating')),
        words: form.text('words'),
        ...(Object.keys(attitudes).length > 0 && { attitudes }),
      }),
    )
    return c.redirect(`/portal/complaints/${complaintId}?said=${saidOf[result]}`, 303)
  } catch (thrown) {
    // The form came back out of the browser's history with another rating: the first one counts.
    const error = refusalOf(requestReused.is(thrown) ? ratedAlready() : thrown)
    const sent = { form, fileIds: [], problems: problemsOf(c, error) }
    return c.html(await complaintPage(c, c.req.param('id') ?? '', { form: 'rating', sent }), statusOf(error))
  }
}
