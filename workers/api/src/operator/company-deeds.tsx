import type { CompanyRow } from '@heju/db'
import type { Child } from 'hono/jsx'
import type { HttpContext } from '../http/env.ts'
import { operatorTexter } from './show.ts'

/** What an operator may do with a company in its state, each with what it leads to. */
export function Deeds({ c, company }: { c: HttpContext; company: CompanyRow }) {
  const t = operatorTexter(c.var.locale)
  const at = (deed: string) => `/operator/companies/${company.id}/${deed}`
  const { state } = company
  return (
    <>
      {state === 'provisioning' && (
        <Deed action={at('retry')} title={t('retryProvisioning')} text={t('retryProvisioningText')} />
      )}
      {state === 'active' && (
        <Deed action={at('suspend')} title={t('suspend')} text={t('suspendText')} tone="grave">
          <Reason id="suspend-reason" label={t('reason')} hint={t('reasonHint')} />
        </Deed>
      )}
      {state === 'suspended' && (
        <Deed action={at('resume')} title={t('resume')} text={t('resumeText')}>
          <Reason id="resume-reason" label={t('resumeReason')} />
        </Deed>
      )}
      {state !== 'provisioning' && (
        <Deed action={at('retry')} title={t('retryMigration')} text={t('retryMigrationText')} />
      )}
      {company.databaseKind === 'turso' && company.databaseUrl !== null && (
        <Deed action={at('renew-token')} title={t('renewToken')} text={t('renewTokenText')} />
      )}
      <details class="deed">
        <summary>{t('close')}</summary>
        <Deed action={at('close')} title={t('close')} text={t('closeText')} tone="grave">
          <Reason id="close-reason" label={t('reason')} />
          <div class="field">
            <label for="slug">{t('closeConfirm', { slug: company.slug })}</label>
            <input id="slug" name="slug" autocomplete="off" autocapitalize="none" required />
          </div>
        </Deed>
      </details>
    </>
  )
}

function Deed(props: { action: string; title: string; text: string; tone?: 'grave'; children?: Child }) {
  const { action, title, text, tone, children } = props
  return (
    <form class="deed" method="post" action={action}>
      <p class="soft">{text}</p>
      {/* Sent twice by a double click, it is done once. */}
      <input type="hidden" name="requestId" value={crypto.randomUUID()} />
      {children}
      <button class={`button small ${tone ?? 'quiet'}`} type="submit">
        {title}
      </button>
    </form>
  )
}

function Reason({ id, label, hint }: { id: string; label: string; hint?: string }) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea id={id} name="reason" maxlength={200} required />
      {hint !== undefined && <p class="hint">{hint}</p>}
    </div>
  )
}
