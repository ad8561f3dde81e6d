import { translator } from '@heju/i18n'
import { baseTexts } from './texts.ts'
import type { HttpContext } from '../http/env.ts'
import { VisitorPage } from './layout.tsx'

const parts = [
  ['registryTitle', 'registryText'],
  ['feesTitle', 'feesText'],
  ['payTitle', 'payText'],
  ['remindTitle', 'remindText'],
  ['complaintTitle', 'complaintText'],
  ['compareTitle', 'compareText'],
] as const
const trust = ['trustDatabase', 'trustSealed', 'trustAudit'] as const
const steps = ['step1', 'step2', 'step3'] as const

type Translate = ReturnType<typeof translator<typeof baseTexts>>

/** What the product is, for a property company that looks for one. */
export function ProductPage({ c }: { c: HttpContext }) {
  const t = translator(baseTexts, c.var.locale)
  return (
    <VisitorPage c={c} title={t('product')}>
      <section class="hero">
        <div class="wrap">
          <div>
            <h1>
              {/* A line breaks between the two halves, never within a word of one. */}
              {halves(t('heroTitle')).map((half) => (
                <span>{half}</span>
              ))}
            </h1>
            <p class="lead">{t('heroText')}</p>
            <p class="actions">
              <a class="button" href="/signup">
                {t('signUp')}
              </a>
              <span class="faint">{t('heroNote')}</span>
            </p>
          </div>
          <Samples t={t} />
        </div>
      </section>
      <section class="band white">
        <div class="wrap">
          <h2>{t('partsTitle')}</h2>
          <div class="parts">
            {parts.map(([title, text]) => (
              <div>
                <h3>{t(title)}</h3>
                <p>{t(text)}</p>
              </div>
            ))}
          </div>
        </div>
      </section>
      <section class="band">
        <div class="wrap halves">
          <div>
            <h2>{t('stepsTitle')}</h2>
            <Numbered lines={steps.map((key) => t(key))} />
            <p class="actions">
              <a class="button" href="/signup">
                {t('signUp')}
              </a>
            </p>
          </div>
          <div>
            <h2>{t('trustTitle')}</h2>
            <ul class="plain">
              {trust.map((key) => (
                <li>
                  <span class="no" aria-hidden="true">
                    ✓
                  </span>
                  <span>{t(key)}</span>
                </li>
              ))}
            </ul>
          </div>
        </div>
      </section>
      <section class="band white">
        <div class="wrap">
          <h2>{t('haveCompany')}</h2>
          <form class="enter" action="/enter" method="get">
            <div class="affix">
              <input
                name="slug"
                aria-label={t('companyAddress')}
                autocapitalize="none"
                spellcheck={false}
                required
              />
              <span>.{c.env.BASE_HOST}</span>
            </div>
            <button class="button quiet" type="submit">
              {t('goToCompany')}
            </button>
          </form>
        </div>
      </section>
    </VisitorPage>
  )
}

/** A title's parts, each with its comma. */
function halves(title: string): string[] {
  return title.split(/(?<=，)|(?<=, )/)
}

export function Numbered({ lines }: { lines: string[] }) {
  return (
    <ol class="plain">
      {lines.map((line, i) => (
        <li>
          <span class="no" aria-hidden="true">
            {i + 1}
          </span>
          <span>{line}</span>
        </li>
      ))}
    </ol>
  )
}

/** What owners, the front desk and head office each see, in small; marked as an example. */
function Samples({ t }: { t: Translate }) {
  return (
    <div class="samples" role="group" aria-label={t('example')}>
      <div class="card">
        <p class="sample">
          <span class="soft">{t('sampleBillTitle')}</span>
          <span class="tag">{t('example')}</span>
        </p>
        <p class="amount figure">¥250.60</p>
        <p class="faint figure">{t('sampleHow')}</p>
        <p class="faint">
          {t('sampleRoom')} · {t('sampleDue')}
        </p>
        <p class="paybar">{t('samplePay')}</p>
      </div>
      <div class="card">
        <p class="sample">
          <span class="soft figure">TS-20261122-0007</span>
        </p>
        <p class="case">{t('sampleComplaintTitle')}</p>
        <p class="sample">
          <span>{t('sampleFirst')}</span>
          <span class="tag good">{t('sampleFirstDone')}</span>
        </p>
        <p class="sample">
          <span>{t('sampleWhole')}</span>
          <span class="tag warn">{t('sampleWholeLeft')}</span>
        </p>
      </div>
      <div class="card wide">
        <p class="sample">
          <span class="soft">{t('sampleIndexTitle')}</span>
          <span class="tag">{t('example')}</span>
        </p>
        {(
          [
            ['sampleProjectA', 88.4],
            ['sampleProjectB', 82.1],
            ['sampleProjectC', 76.9],
          ] as const
        ).map(([name, index]) => (
          <p class="bar">
            <span>{t(name)}</span>
            <i style={{ width: `${index}%` }} />
            <b class="figure">{index.toFixed(1)}</b>
          </p>
        ))}
      </div>
    </div>
  )
}
