import type { DeadJob } from '@heju/core/platform/jobs'
import { platformSubject } from '@heju/db/platform-tables'
import type { Operator } from '@heju/core/platform/operators'
import type { HttpContext } from '../http/env.ts'
import { OperatorPage } from './layout.tsx'
import { moment, operatorTexter } from './show.ts'

/** Queue messages that were given up, to be sent again once their cause is mended. */
export function DeadJobsPage(props: { c: HttpContext; operator: Operator; items: DeadJob[]; sent: boolean }) {
  const { c, operator, items, sent } = props
  const t = operatorTexter(c.var.locale)
  return (
    <OperatorPage c={c} title={t('deadJobs')} operator={operator} under="/operator/dead-jobs">
      <div class="heading">
        <h1>{t('deadJobs')}</h1>
        <span class="soft">{t('deadJobsText')}</span>
      </div>
      {sent && (
        <p class="notice good" role="status">
          {t('sent')}
        </p>
      )}
      <div class="sheet">
        {items.length === 0 ? (
          <p class="empty">{t('noDeadJobs')}</p>
        ) : (
          <table>
            <thead>
              <tr>
                <th scope="col">{t('when')}</th>
                <th scope="col">{t('job')}</th>
                <th scope="col">{t('companies')}</th>
                <th scope="col">{t('deeds')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map(({ id, at, companyId, message }) => (
                <tr>
                  <td class="tight figure">{moment(at)}</td>
                  <td class="mono">{'job' in message ? `${message.type} ${message.job}` : message.type}</td>
                  <td class="mono">
                    {companyId === platformSubject ? (
                      companyId
                    ) : (
                      <a href={`/operator/companies/${companyId}`}>{companyId}</a>
                    )}
                  </td>
                  <td>
                    <form method="post" action={`/operator/dead-jobs/${id}/resend`}>
                      <button class="button quiet small" type="submit">
                        {t('resend')}
                      </button>
                    </form>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </OperatorPage>
  )
}
