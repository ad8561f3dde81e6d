import type { CompanyRow } from '@heju/db'
import type { Child } from 'hono/jsx'
import type { HttpContext } from '../http/env.ts'
import type { DeedForm } from './deeds.ts'
import { operatorTexter } from './show.ts'

/** A deed that was refused, with what was typed for it. */
export interface Refused {
  deed: string
  form: DeedForm
}

/** What an operator may do with a company in its state, each with what it leads to. */
export function Deeds({ c, company, refused }: { c: HttpContext; company: CompanyRow; refused?: Refused }) {
  const t = operatorTexter(c.var.locale)
  const at = (deed: string) => `/operator/companies/${company.id}/${deed}`
  const { state } = company
  const typed = (deed: string) => (refused?.deed === deed ? refused.form : undefined)
  return (
    <>
      {state === 'provisioning' && (
        <Deed action={at('retry')} title={t('retryProvisioning')} text={t('retryProvisioningText')} />
      )}
      {state === 'active' && (
        <Deed action={at('suspend')} title={t('suspend')} text={t('suspendText')} tone="grave">
          <Reason
            id="suspend-reason"
            label={t('reason')}
            hint={t('reasonHint')}
            typed={typed('suspend')?.reason}
          />
        </Deed>
      )}
      {state === 'suspended' && (
        <Deed action={at('resume')} title={t('resume')} text={t('resumeText')}>
          <Reason id="resume-reason" label={t('resumeReason')} typed={typed('resume')?.reason} />
        </Deed>
      )}
      {state !== 'provisioning' && (
        <Deed action={at('retry')} title={t('retryMigration')} text={t('retryMigrationText')} />
      )}
      {company.databaseKind === 'turso' && company.databaseUrl !== null && (
        <Deed action={at('renew-token')} title={t('renewToken')} text={t('renewTokenText')} />
      )}
      <details class="deed" open={typed('close') !== undefined}>
        <summary>{t('close')}</summary>
        <Deed action={at('close')} title={t('close')} text={t('closeText')} tone="grave">
          <Reason id="close-reason" label={t('reason')} typed={typed('close')?.reason} />
          <div class="field">
            <label for="slug">{t('closeConfirm', { slug: company.slug })}</label>
            <input
              id="slug"
              name="slug"
              value={typed('close')?.slug}
              autocomplete="off"
              autocapitalize="none"
              required
            />
          </div>
        </Deed>
      </details>
    </>
  )
}

function Deed(props: { action: string; title: string; text: string; tone?: 'grave'; children?: Child }) {
  const { action, title, text, tone, children } = props
  return (
    // What is missing is said by us, in the language of the page, and not by the browser in its own.
    <form class="deed" method="post" action={action} novalidate>
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

function Reason(props: { id: string; label: string; hint?: string; typed?: string | undefined }) {
  const { id, label, hint, typed } = props
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea id={id} name="reason" maxlength={200} required>
        {typed}
      </textarea>
      {hint !== undefined && <p class="hint">{hint}</p>}
    </div>
  )
}
