import type { Page as ListPage } from '@heju/core'
import type { MyComplaint } from '@heju/core/desk/complaints'
import { translator } from '@heju/i18n'
import { portalComplaints } from './texts.ts'
import type { HttpContext } from '../../../http/env.ts'
import { Page, portalText } from '../../page.tsx'
import { Empty } from '../../parts.tsx'
import { ComplaintRow } from './complaint-row.tsx'

/** Everything that an owner reported, the newest first. */
export function ComplaintsPage({ c, list }: { c: HttpContext; list: ListPage<MyComplaint> }) {
  const t = translator(portalComplaints, c.var.locale)
  return (
    <Page c={c} title={t('title')} tab="complaints">
      <h1>{t('title')}</h1>
      <a class="weui-btn weui-btn_primary" href="/portal/complaints/new">
        {t('new')}
      </a>
      {list.items.length === 0 ? (
        <Empty title={t('none')}>
          <p class="soft">{t('noneText')}</p>
        </Empty>
      ) : (
        <div class="weui-cells">
          {list.items.map((complaint) => (
            <ComplaintRow c={c} complaint={complaint} />
          ))}
        </div>
      )}
      {list.next !== null && (
        <a class="weui-btn weui-btn_default" href={`/portal/complaints?after=${list.next}`}>
          {portalText(c)('more')}
        </a>
      )}
    </Page>
  )
}
