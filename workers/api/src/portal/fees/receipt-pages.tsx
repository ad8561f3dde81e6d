import type { MyHistory, OrderOutcome, Receipt, ReceiptRow } from '@heju/core/fees/payments'
import { translator } from '@heju/i18n'
import { portalHome } from '../people/home-texts.ts'
import { paymentTexts } from '@heju/core/fees/payments/texts'
import { portalPayments } from './payment-texts.ts'
import type { HttpContext } from '../../http/env.ts'
import { Items } from '../../receipts/items.tsx'
import { mismatchParts, paidFenOf } from '../mismatch.ts'
import { Page, portalText } from '../page.tsx'
import { Empty, Facts } from '../parts.tsx'
import { showFor } from '../show.ts'

/** What was paid, the newest first, and what is not finished. */
export function ReceiptsPage({ c, receipts, underWay, decided }: { c: HttpContext } & MyHistory) {
  const t = translator(portalPayments, c.var.locale)
  return (
    <Page c={c} title={t('historyTitle')} tab="bills" back="/portal/bills">
      <h1>{t('historyTitle')}</h1>
      {underWay.length > 0 && (
        <section aria-labelledby="under-way">
          <h2 id="under-way">{t('underWay')}</h2>
          <div class="weui-cells">
            {underWay.map((order) => (
              <Order c={c} order={order} />
            ))}
          </div>
        </section>
      )}
      {decided.length > 0 && (
        <section aria-labelledby="decided">
          <h2 id="decided">{t('decided')}</h2>
          <div class="weui-cells">
            {decided.map((order) => (
              <Order c={c} order={order} />
            ))}
          </div>
        </section>
      )}
      {receipts.items.length === 0 ? (
        <Empty title={t('noReceipts')}>
          <p class="soft">{t('noReceiptsText')}</p>
        </Empty>
      ) : (
        <section aria-labelledby="receipts">
          <h2 id="receipts">{t('receipts')}</h2>
          <div class="weui-cells">
            {receipts.items.map((receipt) => (
              <ReceiptCell c={c} receipt={receipt} />
            ))}
          </div>
        </section>
      )}
      {receipts.next !== null && (
        <a class="weui-btn weui-btn_default" href={`/portal/payments?after=${receipts.next}`}>
          {portalText(c)('more')}
        </a>
      )}
    </Page>
  )
}

/** A payment that its receipt alone does not tell: what the payer sees in WeChat, and what became of all of it. */
function Order({ c, order }: { c: HttpContext; order: OrderOutcome }) {
  const t = translator(portalPayments, c.var.locale)
  const home = translator(portalHome, c.var.locale)
  const show = showFor(c)
  const { exceptionState: state, overtaken } = order
  const booked = order.bookedFen === 0 ? [] : [{ what: 'booked', fen: order.bookedFen }]
  const parts = state === null ? [] : [...booked, ...mismatchParts(order)]
  return (
    <a class="weui-cell weui-cell_access" href={`/portal/payments/${order.orderId}`}>
      <span class="weui-cell__bd">
        {state !== null ? t('exception', { state }) : t(overtaken ? 'overtaken' : 'waiting')}
        <span class="soft under">
          {[
            show.moment(order.createdAt),
            ...parts.map(({ what, fen }) => t('partOf', { what, amount: show.money(fen) })),
          ].join(' · ')}
        </span>
      </span>
      <span class="weui-cell__ft">
        <span class="money">{show.money(paidFenOf(order))}</span>{' '}
        {home(state !== null || overtaken ? 'look' : 'continue')}
      </span>
    </a>
  )
}

function ReceiptCell({ c, receipt }: { c: HttpContext; receipt: ReceiptRow }) {
  const t = translator(paymentTexts, c.var.locale)
  const show = showFor(c)
  return (
    <a class="weui-cell weui-cell_access" href={`/portal/receipts/${receipt.id}`}>
      <span class="weui-cell__bd">
        {show.date(receipt.paidOn)} {t(`method.${receipt.method}`)}
        <span class="soft under">
          {receipt.places} · <span class="number">{receipt.number}</span>
        </span>
      </span>
      <span class="weui-cell__ft money">
        {show.money(receipt.amountFen)}
        {receipt.void && <span class="tag overdue">{t('void')}</span>}
      </span>
    </a>
  )
}

/** A receipt as it was issued, to be read on the phone and printed on paper. */
export function ReceiptPage({ c, receipt }: { c: HttpContext; receipt: Receipt }) {
  const t = translator(paymentTexts, c.var.locale)
  const own = translator(portalPayments, c.var.locale)
  const show = showFor(c)
  return (
    <Page c={c} title={`${t('receipt')} ${receipt.number}`} tab="bills" back="/portal/payments">
      <article class="card receipt">
        <h1>{own('receiptOf', { company: receipt.company })}</h1>
        <p>
          <span class="tag">{t('view')}</span>
        </p>
        {receipt.void && (
          <div class="notice failed">
            <p>{t('voidText')}</p>
            {receipt.voidReason && <p>{t('voidReason', { reason: receipt.voidReason })}</p>}
          </div>
        )}
        <Facts
          rows={[
            [t('number'), <span class="money">{receipt.number}</span>],
            [t('issuedOn'), show.date(receipt.issuedOn)],
            [t('payer'), receipt.payer],
            [t('project'), receipt.project],
            [t('paidOn'), show.date(receipt.paidOn)],
            [t('method'), t(`method.${receipt.method}`)],
            receipt.referenceNo ? [t('reference'), <span class="number">{receipt.referenceNo}</span>] : null,
            receipt.cashier === '' ? null : [t('cashier'), receipt.cashier],
          ]}
        />
        <Items c={c} receipt={receipt} />
        <p>
          {t('capitals')} <b lang="zh-CN">{receipt.capitals}</b>
        </p>
        <p class="soft no-print">{t('notInvoice')}</p>
      </article>
      <button class="weui-btn weui-btn_primary no-print" type="button" data-island="print" hidden>
        {own('print')}
      </button>
      <p class="soft no-print">{own('printHint')}</p>
    </Page>
  )
}
