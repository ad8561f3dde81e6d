import type { Receipt } from '@heju/core/fees/payments'
import { translator } from '@heju/i18n'
import { paymentTexts } from '@heju/core/fees/payments/texts'
import type { Child } from 'hono/jsx'
import { Document } from '../base/layout.tsx'
import type { HttpContext } from '../http/env.ts'
import { Items } from './items.tsx'
import { papers, receiptStyle, type Paper } from './style.ts'

interface PageProps {
  c: HttpContext
  /** `copy` is the one that goes to the printer now, null when it is only looked at. */
  receipt: Receipt
  paper: Paper
}

/** A receipt to be printed by staff: the sheet itself, and above it what is not printed. */
export function ReceiptPage({ c, receipt, paper }: PageProps) {
  const { locale } = c.var
  const t = translator(paymentTexts, locale)
  return (
    <Document
      title={`${t('receipt')} ${receipt.number}`}
      locale={locale}
      style={receiptStyle(paper, receipt.items.length)}
    >
      <Tools c={c} receipt={receipt} paper={paper} />
      <main>
        <Sheet c={c} receipt={receipt} />
      </main>
      {receipt.copy !== null && <script src="/receipts/print.js" defer></script>}
    </Document>
  )
}

function Tools({ c, receipt, paper }: PageProps) {
  const t = translator(paymentTexts, c.var.locale)
  const path = `/receipts/${receipt.id}`
  const print = receipt.copy === null ? '' : `&print=${encodeURIComponent(c.req.query('print') ?? '')}`
  return (
    <div class="tools">
      <nav aria-label={t('paper.label')}>
        {papers.map((each) => (
          <a href={`${path}?paper=${each}${print}`} aria-current={each === paper ? 'page' : undefined}>
            {t(`paper.${each}`)}
          </a>
        ))}
      </nav>
      {receipt.copy === null ? (
        <form method="post" action={`${path}/prints?paper=${paper}`}>
          <input type="hidden" name="requestId" value={crypto.randomUUID()} />
          <button type="submit">{t('print')}</button>
        </form>
      ) : (
        <p>{t('printNow', { paper: t(`paper.${paper}`) })}</p>
      )}
      <p>{t('printCounted', { copies: receipt.copies })}</p>
    </div>
  )
}

function Sheet({ c, receipt }: { c: HttpContext; receipt: PageProps['receipt'] }) {
  const t = translator(paymentTexts, c.var.locale)
  return (
    <article>
      <h1>
        {receipt.company}
        <br />
        {t('receipt')}
      </h1>
      <Mark c={c} copy={receipt.copy} />
      {receipt.void && <Void c={c} reason={receipt.voidReason} />}
      <Facts
        rows={[
          [t('number'), receipt.number],
          [t('issuedOn'), receipt.issuedOn],
          [t('payer'), receipt.payer],
          [t('project'), receipt.project],
          [t('method'), t(`method.${receipt.method}`)],
          [t('paidOn'), receipt.paidOn],
          ...(receipt.referenceNo === null ? [] : [[t('reference'), receipt.referenceNo] as const]),
        ]}
      />
      <Items c={c} receipt={receipt} />
      <p>
        {t('capitals')} <b lang="zh-CN">{receipt.capitals}</b>
      </p>
      <div class="signed">
        <span>
          {t('seal')} {receipt.company}
        </span>
        <span>
          {t('cashier')} {receipt.cashier || (receipt.method === 'wechat_pay' ? t('online') : '')}
        </span>
      </div>
      <p class="soft">{t('notInvoice')}</p>
    </article>
  )
}

/**
 * What a copy says of itself: the first that went to the printer is the original and says nothing, later ones are reprints.
 * What is only looked at is a preview; printed past the counter it says so, lest it be taken for the original.
 */
function Mark({ c, copy }: { c: HttpContext; copy: number | null }) {
  const t = translator(paymentTexts, c.var.locale)
  if (copy === 1) return null
  if (copy !== null) return <span class="mark">{t('copy', { copy })}</span>
  return (
    <>
      <span class="mark on-screen">{t('preview')}</span>
      <span class="mark on-paper">{t('uncounted')}</span>
    </>
  )
}

function Void({ c, reason }: { c: HttpContext; reason: string | null }) {
  const t = translator(paymentTexts, c.var.locale)
  return (
    <>
      <span class="void" aria-hidden="true">
        {t('void')}
      </span>
      <p class="notice">
        {t('voidText')} {reason !== null && t('voidReason', { reason })}
      </p>
    </>
  )
}

function Facts({ rows }: { rows: readonly (readonly [string, Child])[] }) {
  return (
    <dl>
      {rows.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
