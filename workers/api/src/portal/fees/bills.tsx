import { listMyBills, mostBills, readMyBill, type MyBill, type MyBillPage } from '@heju/core/fees/payments'
import { noteReading, type UnreadDemand } from '@heju/core/fees/reminders'
import { translator } from '@heju/i18n'
import { portalBills } from './bill-texts.ts'
import { portalTariffs } from './tariff-texts.ts'
import { paymentTexts } from '@heju/core/fees/payments/texts'
import { civilDateOf, newId } from '@heju/kernel'
import { Hono } from 'hono'
import { withCtx } from '../../http/company.ts'
import { ctxBehind } from '../../http/context.ts'
import type { HttpContext, HttpEnv } from '../../http/env.ts'
import { getOnly } from '../../http/get-only.ts'
import { BillExplained } from './bill-explained.tsx'
import type { Problems } from '../forms.ts'
import { Page, portalText } from '../page.tsx'
import { Call, Empty, Facts, Hidden, Refused } from '../parts.tsx'
import { showFor } from '../show.ts'

/** What an owner owes, bill by bill. */
export const billPages = new Hono<HttpEnv>()
  .get('/bills', getOnly, async (c) => c.html(await billsPage(c)))
  .get('/bills/:id', getOnly, async (c) => {
    const { unread, ...page } = await withCtx(c, (ctx) => readMyBill(ctx, c.req.param('id')))
    await noteLater(c, unread)
    return c.html(<BillPage c={c} {...page} />)
  })

/** The open bills, with what went wrong the last time they were sent off. */
export async function billsPage(c: HttpContext, problems?: Problems) {
  const { bills, unread } = await withCtx(c, listMyBills)
  await noteLater(c, unread)
  return <BillsPage c={c} bills={bills} problems={problems} />
}

/**
 * Puts on record that demands were read, behind the answer: nobody waits for it. What fails is noted when they look
 * again.
 */
async function noteLater(c: HttpContext, unread: readonly UnreadDemand[]): Promise<void> {
  if (unread.length === 0) return
  const ctx = await ctxBehind(c)
  c.executionCtx.waitUntil(noteReading(ctx, unread).catch(() => undefined))
}

function BillsPage({
  c,
  bills,
  problems,
}: {
  c: HttpContext
  bills: readonly MyBill[]
  problems?: Problems | undefined
}) {
  const t = translator(portalBills, c.var.locale)
  const projects = Map.groupBy(bills, (bill) => bill.projectId)
  return (
    <Page c={c} title={t('title')} tab="bills">
      <h1>{t('title')}</h1>
      <Refused problems={problems} />
      {bills.length === 0 && (
        <Empty title={t('none')}>
          <p class="soft">{t('noneText')}</p>
        </Empty>
      )}
      {[...projects.values()].map((theirs) => (
        <ProjectBills c={c} bills={theirs} named={projects.size > 1} />
      ))}
      <div class="weui-cells">
        <a class="weui-cell weui-cell_access" href="/portal/payments">
          <span class="weui-cell__bd">{t('history')}</span>
          <span class="weui-cell__ft"></span>
        </a>
        <a class="weui-cell weui-cell_access" href="/portal/tariffs">
          <span class="weui-cell__bd">{translator(portalTariffs, c.var.locale)('title')}</span>
          <span class="weui-cell__ft"></span>
        </a>
      </div>
    </Page>
  )
}

/** The bills of one project, with how they are paid: online where its money has somewhere to go, else at the desk. */
function ProjectBills(props: { c: HttpContext; bills: readonly MyBill[]; named: boolean }) {
  const { c, bills, named } = props
  const [{ projectName = '', projectPhone = '', online = 0 } = {}] = bills
  if (online) return <PayableBills {...props} />
  return (
    <section aria-label={projectName}>
      {named && <h2>{projectName}</h2>}
      <p class="notice">{translator(portalBills, c.var.locale)('offline')}</p>
      <Call c={c} phone={projectPhone} />
      {[...Map.groupBy(bills, (bill) => bill.placeId).values()].map((theirs) => (
        <RoomBills c={c} bills={theirs} />
      ))}
    </section>
  )
}

/** Bills to choose from: each project has its own merchant, so what is paid at once is of one project. */
function PayableBills({ c, bills, named }: { c: HttpContext; bills: readonly MyBill[]; named: boolean }) {
  const t = translator(portalBills, c.var.locale)
  const choice = c.req.query('choose')
  // Due first, ticked first: one payment settles so many bills at most.
  const first = new Set(bills.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1)).slice(0, mostBills))
  const ticked = choice === 'none' ? new Set<MyBill>() : first
  const chosenFen = [...ticked].reduce((sum, bill) => sum + owedFen(bill), 0)
  const rooms = Map.groupBy(bills, (bill) => bill.placeId)
  const [{ projectName = '', projectPhone = '' } = {}] = bills
  const inWechat = /MicroMessenger/i.test(c.req.header('user-agent') ?? '')
  return (
    <form method="post" action="/portal/payments" data-island="chosen" aria-label={projectName}>
      {named && <h2>{projectName}</h2>}
      <Hidden values={{ requestId: newId('req', c.var.now), orderId: newId('ord', c.var.now) }} />
      {bills.length > mostBills && <p class="notice">{t('tooMany', { most: mostBills })}</p>}
      <p class="choose">
        <a href="/portal/bills" data-choose="all">
          {t('chooseAll')}
        </a>
        <a href="/portal/bills?choose=none" data-choose="none">
          {t('chooseNone')}
        </a>
      </p>
      {[...rooms.values()].map((theirs) => (
        <RoomBills c={c} bills={theirs} ticked={ticked} />
      ))}
      <div class="paybar">
        <p>
          {t('chosen')} <output class="figure money">{showFor(c).money(chosenFen)}</output>
        </p>
        {!inWechat && (
          <button class="weui-btn weui-btn_primary on-phone" type="submit" name="scene" value="h5">
            {t('pay')}
          </button>
        )}
        <button class="weui-btn weui-btn_primary on-desk" type="submit" name="scene" value="native">
          {t('payByCode')}
        </button>
      </div>
      {inWechat && <p class="notice">{t('inWechat')}</p>}
      <button class="weui-btn weui-btn_default on-phone" type="submit" name="scene" value="native">
        {t('payByCode')}
      </button>
      <p class="soft">
        {t('payByCodeNote')} {t('atDesk')}
      </p>
      <Call c={c} phone={projectPhone} />
    </form>
  )
}

function RoomBills({
  c,
  bills,
  ticked,
}: {
  c: HttpContext
  bills: readonly MyBill[]
  /** Which are chosen to be paid; absent where they cannot be. */
  ticked?: ReadonlySet<MyBill>
}) {
  const t = translator(portalBills, c.var.locale)
  const sum = bills.reduce((total, bill) => total + owedFen(bill), 0)
  return (
    <fieldset class="bills">
      <legend>
        {bills[0] && placeOf(c, bills[0])}
        <span class="soft">{t('roomSum', { bills: bills.length, amount: showFor(c).money(sum) })}</span>
      </legend>
      {bills.map((bill) => (
        <OpenBill c={c} bill={bill} ticked={ticked?.has(bill)} />
      ))}
    </fieldset>
  )
}

function OpenBill({ c, bill, ticked }: { c: HttpContext; bill: MyBill; ticked: boolean | undefined }) {
  const t = translator(portalBills, c.var.locale)
  const show = showFor(c)
  const owed = owedFen(bill)
  const late = isLate(c, bill)
  const Row = ticked === undefined ? 'div' : 'label'
  return (
    <div class="bill">
      <Row class="bill-row">
        {ticked !== undefined && (
          <input type="checkbox" name="billId" value={bill.id} checked={ticked} data-fen={String(owed)} />
        )}
        <span class="bill-name">
          {show.month(bill.period)} {bill.fee}
          <span class={late ? 'late' : 'soft'}>
            {t(late ? 'lateSince' : 'dueOn', { day: show.day(bill.dueOn) })}
          </span>
          {bill.paidFen > 0 && (
            <span class="soft">
              {t('paidPart', { paid: show.money(bill.paidFen), owed: show.money(owed) })}
            </span>
          )}
        </span>
        <span class="money">{show.money(owed)}</span>
      </Row>
      {bill.orderId !== null && (
        <p class="soft">
          <a href={`/portal/payments/${bill.orderId}`}>{t('beingPaid')}</a>
        </p>
      )}
      <details>
        <summary>{t('how')}</summary>
        <BillExplained c={c} bill={bill} />
        <a href={`/portal/bills/${bill.id}`}>{t('detail')}</a>
      </details>
    </div>
  )
}

function BillPage({ c, bill, payments }: { c: HttpContext } & Omit<MyBillPage, 'unread'>) {
  const t = translator(portalBills, c.var.locale)
  const show = showFor(c)
  const owed = owedFen(bill)
  const state = bill.state === 'void' ? 'void' : owed === 0 ? 'paid' : isLate(c, bill) ? 'late' : 'owed'
  return (
    <Page c={c} title={t('billTitle')} tab="bills" back="/portal/bills">
      <h1>
        {show.month(bill.period)} {bill.fee}
      </h1>
      <div class="card">
        <p class="figure">{show.money(bill.amountFen)}</p>
        <p>
          <span class={`tag ${tones[state]}`}>{t(`state.${state}`)}</span>
        </p>
        <Facts
          rows={[
            [t('place'), `${bill.projectName} ${placeOf(c, bill)}`],
            [t('payer'), bill.payerName],
            [t('due'), show.date(bill.dueOn)],
            bill.paidFen > 0 ? [t('paid'), show.money(bill.paidFen)] : null,
            bill.voidReason ? [t('voidReason'), bill.voidReason] : null,
          ]}
        />
        {owed > 0 && !bill.online && <p class="notice">{t('offline')}</p>}
        {owed > 0 && bill.online === 1 && (
          <a class="weui-btn weui-btn_primary" href="/portal/bills">
            {t('payThis')}
          </a>
        )}
      </div>
      <h2>{t('how')}</h2>
      <div class="card">
        <BillExplained c={c} bill={bill} />
      </div>
      {payments.length > 0 && (
        <section aria-labelledby="payments">
          <h2 id="payments">{t('payments')}</h2>
          <div class="weui-cells">
            {payments.map((paid) => (
              <PaidPart c={c} paid={paid} />
            ))}
          </div>
        </section>
      )}
      <Call c={c} phone={bill.projectPhone} />
    </Page>
  )
}

/** What was paid towards a bill, with its receipt; a reversal has none. */
function PaidPart({ c, paid }: { c: HttpContext; paid: MyBillPage['payments'][number] }) {
  const t = translator(paymentTexts, c.var.locale)
  const show = showFor(c)
  const cells = (
    <>
      <span class="weui-cell__bd">
        {show.date(paid.paidOn)}
        <span class="soft"> {t(`method.${paid.method}`)}</span>
      </span>
      <span class="weui-cell__ft money">{show.money(paid.amountFen)}</span>
    </>
  )
  if (paid.receiptId === null) return <div class="weui-cell">{cells}</div>
  return (
    <a class="weui-cell weui-cell_access" href={`/portal/receipts/${paid.receiptId}`}>
      {cells}
    </a>
  )
}

const tones = { void: '', paid: 'done', late: 'overdue', owed: 'warning' } as const

function owedFen(bill: MyBill): number {
  return bill.state === 'published' ? bill.amountFen - bill.paidFen : 0
}

function isLate(c: HttpContext, bill: MyBill): boolean {
  return bill.dueOn < civilDateOf(c.var.now, c.var.company.zone)
}

/** The name of a bill's place, a parking space with its word in the reader's language. */
function placeOf(c: HttpContext, { placeId, place }: MyBill): string {
  return placeId.startsWith('park_') ? portalText(c)('parking', { code: place }) : place
}
