import { errorText } from '@heju/core/error-texts'
import { type Locale } from '@heju/i18n'
import { formatPhone, parsePhone, type HejuError } from '@heju/kernel'
import type { Child } from 'hono/jsx'
import type { HttpContext } from '../http/env.ts'
import type { Problems } from './forms.ts'
import { Icon } from './icons.tsx'
import { portalText } from './page.tsx'

export function problemsOf(c: HttpContext, error: HejuError): Problems {
  const { locale, requestId } = c.var
  const fields = Object.fromEntries(
    error.fields.map(({ path, code, params }) => [path, errorText(code, locale, params)]),
  )
  const general =
    Object.keys(fields).length > 0
      ? portalText(c)('error.form')
      : errorText(error.code, locale, { requestId, ...error.params })
  return { general, fields }
}

export function Refused({ problems, children }: { problems: Problems | undefined; children?: Child }) {
  if (problems === undefined) return null
  return (
    <p class={problems.isNote ? 'notice' : 'notice failed'} role={problems.isNote ? 'status' : 'alert'}>
      {problems.general}
      {children}
    </p>
  )
}

/** A labelled control; `children` get the ids of their hint and error to be described by. */
export function Field({
  id,
  label,
  hint,
  problems,
  children,
}: {
  id: string
  label: string
  hint?: string | undefined
  problems?: Problems | undefined
  children: (described: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: 'true' }) => Child
}) {
  const problem = problems?.fields[id]
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({
        id,
        ...(described !== '' && { 'aria-describedby': described }),
        ...(problem !== undefined && { 'aria-invalid': 'true' as const }),
      })}
      {problem !== undefined && (
        <p class="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  )
}

/** What will appear here, and how to begin. */
export function Empty({ title, children }: { title: string; children?: Child }) {
  return (
    <div class="card empty">
      <p class="strong">{title}</p>
      {children}
    </div>
  )
}

/** Fields of a form that nobody sees. */
export function Hidden({ values }: { values: Readonly<Record<string, string>> }) {
  return (
    <>
      {Object.entries(values).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  )
}

/** Names and values, as a card shows them. */
export function Facts({ rows }: { rows: readonly (readonly [string, Child] | null)[] }) {
  return (
    <dl class="facts">
      {rows.map(
        (row) =>
          row !== null && (
            <div>
              <dt>{row[0]}</dt>
              <dd>{row[1]}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

/** A number to tap; where none was entered there is nothing to show. */
export function Call({ c, phone, label }: { c: HttpContext; phone: string; label?: string }) {
  if (phone === '') return null
  const number = parsePhone(phone)?.number
  return (
    <a class="call" href={`tel:${number ?? phone.replaceAll(/[^\d+]/g, '')}`}>
      <Icon name="phone" />
      <span>
        {label ?? portalText(c)('call')}
        <b class="money">{number === undefined ? phone : formatPhone(number)}</b>
      </span>
    </a>
  )
}

/** The name of a place: a room as it is, a parking space with its word in the reader's language. */
export function placeText(
  c: HttpContext,
  place: { roomName: string | null; parkingLot: string | null; parkingCode: string | null },
): string {
  if (place.roomName !== null) return place.roomName
  const code = [place.parkingLot, place.parkingCode].filter(Boolean).join('-')
  return portalText(c)('parking', { code })
}

export const languageNames: Record<Locale, string> = {
  'zh-CN': '简体中文',
  'zh-Hant': '繁體中文',
  en: 'English',
}
