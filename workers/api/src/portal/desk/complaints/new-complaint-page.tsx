import type { Category } from '@heju/core/desk/complaints'
import type { ComplaintForm } from '@heju/core/people/portal'
import { translator } from '@heju/i18n'
import { portalComplaints } from './texts.ts'
import type { HttpContext } from '../../../http/env.ts'
import { formId } from '../../form-ids.ts'
import type { SentForm } from '../../forms.ts'
import { Page, portalText } from '../../page.tsx'
import { Call, Empty, Field, Hidden, Refused } from '../../parts.tsx'
import { categoryText } from './names.ts'
import { PhotoField } from './photo-field.tsx'

interface NewComplaintProps {
  c: HttpContext
  choices: ComplaintForm
  /** What was entered before, when it comes back to be mended. */
  sent: SentForm | undefined
}

export function NewComplaintPage({ c, choices, sent }: NewComplaintProps) {
  const t = translator(portalComplaints, c.var.locale)
  const phones = new Map(choices.rooms.map((room) => [room.projectName, room.projectPhone]))
  return (
    <Page c={c} title={t('newTitle')} tab="complaints" back="/portal/complaints">
      <h1>{t('newTitle')}</h1>
      {choices.rooms.length === 0 ? (
        <>
          <Refused problems={sent?.problems} />
          <Empty title={t('noRooms')} />
        </>
      ) : (
        <>
          <p class="soft">{t('promise')}</p>
          <ComplaintFormCard c={c} choices={choices} sent={sent} />
          <p class="soft">{t('urgent')}</p>
        </>
      )}
      {[...phones].map(([project, phone]) => (
        <Call c={c} phone={phone} label={portalText(c)('callProject', { project })} />
      ))}
    </Page>
  )
}

function ComplaintFormCard({ c, choices, sent }: NewComplaintProps) {
  const t = translator(portalComplaints, c.var.locale)
  const { form, problems } = sent ?? {}
  const ids = {
    requestId: formId(c, 'req', form?.text('requestId')),
    complaintId: formId(c, 'cmpl', form?.text('complaintId')),
  }
  return (
    <form
      class="card"
      method="post"
      action="/portal/complaints"
      enctype="multipart/form-data"
      data-island="once"
    >
      <Refused problems={problems} />
      <Hidden values={ids} />
      <RoomField c={c} choices={choices} sent={sent} />
      <CommonPlaceField c={c} choices={choices} sent={sent} />
      <Field id="categoryId" label={t('category')} problems={problems}>
        {(described) => (
          <select {...described} name="categoryId" required>
            <option value="">{t('categoryChoose')}</option>
            <CategoryOptions c={c} categories={choices.categories} chosen={form?.text('categoryId')} />
          </select>
        )}
      </Field>
      <Field id="text" label={t('text')} hint={t('textHint')} problems={problems}>
        {(described) => (
          <textarea {...described} name="text" rows={5} minlength={5} maxlength={2000} required>
            {form?.text('text')}
          </textarea>
        )}
      </Field>
      <Field id="wish" label={t('wish')} problems={problems}>
        {(described) => (
          <textarea {...described} name="wish" rows={2} maxlength={500}>
            {form?.text('wish')}
          </textarea>
        )}
      </Field>
      <PhotoField c={c} sent={sent} />
      <button class="weui-btn weui-btn_primary" type="submit">
        {t('submit')}
      </button>
    </form>
  )
}

function RoomField({ c, choices, sent }: NewComplaintProps) {
  const t = translator(portalComplaints, c.var.locale)
  const { rooms } = choices
  const [only] = rooms
  const chosen = sent?.form.text('roomId')
  // The only one that is left is not taken for another that was chosen without a word.
  const isRefused = sent?.problems.fields['roomId'] !== undefined
  if (rooms.length === 1 && only?.roomId && !isRefused) return <Hidden values={{ roomId: only.roomId }} />
  return (
    <Field id="roomId" label={t('room')} problems={sent?.problems}>
      {(described) => (
        <select {...described} name="roomId" required>
          {isRefused && <option value="">{t('roomChoose')}</option>}
          {rooms.map((room) => (
            <option value={room.roomId ?? ''} selected={room.roomId === chosen}>
              {room.projectName} {room.roomName}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** Where it is: at the room, unless they choose one of the common places that they come by. */
function CommonPlaceField({ c, choices, sent }: NewComplaintProps) {
  const t = translator(portalComplaints, c.var.locale)
  const { commonPlaces } = choices
  const isRefused = sent?.problems.fields['commonPlaceId'] !== undefined
  if (commonPlaces.length === 0 && !isRefused) return null
  const chosen = sent?.form.text('commonPlaceId')
  const byProject = Map.groupBy(commonPlaces, ({ projectName }) => projectName)
  return (
    <Field id="commonPlaceId" label={t('where')} hint={t('whereHint')} problems={sent?.problems}>
      {(described) => (
        <select {...described} name="commonPlaceId">
          <option value="">{t('whereRoom')}</option>
          {[...byProject].map(([project, theirs]) => (
            <optgroup label={byProject.size > 1 ? project : t('whereCommon')}>
              {theirs.map(({ id, name }) => (
                <option value={id} selected={id === chosen}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  )
}

/**
 * Both levels: what has narrower kinds can also be chosen as such, unless it was put away; then its name stands over those
 * that are still in use, and is itself no choice.
 */
function CategoryOptions({
  c,
  categories,
  chosen,
}: {
  c: HttpContext
  categories: readonly Category[]
  chosen: string | undefined
}) {
  const t = translator(portalComplaints, c.var.locale)
  const option = (category: Category, text: string) => (
    <option value={category.id} selected={category.id === chosen}>
      {text}
    </option>
  )
  const tops = categories.filter((category) => category.parentId === null)
  const belowAnother = categories.filter(
    ({ parentId }) => parentId !== null && !tops.some(({ id }) => id === parentId),
  )
  return (
    <>
      {tops.map((category) => {
        const name = categoryText(c, category)
        const narrower = categories.filter((one) => one.parentId === category.id)
        if (narrower.length === 0) return option(category, name)
        return (
          <optgroup label={name}>
            {narrower.map((one) => option(one, categoryText(c, one)))}
            {option(category, t('categoryInGeneral', { category: name }))}
          </optgroup>
        )
      })}
      {[...Map.groupBy(belowAnother, ({ parentId }) => parentId).values()].map((narrower) => {
        const [{ parentCode: code = null, parentName: name = null } = {}] = narrower
        return (
          <optgroup label={categoryText(c, { code, name })}>
            {narrower.map((one) => option(one, categoryText(c, one)))}
          </optgroup>
        )
      })}
    </>
  )
}
