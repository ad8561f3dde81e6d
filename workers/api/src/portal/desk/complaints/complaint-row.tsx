import type { ComplaintState, MyComplaint } from '@heju/core/desk/complaints'
import type { ShownClock } from '@heju/core/platform/procedure'
import { translator } from '@heju/i18n'
import { portalComplaints } from './texts.ts'
import type { HttpContext } from '../../../http/env.ts'
import { showFor } from '../../show.ts'
import { categoryText, complaintText } from './names.ts'

/** A complaint in a list: what it is about, where it stands, and what is due next. */
export function ComplaintRow({ c, complaint }: { c: HttpContext; complaint: MyComplaint }) {
  const { id, text, place, state } = complaint
  const category = categoryText(c, { code: complaint.categoryCode, name: complaint.categoryName })
  return (
    <a class="weui-cell weui-cell_access complaint" href={`/portal/complaints/${id}`}>
      <span class="weui-cell__bd">
        <span class="strong">
          {category} <StateTag c={c} state={state} />
        </span>
        <span class="snippet">{text}</span>
        <span class="soft under">
          {place} · <Due c={c} complaint={complaint} />
        </span>
      </span>
      <span class="weui-cell__ft"></span>
    </a>
  )
}

export function StateTag({ c, state }: { c: HttpContext; state: ComplaintState }) {
  const tone = state === 'replied' ? 'warning' : state === 'closed' || state === 'revisited' ? 'done' : ''
  return <span class={`tag ${tone}`}>{complaintText(c)(`state.${state}`)}</span>
}

/** The one term that matters to the owner now; once there is a reply, when it was registered. */
function Due({ c, complaint }: { c: HttpContext; complaint: MyComplaint }) {
  const t = translator(portalComplaints, c.var.locale)
  const { first, whole } = complaint.clocks
  if (complaint.agreedAt !== null && whole.stoppedAt === null)
    return (
      <>
        {t('agreed')} {showFor(c).moment(complaint.agreedAt)}
      </>
    )
  if (whole.stoppedAt !== null)
    return <>{t('registeredAt', { time: showFor(c).moment(complaint.registeredAt) })}</>
  const clock = first.stoppedAt === null ? first : whole
  return (
    <span class={clock.tone === 'late' ? 'late' : ''}>
      {t(clock === first ? 'first' : 'whole')} {clockText(c, clock)}
    </span>
  )
}

/** A term in words: never by colour alone. */
export function clockText(c: HttpContext, clock: ShownClock): string {
  const t = translator(portalComplaints, c.var.locale)
  const show = showFor(c)
  if (clock.stoppedAt === null) return t(`clock.${clock.state}`, { time: show.moment(clock.dueAt) })
  return t(clock.state === 'missed' ? 'clock.missedDone' : 'clock.met', {
    time: show.moment(clock.stoppedAt),
  })
}
