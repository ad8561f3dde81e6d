import * as billing from '@heju/core/fees/billing'
import { myOpenBills, recordPayment } from '@heju/core/fees/payments'
import {
  addDays,
  addMonths,
  civilDateOf,
  firstDay,
  instantOf,
  periodAt,
  type CivilDate,
  type Period,
} from '@heju/kernel'
import { complaintsOf } from './complaints.ts'
import type { Life } from './life.ts'
import { answersOf } from './surveys.ts'

const monthsOfLife = 6

/** Six months of bills, payments, reminders, complaints and surveys, up to the present. */
export async function liveThrough(life: Life, say: (line: string) => void): Promise<void> {
  const thisMonth = periodAt(life.present)
  await setTariffs(life, addMonths(thisMonth, -monthsOfLife))
  for (let back = monthsOfLife; back >= 0; back--) {
    const period = addMonths(thisMonth, -back)
    say(`  ${period} (${monthsOfLife + 1 - back} of ${monthsOfLife + 1})`)
    await month(life, period)
  }
}

/** The first day of the demo's life, before anything was billed. */
export function beginningOf(present: number): number {
  return instantOf(firstDay(addMonths(periodAt(present), -monthsOfLife)), '08:00')
}

async function setTariffs({ past, estates, staff, items }: Life, from: Period): Promise<void> {
  past.now = instantOf(firstDay(from), '09:00')
  const approval = { approvalKind: 'contract' as const, approvalNo: `HT-${from}`, approvalOn: firstDay(from) }
  for (const { plan, projectId } of estates) {
    const ctx = past.as(staff.manager, 'project_manager')
    const { guided } = plan
    const guidance = guided && {
      grade: guided.grade,
      baseE4: guided.base * 10_000,
      rangeE4: guided.range * 100,
    }
    const common = { projectId, fromOn: firstDay(from), approval }
    await billing.createTariff(ctx, {
      ...common,
      requestId: past.requestId(),
      tariffId: past.id('tariff'),
      name: '物业服务费',
      feeItem: 'property',
      basis: 'area',
      scope: { kind: 'project' },
      priceE4: Math.round(plan.price * 10_000),
      guidance: guidance ?? null,
    })
    await billing.createTariff(ctx, {
      ...common,
      requestId: past.requestId(),
      tariffId: past.id('tariff'),
      name: '车位服务费',
      feeItem: 'parking',
      basis: 'parking_space',
      scope: { kind: 'project' },
      priceE4: plan.parking.price * 10_000,
    })
    if (guided === undefined) continue
    // Homes have their waste carried away; what offices pay for that is in their fee.
    await billing.createTariff(ctx, {
      ...common,
      requestId: past.requestId(),
      tariffId: past.id('tariff'),
      name: '生活垃圾清运费',
      feeItem: items.waste,
      basis: 'room',
      scope: { kind: 'project' },
      priceE4: 80_000,
    })
  }
}

/** One month, day by day; what lies after the present does not happen. */
async function month(life: Life, period: Period): Promise<void> {
  const { past } = life
  const days: [number, string, () => Promise<void>][] = [
    [1, '09:30', () => bill(life, period)],
    [3, '10:30', () => past.run('surveys')],
    [6, '10:00', () => pay(life, 'plan')],
    [8, '10:00', () => complaintsOf(life, period)],
    [8, '10:30', () => past.run('surveys')],
    [12, '15:00', () => answersOf(life)],
    [17, '09:30', () => past.run('reminders')],
    [19, '09:00', () => past.run('surveys')],
    [21, '10:30', () => past.run('reminders')],
    [26, '15:00', () => pay(life, 'late')],
  ]
  for (const [day, time, happen] of days) {
    past.now = instantOf(addDays(firstDay(period), day - 1), time)
    if (past.now < life.present) await happen()
  }
}

async function bill({ past, estates, staff }: Life, period: Period): Promise<void> {
  const ctx = past.as(staff.manager, 'project_manager')
  const dueOn = addDays(firstDay(period), 19)
  for (const { projectId } of estates) {
    const runId = past.id('brun')
    await billing.draftBillRun(ctx, { requestId: past.requestId(), runId, projectId, period, dueOn })
    await billing.publishBillRun(ctx, { requestId: past.requestId(), runId })
  }
  await past.settle()
}

/** Some pay as the bills come, some after they were reminded, a few not at all. */
async function pay(life: Life, when: 'plan' | 'late'): Promise<void> {
  const { past, estates, staff, chance } = life
  const onPhone = await leftForThePhone(life)
  const ctx = past.as(staff.cashier, 'cashier')
  const paidOn = civilDateOf(past.now) as CivilDate
  for (const { plan, projectId } of estates) {
    const { paysOnTime, paysInTheEnd } = plan
    const rest = 100 - (100 * (100 - paysInTheEnd)) / Math.max(1, 100 - paysOnTime)
    const often = when === 'plan' ? paysOnTime : rest
    for (const lines of await owedByPayer(ctx, projectId)) {
      if (!chance.percent(often) || lines.some(({ billId }) => onPhone.has(billId))) continue
      const method = chance.pick(['cash', 'transfer', 'pos'] as const)
      const referenceNo = method === 'cash' ? '' : String(chance.between(100_000, 999_999))
      await recordPayment(
        ctx,
        {
          requestId: past.requestId(),
          paymentId: past.id('pay'),
          method,
          paidOn,
          lines,
          referenceNo,
        },
        past.ports(),
      )
    }
  }
  await past.settle()
}

/** The bills of this month that are paid on the phone, at the present time. */
async function leftForThePhone({ past, payers, present }: Life): Promise<Set<string>> {
  if (periodAt(past.now) !== periodAt(present)) return new Set()
  const bills = new Set<string>()
  for (const { id } of payers) for (const open of await myOpenBills(past.asOwner(id), id)) bills.add(open.id)
  return bills
}

async function owedByPayer(ctx: Parameters<typeof billing.billList.page>[0], projectId: string) {
  const payers = new Map<string, { billId: string; amountFen: number }[]>()
  for (let after: string | undefined; ;) {
    const page = await billing.billList.page(ctx, {
      projectId,
      owed: 'owed',
      limit: 200,
      ...(after && { after }),
    })
    for (const { id, payerPersonId, amountFen, paidFen } of page.items) {
      const lines = payers.get(payerPersonId) ?? []
      lines.push({ billId: id, amountFen: amountFen - paidFen })
      payers.set(payerPersonId, lines)
    }
    if (page.next === null) return [...payers.values()]
    after = page.next
  }
}
