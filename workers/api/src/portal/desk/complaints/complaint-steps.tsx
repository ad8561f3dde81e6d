import { complaintStates, type ComplaintState, type MyComplaintPage } from '@heju/core/desk/complaints'
import { translator } from '@heju/i18n'
import { portalComplaints } from './texts.ts'
import type { HttpContext } from '../../../http/env.ts'
import { showFor } from '../../show.ts'
import { complaintText } from './names.ts'

/** What happened, the latest first: that is what somebody comes to look for. */
export function Steps({ c, complaint }: { c: HttpContext; complaint: MyComplaintPage }) {
  return (
    <ol class="timeline card" reversed>
      {complaint.steps.toReversed().map((step) => (
        <Step c={c} complaintId={complaint.id} step={step} />
      ))}
    </ol>
  )
}

const plainSteps = ['agreed', 'handed_over', 'words', 'owner_words', 'rated'] as const
/** What owners do themselves. */
const ownSteps = ['registered', 'owner_words', 'rated', 'revisited', 'reopened'] as const
const namedOwnSteps = ['owner_words', 'rated'] as const

function Step({
  c,
  complaintId,
  step,
}: {
  c: HttpContext
  complaintId: string
  step: MyComplaintPage['steps'][number]
}) {
  const t = translator(portalComplaints, c.var.locale)
  const shared = complaintText(c)
  const plain = plainSteps.find((kind) => kind === step.kind)
  const state = complaintStates.find((kind) => kind === step.kind)
  const kind = plain ?? state
  if (kind === undefined) return null
  const otherOwner = step.by === 'owner_side'
  const sideName = otherOwner ? namedOwnSteps.find((one) => one === kind) : undefined
  const sideText = otherOwner ? ownSteps.find((one) => one === kind) : undefined
  const name = plain === undefined ? shared(`state.${kind as ComplaintState}`) : t(`step.${plain}`)
  const onlyPhotos = kind === 'owner_words' && step.words === null && !otherOwner
  const text = onlyPhotos
    ? t('photosOnly')
    : sideText === undefined
      ? shared(`owner.${kind}`)
      : t(`side.${sideText}`)
  return (
    <li class={step.by}>
      <p>
        <b>{sideName === undefined ? name : t(`side.step.${sideName}`)}</b>
        <span class="soft">{showFor(c).moment(step.at)}</span>
      </p>
      <p class={step.words === null ? 'soft' : 'said'}>{step.words ?? text}</p>
      {step.photos.length > 0 && (
        <p class="photos">
          {step.photos.map((photo, i) => (
            <a href={`/portal/complaints/${complaintId}/photos/${photo.id}`}>
              <img
                src={`/portal/complaints/${complaintId}/photos/${photo.id}`}
                alt={t('photo', { n: i + 1 })}
                loading="lazy"
                width="96"
                height="96"
              />
            </a>
          ))}
        </p>
      )}
    </li>
  )
}
