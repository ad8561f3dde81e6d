import { isLate } from '@heju/core/platform/backups'
import type { Operator } from '@heju/core/platform/operators'
import {
  isBehind,
  type BackupRow,
  type CompanyCounts,
  type CompanyFilter,
  type ListedCompany,
} from '@heju/core/platform/tenancy'
import type { CompanyRow } from '@heju/db'
import { companyStates } from '@heju/db/platform-tables'
import type { Locale } from '@heju/i18n'
import type { HttpContext } from '../http/env.ts'
import { BackupTag } from './backup-tag.tsx'
import { OperatorPage } from './layout.tsx'
import { bytes, moment, operatorTexter } from './show.ts'

export interface CompaniesPageProps {
  c: HttpContext
  operator: Operator
  filter: CompanyFilter
  items: ListedCompany[]
  platformBackup: BackupRow | null
  next: string | null
  counts: CompanyCounts
  latestTag: string
  /** How many were just sent for by “upgrade all”. */
  upgrading?: number | undefined
}

/** All companies of the installation, newest first, with what needs an operator's eye in front. */
export function CompaniesPage(props: CompaniesPageProps) {
  const { c, operator, filter, items, platformBackup, next, counts, latestTag, upgrading } = props
  const t = operatorTexter(c.var.locale)
  const filtered = Object.values(filter).some((value) => value !== undefined)
  return (
    <OperatorPage c={c} title={t('companies')} operator={operator} under="/operator">
      <div class="heading">
        <h1>{t('companies')}</h1>
        <span class="faint">
          {t('latest', { tag: latestTag })} · <PlatformBackup c={c} backup={platformBackup} />
        </span>
        <form method="post" action="/operator/upgrade">
          <input type="hidden" name="requestId" value={crypto.randomUUID()} />
          <button class="button quiet small" type="submit">
            {t('upgradeAll')}
          </button>
        </form>
      </div>
      {upgrading !== undefined && (
        <p class="notice good" role="status">
          {t('upgradeSent', { count: upgrading })}
        </p>
      )}
      <Tallies counts={counts} filter={filter} t={t} />
      <form class="seek" method="get" action="/operator">
        <input name="search" value={filter.search ?? ''} aria-label={t('search')} placeholder={t('search')} />
        <button class="button quiet small" type="submit">
          {t('find')}
        </button>
      </form>
      <div class="sheet">
        {items.length === 0 ? (
          <p class="empty">{t(filtered ? 'none' : 'noneYet')}</p>
        ) : (
          <table>
            <thead>
              <tr>
                <th scope="col">{t('name')}</th>
                <th scope="col">{t('address')}</th>
                <th scope="col">{t('state')}</th>
                <th scope="col">{t('schema')}</th>
                <th scope="col" class="number">
                  {t('size')}
                </th>
                <th scope="col">{t('backup')}</th>
                <th scope="col" class="number">
                  {t('created')}
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((row) => (
                <tr>
                  <td>
                    <a href={`/operator/companies/${row.id}`}>{row.name}</a>
                  </td>
                  <td class="mono">{row.slug}</td>
                  <td class="tight">
                    <StateTag row={row} locale={c.var.locale} />
                  </td>
                  <td>
                    <SchemaTag row={row} latestTag={latestTag} locale={c.var.locale} />
                  </td>
                  <td class="number">
                    {bytes(row.sizeBytes)}{' '}
                    {row.sizeMeasuredAt !== null && (
                      <span class="faint">{t('measured', { when: moment(row.sizeMeasuredAt) })}</span>
                    )}{' '}
                    {row.storageFullAt !== null && <span class="tag bad">{t('storageFull')}</span>}
                  </td>
                  <td>
                    {isServed(row) && (
                      <BackupTag
                        backup={row.backup}
                        kind={row.databaseKind}
                        since={row.createdAt}
                        now={c.var.now}
                        locale={c.var.locale}
                      />
                    )}
                  </td>
                  <td class="number">{moment(row.createdAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      {next !== null && (
        <p class="more">
          <a class="button quiet small" href={`/operator?${query({ ...filter, after: next })}`}>
            {t('next')}
          </a>
        </p>
      )}
    </OperatorPage>
  )
}

type Translate = ReturnType<typeof operatorTexter>

function Tallies({ counts, filter, t }: { counts: CompanyCounts; filter: CompanyFilter; t: Translate }) {
  const all = Object.values(counts.states).reduce((sum, count) => sum + count, 0)
  const pure = filter.search === undefined
  return (
    <div class="tallies">
      <a href="/operator" aria-current={pure && !filter.state && !filter.schema ? 'page' : undefined}>
        {t('all')} <b>{all}</b>
      </a>
      {companyStates.map((state) => (
        <a href={`/operator?state=${state}`} aria-current={filter.state === state ? 'page' : undefined}>
          {t(`state.${state}`)} <b>{counts.states[state]}</b>
        </a>
      ))}
      {(['behind', 'failing'] as const).map((kind) => (
        <a
          class={kind === 'failing' && counts.failing > 0 ? 'bad' : undefined}
          href={`/operator?schema=${kind}`}
          aria-current={filter.schema === kind ? 'page' : undefined}
        >
          {t(kind)} <b>{counts[kind]}</b>
        </a>
      ))}
    </div>
  )
}

const tones = { provisioning: 'brand', active: 'good', suspended: 'warn', closed: '' } as const

export function StateTag({ row, locale }: { row: CompanyRow; locale: Locale }) {
  const t = operatorTexter(locale)
  const stuck = row.provisioningFailure !== null && row.state === 'provisioning'
  return (
    <>
      <span class={`tag ${tones[row.state]}`}>{t(`state.${row.state}`)}</span>{' '}
      {stuck && <span class="tag bad">{t('failing')}</span>}
    </>
  )
}

export function SchemaTag({
  row,
  latestTag,
  locale,
}: {
  row: CompanyRow
  latestTag: string
  locale: Locale
}) {
  const t = operatorTexter(locale)
  return (
    <>
      <span class="mono">{row.schemaTag ?? '—'}</span>{' '}
      {isServed(row) && isBehind(row.schemaTag, latestTag) && <span class="tag warn">{t('behind')}</span>}{' '}
      {row.schemaFailure !== null && <span class="tag bad">{t('failing')}</span>}
    </>
  )
}

/** Whose people get in: it is upgraded and backed up. */
export function isServed({ state }: CompanyRow): boolean {
  return state === 'active' || state === 'suspended'
}

/** The one database that lists all others; an installation that is new has no backup of it before its first night. */
function PlatformBackup({ c, backup }: { c: HttpContext; backup: BackupRow | null }) {
  const t = operatorTexter(c.var.locale)
  const when = backup?.doneAt == null ? t('backupNone') : moment(backup.doneAt)
  const late = backup?.doneAt != null && isLate(backup.doneAt, c.var.now)
  return (
    <>
      {t('platformBackup', { when })}{' '}
      {backup?.failure != null ? (
        <span class="tag bad">{t('backupFailing')}</span>
      ) : (
        late && <span class="tag warn">{t('backupLate')}</span>
      )}
    </>
  )
}

function query(values: CompanyFilter): string {
  const given = Object.entries(values).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return new URLSearchParams(given).toString()
}
