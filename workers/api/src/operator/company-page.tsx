import type { Operator } from '@heju/core/platform/operators'
import { mayBecome, type AuditRow, type ListedCompany } from '@heju/core/platform/tenancy'
import { errorText } from '@heju/core/error-texts'
import { fill, type Text } from '@heju/i18n'
import { baseTexts } from '../base/texts.ts'
import type { HejuError } from '@heju/kernel'
import type { HttpContext } from '../http/env.ts'
import { BackupTag } from './backup-tag.tsx'
import { isServed, SchemaTag, StateTag } from './companies-page.tsx'
import { Deeds, type Refused } from './company-deeds.tsx'
import { HistoryTable } from './history-page.tsx'
import { OperatorPage } from './layout.tsx'
import { bytes, moment, operatorTexter } from './show.ts'

export interface CompanyPageProps {
  c: HttpContext
  operator: Operator
  company: ListedCompany
  history: AuditRow[]
  latestTag: string
  /** What was just done (`done`) or sent for (`sent`). */
  note?: 'done' | 'sent' | undefined
  error?: HejuError
  /** What was typed for a deed that was refused. */
  refused?: Refused
}

/** One company as an operator sees it: from outside. */
export function CompanyPage(props: CompanyPageProps) {
  const { c, operator, company, history, latestTag, note, error, refused } = props
  const { locale } = c.var
  const t = operatorTexter(locale)
  const origin = `${new URL(c.req.url).protocol}//${company.slug}.${c.env.BASE_HOST}`
  return (
    <OperatorPage c={c} title={company.name} operator={operator} under="/operator">
      <div class="heading">
        <h1>{company.name}</h1>
        <StateTag row={company} locale={locale} />
      </div>
      {note !== undefined && (
        <p class="notice good" role="status">
          {t(note)}
        </p>
      )}
      {error !== undefined && (
        <p class="notice bad" role="alert">
          {errorText(error.code, locale, { requestId: c.var.requestId, ...error.params })}{' '}
          {error.fields.map(({ code, params }) => errorText(code, locale, params)).join(' ')}
        </p>
      )}
      <Failures company={company} c={c} />
      <div class="sides">
        <section class="card">
          <h2>{t('facts')}</h2>
          <dl class="facts">
            <dt>{t('address')}</dt>
            <dd>
              <a href={origin}>{origin.split('//')[1]}</a>
            </dd>
            <dt>{t('id')}</dt>
            <dd class="mono">{company.id}</dd>
            <dt>{t('created')}</dt>
            <dd class="figure">{moment(company.createdAt)}</dd>
            <dt>{t('schema')}</dt>
            <dd>
              <SchemaTag row={company} latestTag={latestTag} locale={locale} />
            </dd>
            <dt>{t('size')}</dt>
            <dd class="figure">
              {bytes(company.sizeBytes)}{' '}
              {company.sizeMeasuredAt !== null && (
                <span class="faint">{t('measured', { when: moment(company.sizeMeasuredAt) })}</span>
              )}
            </dd>
            <dt>{t('database')}</dt>
            <dd class="mono">
              {company.databaseKind} {company.databaseNamespace}
            </dd>
            {isServed(company) && (
              <>
                <dt>{t('backup')}</dt>
                <dd class="figure">
                  <BackupTag
                    backup={company.backup}
                    kind={company.databaseKind}
                    since={company.createdAt}
                    now={c.var.now}
                    locale={locale}
                  />
                  {company.backup?.name != null && <div class="mono faint">{company.backup.name}</div>}
                </dd>
              </>
            )}
            {company.stateReason !== null && (
              <>
                <dt>{t('reason')}</dt>
                <dd>{company.stateReason}</dd>
              </>
            )}
          </dl>
        </section>
        {mayBecome(company.state, 'closed') && (
          <section class="card">
            <h2>{t('deeds')}</h2>
            <Deeds c={c} company={company} {...(refused && { refused })} />
          </section>
        )}
      </div>
      <h2>{t('history')}</h2>
      <HistoryTable c={c} items={history} />
    </OperatorPage>
  )
}

/** What the register does not keep of an error. */
const unknown = { status: '—', tag: '—' }

/** What stopped setting up or upgrading: where, and why in words, with the code that a colleague can look for. */
function Failures({ c, company }: { c: HttpContext; company: ListedCompany }) {
  const { locale } = c.var
  const t = operatorTexter(locale)
  const { provisioningFailure, provisioningStep, schemaFailure, storageFullAt, backup, state } = company
  const step = (baseTexts as Record<string, Text>)[`step.${provisioningStep}`]
  const [tag, code = tag] = (schemaFailure ?? '').split(' ')
  return (
    <>
      {state === 'provisioning' && provisioningFailure !== null && (
        <div class="notice bad">
          <p>
            {step === undefined
              ? t('failure.start')
              : t('failure.provisioning', { step: fill(step, locale) })}
          </p>
          <p>{errorText(provisioningFailure, locale, unknown)}</p>
          <p class="mono">{provisioningFailure}</p>
        </div>
      )}
      {state !== 'closed' && schemaFailure !== null && (
        <div class="notice bad">
          <p>{t('failure.schema')}</p>
          <p>{errorText(code ?? '', locale, { ...unknown, tag: tag ?? '' })}</p>
          <p class="mono">{schemaFailure}</p>
        </div>
      )}
      {state !== 'closed' && storageFullAt !== null && (
        <div class="notice bad">
          <p>{t('failure.storage', { when: moment(storageFullAt) })}</p>
        </div>
      )}
      {state !== 'closed' && backup?.failure != null && (
        <div class="notice bad">
          <p>{t('failure.backup', { when: moment(backup.failedAt ?? 0) })}</p>
          <p>{errorText(backup.failure, locale, unknown)}</p>
          <p class="mono">{backup.failure}</p>
        </div>
      )}
    </>
  )
}
