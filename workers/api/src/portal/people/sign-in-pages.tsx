import { locales, translator } from '@heju/i18n'
import { portalSignIn } from './sign-in-texts.ts'
import type { HttpContext } from '../../http/env.ts'
import type { Problems } from '../forms.ts'
import { doorTo } from '../own-path.ts'
import { Page, portalText } from '../page.tsx'
import { Field, Hidden, languageNames, Refused } from '../parts.tsx'

interface DoorProps {
  c: HttpContext
  /** Where to go once signed in. */
  to: string
  phone?: string
  problems?: Problems
  /** A form that waits to be sent, sealed. */
  kept?: string
  /** What a sign-in cut off that had ended. */
  ended?: 'nothingPaid' | 'paymentBegun'
}

const isPayment = (path: string) => /^\/portal\/payments\/\w+$/.test(path)

/** The first step: which phone. */
export function PhonePage({ c, to, phone = '', problems, kept = '', ended }: DoorProps) {
  const t = translator(portalSignIn, c.var.locale)
  const awaits = ended ?? (isPayment(to) ? 'paymentAwaits' : undefined)
  return (
    <Page c={c} title={t('title')} address={doorTo(to)}>
      <h1>{t('title')}</h1>
      {kept !== '' && (
        <p class="notice" role="status">
          {t('kept')}
        </p>
      )}
      {awaits !== undefined && (
        <p class="notice" role="status">
          {t(awaits)}
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
      <Languages c={c} to={to} />
      <p class="soft centred">
        <a href="/portal/privacy">{t('privacyLink')}</a>
      </p>
    </Page>
  )
}

interface CodeProps {
  /** For how many minutes the code is good; only the answer that sent it says. */
  minutes?: number
  /** Epoch ms from which another code can be had. It goes with each try, so that a wrong code puts nothing off. */
  resendAt: number
}

/** A wait is told in seconds up to so many; of a longer one the refusal tells. */
const mostSeconds = 120

/** The second step: the code that came. Asking again shows up by itself when its time has come, without a script. */
export function CodePage({
  c,
  to,
  phone = '',
  problems,
  kept = '',
  minutes,
  resendAt,
}: DoorProps & CodeProps) {
  const t = translator(portalSignIn, c.var.locale)
  const carried = { to, phone, ...(kept !== '' && { kept }) }
  const seconds = Math.max(0, Math.ceil((resendAt - c.var.now) / 1000))
  return (
    <Page c={c} title={t('codeTitle')} back={doorTo(to)} address={doorTo(to)}>
      <h1>{t('codeTitle')}</h1>
      <form class="card" method="post" action="/portal/sign-in">
        <Hidden values={{ ...carried, resendAt: String(resendAt) }} />
        <Refused problems={problems} />
        <p>{minutes === undefined ? t('sentTo', { phone }) : t('sent', { phone, minutes })}</p>
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
        {seconds > 0 && seconds <= mostSeconds && <p class="soft">{t('resendLater', { seconds })}</p>}
        <div class={seconds > 0 ? 'later' : ''} style={seconds > 0 ? { animationDelay: `${seconds}s` } : {}}>
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
function Languages({ c, to }: { c: HttpContext; to: string }) {
  const here = encodeURIComponent(doorTo(to))
  return (
    <p class="languages" role="group" aria-label={portalText(c)('language.label')}>
      {locales.map((one) => (
        <a
          href={`/portal/language/${one}?to=${here}`}
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
