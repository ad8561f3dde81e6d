import type { SignupProgress } from '@heju/core/platform/tenancy'
import { translator } from '@heju/i18n'
import { baseTexts } from './texts.ts'
import { color } from '@heju/look'
import { raw } from 'hono/html'
import type { HttpContext } from '../http/env.ts'
import { VisitorPage } from './layout.tsx'

const working = { seconds: 1 }
/** After trouble the message comes again by and by; asking every second would show nothing sooner. */
const troubled = { seconds: 5 }

const titles = {
  working: 'workingTitle',
  ready: 'readyTitle',
  handed_over: 'handedOverTitle',
  ended: 'endedTitle',
} as const
const texts = {
  working: 'workingText',
  ready: 'readyText',
  handed_over: 'handedOverText',
  ended: 'endedText',
} as const

/** How far a sign-up is. It renews itself without a script, and leads into the company when that is ready. */
export function ProgressPage({ c, progress }: { c: HttpContext; progress: SignupProgress }) {
  const t = translator(baseTexts, c.var.locale)
  const { state, signupId, companyName, failure } = progress
  const entrance = `/signup/${signupId}/enter`
  const title = t(titles[state], { name: companyName })
  const refresh = {
    working: failure === null ? working : troubled,
    ready: { seconds: 0, url: entrance },
    handed_over: undefined,
    ended: undefined,
  }[state]
  return (
    <VisitorPage c={c} title={title} {...(refresh && { refresh })}>
      <div class="wrap">
        <div class="narrow">
          <div class="card" aria-live="polite">
            <h1>{title}</h1>
            <p class="soft">{t(texts[state])}</p>
            {failure !== null && state === 'working' && (
              <div class="notice warn">
                <h2>{t('troubleTitle')}</h2>
                <p class="hint">{t('troubleText', { signupId })}</p>
              </div>
            )}
            {state !== 'ended' && state !== 'handed_over' && (
              <ol class="progress">
                {progress.steps.map((step) => (
                  <li class={step.state} aria-current={step.state === 'current' ? 'step' : undefined}>
                    <StepSign state={step.state} />
                    <span>{t(`step.${step.name}`)}</span>
                    <span class="state">{t(`stepState.${step.state}`)}</span>
                  </li>
                ))}
              </ol>
            )}
            {state === 'ready' && (
              <p class="actions">
                <a class="button" href={entrance}>
                  {t('enter')}
                </a>
              </p>
            )}
            {state === 'handed_over' && (
              <p class="actions">
                <a class="button" href={`${new URL(c.req.url).protocol}//${progress.host}/console`}>
                  {t('goToCompany')}
                </a>
              </p>
            )}
          </div>
        </div>
      </div>
    </VisitorPage>
  )
}

const signs = {
  done: `<circle cx="10" cy="10" r="9" fill="${color.done}"/><path d="m6 10.4 2.7 2.7L14.2 7.5" fill="none" stroke="#fff" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/>`,
  current: `<circle cx="10" cy="10" r="8" fill="none" stroke="${color.brandLine}" stroke-width="2.4"/><path d="M18 10a8 8 0 0 0-8-8" fill="none" stroke="${color.brand}" stroke-width="2.4" stroke-linecap="round"/>`,
  waiting: `<circle cx="10" cy="10" r="8" fill="none" stroke="${color.line}" stroke-width="2"/>`,
} as const

function StepSign({ state }: { state: keyof typeof signs }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true">
      {raw(signs[state])}
    </svg>
  )
}
