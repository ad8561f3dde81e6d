import { attitudes, policy, type MyComplaintPage } from '@heju/core/desk/complaints'
import { translator } from '@heju/i18n'
import { portalComplaints } from './texts.ts'
import { newId } from '@heju/kernel'
import type { HttpContext } from '../../../http/env.ts'
import { formId } from '../../form-ids.ts'
import type { SentForm } from '../../forms.ts'
import { Page } from '../../page.tsx'
import { Facts, Field, Hidden, Refused } from '../../parts.tsx'
import { showFor } from '../../show.ts'
import { clockText, StateTag } from './complaint-row.tsx'
import { Steps } from './complaint-steps.tsx'
import { categoryText, complaintText } from './names.ts'
import { PhotoField } from './photo-field.tsx'

/** What has just been done, as the address says. */
const notes = {
  new: 'done',
  known: 'knownAlready',
  photos: 'knownWithPhotos',
  words: 'wordsAdded',
  wordsKnown: 'wordsKnown',
  morePhotos: 'photosAdded',
  thanks: 'thanked',
  reopened: 'reopened',
  anew: 'registeredAnew',
} as const
export type Said = keyof typeof notes
export const saids = Object.keys(notes) as Said[]
const withoutPhotos = { photos: 'known', morePhotos: 'wordsKnown' } as const
/** What is said of a matter that may have its reply already: whoever is not content takes it up again by rating it. */
const saidOnceMore: readonly Said[] = ['known', 'photos', 'words', 'wordsKnown', 'morePhotos']

/** Photos that came with what was said: those that the matter keeps, and those that it has no room for. */
interface PhotoCounts {
  kept: number
  left: number
}

interface ComplaintProps {
  c: HttpContext
  complaint: MyComplaintPage
}

interface Refusal {
  form: 'words' | 'rating'
  sent: SentForm
}

/** One matter with each step that was taken: nobody has to call to ask how it stands (D107). */
export function ComplaintPage({
  c,
  complaint,
  said,
  photos,
  refused,
}: ComplaintProps & { said: Said | undefined; photos: PhotoCounts; refused: Refusal | undefined }) {
  const t = translator(portalComplaints, c.var.locale)
  const category = categoryText(c, { code: complaint.categoryCode, name: complaint.categoryName })
  return (
    <Page c={c} title={`${category} ${complaint.number}`} tab="complaints" back="/portal/complaints">
      <h1>
        {category} <StateTag c={c} state={complaint.state} />
      </h1>
      {said !== undefined && <Note c={c} complaint={complaint} said={said} photos={photos} />}
      {refused !== undefined && <Summary c={c} complaint={complaint} refused={refused} />}
      {complaint.mayRate && (
        <RatingForm
          c={c}
          complaint={complaint}
          sent={refused?.form === 'rating' ? refused.sent : undefined}
        />
      )}
      <About c={c} complaint={complaint} />
      <h2>{t('progress')}</h2>
      <Steps c={c} complaint={complaint} />
      {complaint.mayAdd && (
        <WordsForm c={c} complaint={complaint} sent={refused?.form === 'words' ? refused.sent : undefined} />
      )}
    </Page>
  )
}

/** What became of what was sent, and what is to be done where that is not all. */
function Note({ c, complaint, said, photos }: ComplaintProps & { said: Said; photos: PhotoCounts }) {
  const t = translator(portalComplaints, c.var.locale)
  const isDone = photos.left === 0 && said !== 'reopened' && said !== 'anew'
  // Those that were kept are told with those that were left.
  const words = photos.left > 0 && (said === 'photos' || said === 'morePhotos') ? withoutPhotos[said] : said
  return (
    <p class={`notice ${isDone ? 'done' : ''}`} role="status">
      {t(notes[words])} {photos.left > 0 && t('photosLeft', { most: policy.photosOfEachSide, ...photos })}{' '}
      {said === 'known' &&
        photos.left === 0 &&
        complaint.mayAdd &&
        !complaint.mayRate &&
        t(roomOf(complaint) > 0 ? 'addBelow' : 'addWordsBelow')}
      {complaint.mayRate && saidOnceMore.includes(said) && t('rateBelow')}
    </p>
  )
}

/**
 * What was refused, where the page begins: the form for words stands a screen or two below, and leads nowhere once the
 * matter has it no more. The one for a rating is the first on the page, and says it itself.
 */
function Summary({ c, complaint, refused }: ComplaintProps & { refused: Refusal }) {
  const { form, sent } = refused
  if (!isShown(complaint, form)) return <Refused problems={sent.problems} />
  if (form === 'rating') return null
  return (
    <Refused problems={sent.problems}>
      {' '}
      <a href="#add">{translator(portalComplaints, c.var.locale)('toForm')}</a>
    </Refused>
  )
}

/** Whether the form is on the page that a refusal belongs to: rated or closed meanwhile, the matter has it no more. */
function isShown(complaint: MyComplaintPage, form: Refusal['form']): boolean {
  return form === 'rating' ? complaint.mayRate : complaint.mayAdd
}

function About({ c, complaint }: ComplaintProps) {
  const t = translator(portalComplaints, c.var.locale)
  const show = showFor(c)
  const { first, whole } = complaint.clocks
  return (
    <section class="card">
      <p class="said">{complaint.text}</p>
      {complaint.wish !== '' && (
        <p>
          <b>{t('wished')}</b> {complaint.wish}
        </p>
      )}
      <Facts
        rows={[
          [t('first'), <span class={first.tone === 'late' ? 'late' : ''}>{clockText(c, first)}</span>],
          [t('whole'), <span class={whole.tone === 'late' ? 'late' : ''}>{clockText(c, whole)}</span>],
          complaint.agreedAt === null ? null : [t('agreed'), show.moment(complaint.agreedAt)],
          complaint.promisedAt === null ? null : [t('promised'), show.moment(complaint.promisedAt)],
        ]}
      />
      <p class="soft">
        {complaint.place} · {t('number', { number: complaint.number })}
      </p>
      {complaint.previousId !== null && (
        <a href={`/portal/complaints/${complaint.previousId}`}>{t('previous')}</a>
      )}
    </section>
  )
}

const ratings = [5, 4, 3, 2, 1] as const

function RatingForm({ c, complaint, sent }: ComplaintProps & { sent: SentForm | undefined }) {
  const t = translator(portalComplaints, c.var.locale)
  const given = sent?.form.text('rating')
  const reply = complaint.steps.findLast((step) => step.kind === 'replied')?.words
  const { now } = c.var
  const ids = {
    requestId: newId('req', now),
    revisitId: newId('rvst', now),
    newComplaintId: newId('cmpl', now),
  }
  return (
    <form class="card" method="post" action={`/portal/complaints/${complaint.id}/rating`}>
      {/* Whoever comes here has been told that there is a reply. */}
      {reply && (
        <>
          <h2>{t('reply')}</h2>
          <p class="said">{reply}</p>
        </>
      )}
      <Refused problems={sent?.problems} />
      <Hidden values={ids} />
      <fieldset class="ratings">
        <legend>{t('rate')}</legend>
        {ratings.map((rating) => (
          <label class="option">
            <input
              type="radio"
              name="rating"
              value={String(rating)}
              checked={given === String(rating)}
              required
            />
            <span>{t(`rating.${rating}`)}</span>
          </label>
        ))}
      </fieldset>
      <Field id="words" label={t('rateWords')} problems={sent?.problems}>
        {(described) => (
          <textarea {...described} name="words" rows={3} maxlength={1000}>
            {sent?.form.text('words')}
          </textarea>
        )}
      </Field>
      <Attitudes c={c} />
      <p class="soft">{t('rateNote')}</p>
      <button class="weui-btn weui-btn_primary" type="submit">
        {t('rateSubmit')}
      </button>
    </form>
  )
}

/** The five attitudes of D198, for whoever cares to say more. */
function Attitudes({ c }: { c: HttpContext }) {
  const t = translator(portalComplaints, c.var.locale)
  const shared = complaintText(c)
  return (
    <details>
      <summary>{t('attitudes')}</summary>
      {attitudes.map((attitude) => (
        <div class="field">
          <label for={attitude}>{shared(`attitude.${attitude}`)}</label>
          <select id={attitude} name="attitude">
            <option value="">–</option>
            {ratings.map((rating) => (
              <option value={`${attitude}:${rating}`}>{t(`rating.${rating}`)}</option>
            ))}
          </select>
        </div>
      ))}
    </details>
  )
}

/** How many photos more a matter takes of its owners. */
export function roomOf(complaint: MyComplaintPage): number {
  const theirs = complaint.steps.filter(({ by }) => by !== 'company').flatMap(({ photos }) => photos)
  return policy.photosOfEachSide - theirs.length
}

function WordsForm({ c, complaint, sent }: ComplaintProps & { sent: SentForm | undefined }) {
  const t = translator(portalComplaints, c.var.locale)
  const room = roomOf(complaint)
  const isEmpty = sent?.form.text('words').trim() === ''
  // Where no photo can be added there is none to choose.
  const problem =
    sent?.problems.fields.words && (room <= 0 && isEmpty ? t('wordsOnly') : sent.problems.fields.words)
  const problems = sent && { ...sent.problems, fields: { ...(problem && { added: problem }) } }
  return (
    <details class="card" id="add" open={sent !== undefined}>
      <summary>{t('add')}</summary>
      <form
        method="post"
        action={`/portal/complaints/${complaint.id}/words`}
        enctype="multipart/form-data"
        data-island="once"
      >
        {/* The page's beginning has announced it: here it stands for the eye. */}
        {sent !== undefined && (
          <p class={sent.problems.isNote ? 'notice' : 'notice failed'}>{sent.problems.general}</p>
        )}
        <Hidden values={{ requestId: formId(c, 'req', sent?.form.text('requestId')) }} />
        <Field id="added" label={t('addWords')} problems={problems}>
          {(described) => (
            <textarea {...described} name="words" rows={3} maxlength={1000}>
              {sent?.form.text('words')}
            </textarea>
          )}
        </Field>
        <PhotoField c={c} sent={sent} room={room} />
        <button class="weui-btn weui-btn_primary" type="submit">
          {t('addSubmit')}
        </button>
      </form>
    </details>
  )
}
