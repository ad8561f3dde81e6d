import type { AuditVerdict } from '@heju/core/platform/audit-chain'
import type { Operator } from '@heju/core/platform/operators'
import type { AuditRow } from '@heju/core/platform/tenancy'
import type { HttpContext } from '../http/env.ts'
import { OperatorPage } from './layout.tsx'
import { actionText, actorText, moment, operatorTexter } from './show.ts'
import { Verdict } from './verdict.tsx'

/** Everything that was done on the platform, newest first. */
export function HistoryPage(props: {
  c: HttpContext
  operator: Operator
  items: AuditRow[]
  next: number | null
  /** What became of comparing the log with its chain, when that was asked for. */
  verdict: AuditVerdict | undefined
}) {
  const { c, operator, items, next, verdict } = props
  const t = operatorTexter(c.var.locale)
  return (
    <OperatorPage c={c} title={t('history')} operator={operator} under="/operator/history">
      <div class="heading">
        <h1>{t('history')}</h1>
        <a class="button quiet small" href="/operator/history?verify=1">
          {t('verify')}
        </a>
      </div>
      {verdict !== undefined && <Verdict c={c} verdict={verdict} />}
      <HistoryTable c={c} items={items} withSubject />
      {next !== null && (
        <p class="more">
          <a class="button quiet small" href={`/operator/history?before=${next}`}>
            {t('next')}
          </a>
        </p>
      )}
    </OperatorPage>
  )
}

export function HistoryTable(props: { c: HttpContext; items: AuditRow[]; withSubject?: boolean }) {
  const { c, items, withSubject = false } = props
  const { locale } = c.var
  const t = operatorTexter(locale)
  return (
    <div class="sheet">
      {items.length === 0 ? (
        <p class="empty">{t('noHistory')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('when')}</th>
              <th scope="col">{t('who')}</th>
              <th scope="col">{t('what')}</th>
              {withSubject && <th scope="col">{t('subject')}</th>}
              <th scope="col">{t('reason')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((row) => (
              <tr>
                <td class="tight figure">{moment(row.at)}</td>
                <td>{row.operatorName ?? actorText(row.actorKind, locale)}</td>
                <td>{actionText(row.action, locale)}</td>
                {withSubject && (
                  <td>
                    {row.subjectId.startsWith('comp_') ? (
                      <a href={`/operator/companies/${row.subjectId}`}>{row.subjectName ?? row.subjectId}</a>
                    ) : (
                      (row.subjectName ?? '')
                    )}
                  </td>
                )}
                <td>{reasonOf(row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

function reasonOf(row: AuditRow): string {
  const { reason } = JSON.parse(row.detailJson) as { reason?: string }
  return reason ?? ''
}
