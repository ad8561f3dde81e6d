import { locales, translator } from '@heju/i18n'
import { portalSignIn } from '@heju/i18n/texts/portal/sign-in'
import type { HttpContext } from '../http/env.ts'
import type { Problems } from './forms.ts'
import { Page, portalText } from './page.tsx'
import { Field, Hidden, languageNames, Refused } from './parts.tsx'

interface DoorProps {
  c: HttpContext
  /** Where to go once signed in. */
  to: string
  phone?: string
  problems?: Problems
  /** A form that waits to be sent, sealed. */
  kept?: string
  /** What a sign-in cut off that had ended. */
  ended?: 'nothingPaid'
}

/** The first step: which phone. */
export function PhonePage({ c, to, phone = '', problems, kept = '', ended }: DoorProps) {
  const t = translator(portalSignIn, c.var.locale)
  return (
    <Page c={c} title={t('title')}>
      <h1>{t('title')}</h1>
      {kept !== '' && (
        <p class="notice" role="status">
          {t('kept')}
        </p>
      )}
      {ended !== undefined && (
        <p class="notice" role="status">
          {t(ended)}
        </p>
      )}
      <p class="soft">{t('intro')}</p>
      <form class="card" method="post" action="/portal/sign-in/code">
        <Refused problems={problems} />
        <Hidden values={{ to, ...(kept !== '' && { kept }) }} />
        <Field id="phone" label={t('phone')} problems={problems}>
          {(described) => (
            <input
              {...described}
              name="phone"
              type="tel"
              inputmode="tel"
              autocomplete="tel"
              maxlength={20}
              value={phone}
              required
            />
          )}
        </Field>
        <button class="weui-btn weui-btn_primary" type="submit">
          {t('send')}
        </button>
      </form>
      <Languages c={c} />
      <p class="soft centred">
        <a href="/portal/privacy">{t('privacyLink')}</a>
      </p>
    </Page>
  )
}

/** The second step: the code that came. Asking again shows up by itself when its time has come, without a script. */
export function CodePage({
  c,
  to,
  phone = '',
  problems,
  kept = '',
  sent,
}: DoorProps & { sent?: { resendAfterSeconds: number; minutes: number } }) {
  const t = translator(portalSignIn, c.var.locale)
  const carried = { to, phone, ...(kept !== '' && { kept }) }
  return (
    <Page c={c} title={t('codeTitle')} back="/portal/sign-in">
      <h1>{t('codeTitle')}</h1>
      <form class="card" method="post" action="/portal/sign-in">
        <Hidden values={carried} />
        <Refused problems={problems} />
        <p>{sent === undefined ? t('sentTo', { phone }) : t('sent', { phone, minutes: sent.minutes })}</p>
        <Field id="code" label={t('code')} problems={problems}>
          {(described) => (
            <input
              {...described}
              class="code"
              name="code"
              type="text"
              inputmode="numeric"
              autocomplete="one-time-code"
              maxlength={12}
              required
              autofocus
            />
          )}
        </Field>
        <button class="weui-btn weui-btn_primary" type="submit">
          {t('signIn')}
        </button>
      </form>
      <form class="card" method="post" action="/portal/sign-in/code">
        <Hidden values={carried} />
        {sent !== undefined && <p class="soft">{t('resendLater', { seconds: sent.resendAfterSeconds })}</p>}
        <div class="after-a-minute">
          <button class="weui-btn weui-btn_default" type="submit">
            {t('resend')}
          </button>
        </div>
        <p class="soft">{t('noCode')}</p>
      </form>
    </Page>
  )
}

/** The same portal in the other languages, for whoever cannot read this one. */
function Languages({ c }: { c: HttpContext }) {
  return (
    <p class="languages" role="group" aria-label={portalText(c)('language.label')}>
      {locales.map((one) => (
        <a
          href={`/portal/language/${one}?to=/portal/sign-in`}
          lang={one}
          aria-current={one === c.var.locale ? 'true' : undefined}
        >
          {languageNames[one]}
        </a>
      ))}
    </p>
  )
}

export function PrivacyPage({ c }: { c: HttpContext }) {
  const t = translator(portalSignIn, c.var.locale)
  const signedIn = c.var.actor !== undefined
  return (
    <Page
      c={c}
      title={t('privacyTitle')}
      tab={signedIn ? 'me' : undefined}
      back={signedIn ? '/portal/me' : '/portal/sign-in'}
    >
      <h1>{t('privacyTitle')}</h1>
      <div class="card">
        <p>{t('privacyWho', { company: c.var.company.name })}</p>
        <p>{t('privacyWhat')}</p>
        <p>{t('privacyPay')}</p>
        <p>{t('privacySurvey')}</p>
        <p>{t('privacyRights')}</p>
        <p>{t('privacyCookies')}</p>
      </div>
    </Page>
  )
}
