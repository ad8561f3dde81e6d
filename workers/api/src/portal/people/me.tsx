import { readAccount, type Account } from '@heju/core/people/portal'
import { locales, translator } from '@heju/i18n'
import { portalHome } from './home-texts.ts'
import { portalSignIn } from './sign-in-texts.ts'
import { portalTariffs } from '../fees/tariff-texts.ts'
import { Hono } from 'hono'
import { withCtx } from '../../http/company.ts'
import type { HttpContext, HttpEnv } from '../../http/env.ts'
import { Phones, Places } from './home.tsx'
import { Page, portalText, sizeOf } from '../page.tsx'
import { languageNames } from '../parts.tsx'

export const mePage = new Hono<HttpEnv>().get('/me', async (c) =>
  c.html(<MePage c={c} account={await withCtx(c, readAccount)} />),
)

function MePage({ c, account }: { c: HttpContext; account: Account }) {
  const t = translator(portalHome, c.var.locale)
  const person = account.places.find((place) => place.personKind === 'natural')
  return (
    <Page c={c} title={t('me')} tab="me">
      <h1>{person?.personName ?? t('me')}</h1>
      <p class="soft">{t('phone', { last4: account.phoneLast4 })}</p>
      <div class="weui-cells">
        <Access href="/portal/payments" text={t('paidBefore')} />
        <Access href="/portal/tariffs" text={translator(portalTariffs, c.var.locale)('title')} />
        <Access href="/portal/complaints" text={t('complaints')} />
        <Access href="/portal/privacy" text={translator(portalSignIn, c.var.locale)('privacyLink')} />
      </div>
      <Places c={c} places={account.places} />
      <p class="weui-cells__tips">{t('wrong')}</p>
      <Display c={c} />
      <Phones c={c} home={account} />
      <form class="card" method="post" action="/portal/sign-out">
        <button class="weui-btn weui-btn_default" type="submit">
          {t('signOut')}
        </button>
        <button class="weui-btn weui-btn_default" type="submit" formaction="/portal/sign-out/everywhere">
          {t('signOutEverywhere')}
        </button>
        <p class="soft">{t('signOutEverywhereText')}</p>
      </form>
    </Page>
  )
}

function Access({ href, text }: { href: string; text: string }) {
  return (
    <a class="weui-cell weui-cell_access" href={href}>
      <span class="weui-cell__bd">{text}</span>
      <span class="weui-cell__ft"></span>
    </a>
  )
}

/** Language and size of type: links, so that they work without script and can be tapped once. */
function Display({ c }: { c: HttpContext }) {
  const t = translator(portalHome, c.var.locale)
  const shared = portalText(c)
  const size = sizeOf(c)
  return (
    <section aria-labelledby="display">
      <h2 id="display">{t('settings')}</h2>
      <div class="card">
        <p class="soft">{shared('size.label')}</p>
        <p class="choices">
          {(['normal', 'large'] as const).map((one) => (
            <a href={`/portal/size/${one}?to=/portal/me`} aria-current={one === size ? 'true' : undefined}>
              {shared(`size.${one}`)}
            </a>
          ))}
        </p>
        <p class="soft">{shared('language.label')}</p>
        <p class="choices">
          {locales.map((one) => (
            <a
              href={`/portal/language/${one}?to=/portal/me`}
              lang={one}
              aria-current={one === c.var.locale ? 'true' : undefined}
            >
              {languageNames[one]}
            </a>
          ))}
        </p>
      </div>
    </section>
  )
}
