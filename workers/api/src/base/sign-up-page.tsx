import { errorText } from '@heju/core/error-texts'
import { translator, type TextParams } from '@heju/i18n'
import { baseTexts } from './texts.ts'
import type { HejuError } from '@heju/kernel'
import type { HttpContext } from '../http/env.ts'
import { VisitorPage } from './layout.tsx'
import { Numbered } from './product-page.tsx'

/** What was typed; a password is never sent back. */
export interface SignUpForm {
  requestId: string
  companyName: string
  slug: string
  adminName: string
  phone: string
}

/** The form by which a company signs up, empty or with what was wrong. */
export function SignUpPage({ c, form, error }: { c: HttpContext; form: SignUpForm; error?: HejuError }) {
  const { locale } = c.var
  const t = translator(baseTexts, locale)
  const say = (code: string, params: TextParams = {}) =>
    errorText(code, locale, { requestId: c.var.requestId, ...params })
  const wrong = Object.fromEntries(
    (error?.fields ?? []).map(({ path, code, params }) => [path, say(code, params)]),
  )
  const ofAddress = error?.fields.find(({ path }) => path === 'slug')?.params ?? error?.params
  const offers = String(ofAddress?.alternatives ?? '')
    .split(', ')
    .filter(Boolean)
  if (error?.params.alternatives !== undefined && offers.length > 0)
    wrong.slug = say(error.code, error.params)
  const general =
    error !== undefined && Object.keys(wrong).length === 0 ? say(error.code, error.params) : undefined

  return (
    <VisitorPage c={c} title={t('signUpTitle')}>
      <div class="wrap desk">
        <form class="card" method="post" action="/signup" autocomplete="on" novalidate>
          {/* Enter presses the first button of a form, which would otherwise be an address that we offer. */}
          <button class="unseen" type="submit" tabindex={-1} aria-hidden="true" />
          <h1>{t('signUpTitle')}</h1>
          <p class="soft">{t('signUpIntro')}</p>
          {error !== undefined && (
            <div class="notice bad" role="alert">
              {general === undefined ? <h2>{t('pleaseMend')}</h2> : <p>{general}</p>}
              {Object.entries(wrong).map(([path, text]) => (
                <p>
                  <a href={`#${path}`}>{text}</a>
                </p>
              ))}
              <p class="hint">{t('passwordAgain')}</p>
            </div>
          )}
          <input type="hidden" name="requestId" value={form.requestId} />
          <fieldset>
            <legend>{t('company')}</legend>
            <Field
              name="companyName"
              label={t('companyName')}
              hint={t('companyNameHint')}
              wrong={wrong.companyName}
            >
              <input
                {...attributes('companyName', wrong)}
                value={form.companyName}
                maxlength={60}
                autocomplete="organization"
                required
              />
            </Field>
            <Field name="slug" label={t('slug')} hint={t('slugHint')} wrong={wrong.slug}>
              <div class="affix">
                <input
                  {...attributes('slug', wrong)}
                  value={form.slug}
                  maxlength={30}
                  autocomplete="off"
                  autocapitalize="none"
                  spellcheck={false}
                  required
                />
                <span>.{c.env.BASE_HOST}</span>
              </div>
            </Field>
            {offers.length > 0 && <Offers says={t('slugFree')} offers={offers} />}
          </fieldset>
          <fieldset>
            <legend>{t('administrator')}</legend>
            <Field name="adminName" label={t('adminName')} wrong={wrong.adminName}>
              <input
                {...attributes('adminName', wrong)}
                value={form.adminName}
                maxlength={40}
                autocomplete="name"
                required
              />
            </Field>
            <Field name="phone" label={t('phone')} hint={t('phoneHint')} wrong={wrong.phone}>
              <input
                {...attributes('phone', wrong)}
                type="tel"
                value={form.phone}
                maxlength={30}
                autocomplete="tel"
                inputmode="tel"
                required
              />
            </Field>
            <Field name="password" label={t('password')} hint={t('passwordHint')} wrong={wrong.password}>
              <input
                {...attributes('password', wrong)}
                type="password"
                maxlength={128}
                autocomplete="new-password"
                required
              />
            </Field>
          </fieldset>
          <p class="actions">
            <button class="button" type="submit">
              {t('submit')}
            </button>
          </p>
        </form>
        <aside>
          <h2>{t('nextTitle')}</h2>
          <Numbered lines={[t('next1'), t('next2'), t('next3')]} />
        </aside>
      </div>
    </VisitorPage>
  )
}

/** Free addresses; the button of one sends the form with it. */
function Offers({ says, offers }: { says: string; offers: string[] }) {
  return (
    <div class="offers">
      <span class="hint">{says}</span>
      {offers.map((offer) => (
        <button class="button quiet small" type="submit" name="take" value={offer} formnovalidate>
          {offer}
        </button>
      ))}
    </div>
  )
}

function attributes(name: string, wrong: Record<string, string>) {
  const isWrong = wrong[name] !== undefined
  return {
    id: name,
    name,
    'aria-invalid': isWrong ? ('true' as const) : undefined,
    'aria-describedby': isWrong ? `${name}-wrong` : `${name}-hint`,
  }
}

function Field(props: {
  name: string
  label: string
  hint?: string
  wrong?: string | undefined
  children?: unknown
}) {
  const { name, label, hint, wrong, children } = props
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {children}
      {wrong !== undefined && (
        <p class="wrong" id={`${name}-wrong`}>
          {wrong}
        </p>
      )}
      {hint !== undefined && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
