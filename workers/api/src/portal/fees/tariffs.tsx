import { feeItemName } from '@heju/core/fees/items'
import { listPublicTariffs, type PublicTariff } from '@heju/core/fees/billing'
import { translator } from '@heju/i18n'

import { portalTariffs } from './tariff-texts.ts'
import { Hono } from 'hono'
import { withCtx } from '../../http/company.ts'
import type { HttpContext, HttpEnv } from '../../http/env.ts'
import { basisLines } from './bill-explained.tsx'
import { Page } from '../page.tsx'
import { Empty, Facts } from '../parts.tsx'
import { decimal, showFor } from '../show.ts'

/** What is charged, made public to every owner whether they ask or not (民法典 943, D129). */
export const tariffPages = new Hono<HttpEnv>().get('/tariffs', async (c) =>
  c.html(<TariffsPage c={c} tariffs={await withCtx(c, listPublicTariffs)} />),
)

function TariffsPage({ c, tariffs }: { c: HttpContext; tariffs: readonly PublicTariff[] }) {
  const t = translator(portalTariffs, c.var.locale)
  const projects = Map.groupBy(tariffs, (tariff) => tariff.projectId)
  return (
    <Page c={c} title={t('title')} tab="bills" back="/portal/bills">
      <h1>{t('title')}</h1>
      {tariffs.length === 0 ? (
        <Empty title={t('none')}>
          <p class="soft">{t('noneText')}</p>
        </Empty>
      ) : (
        <p class="soft">{t('about')}</p>
      )}
      {[...projects].map(([id, theirs]) => (
        <section aria-labelledby={id}>
          <h2 id={id}>{theirs[0]?.projectName}</h2>
          {theirs.map((tariff) => (
            <TariffCard c={c} tariff={tariff} />
          ))}
        </section>
      ))}
    </Page>
  )
}

function TariffCard({ c, tariff }: { c: HttpContext; tariff: PublicTariff }) {
  const t = translator(portalTariffs, c.var.locale)
  const { money, date } = showFor(c)
  const { name, feeItem, itemName, basis, priceE4, additionFen, fromOn, toOn } = tariff
  const standsOn = basisLines(c, tariff)
  const from = date(fromOn)
  return (
    <div class="card">
      <h3>{name}</h3>
      <p class="strong">
        {t(`per.${basis}`, { price: decimal(priceE4, 4) })}
        {additionFen > 0 && <span class="soft under">{t('addition', { amount: money(additionFen) })}</span>}
      </p>
      <Facts
        rows={[
          [t('kind'), feeItemName({ id: feeItem, name: itemName }, c.var.locale)],
          [t('inForce'), toOn === null ? t('since', { from }) : t('span', { from, to: date(toOn) })],
        ]}
      />
      <p class="soft">{t('basis')}</p>
      {(standsOn.length === 0 ? [t('noBasis')] : standsOn).map((line) => (
        <p>{line}</p>
      ))}
    </div>
  )
}
