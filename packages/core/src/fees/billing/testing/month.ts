import { newId, type CivilDate, type Period } from '@heju/kernel'
import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../../context.ts'
import { voidBill } from '../../payments/index.ts'
import { noProvider } from '../../payments/testing.ts'
import { as, freshRequestId, testCtx } from '../../../testing.ts'
import {
  assignTariff,
  chargesOfPlace,
  createTariff,
  doubleChargeList,
  draftBillRun,
  endAssignment,
  type FirstDecision,
  type OthersDecision,
  publishBillRun,
  type Scope,
  skipList,
  switchTariff,
} from '../index.ts'
import { Estate } from '../testing.ts'

export const inProject: Scope = { kind: 'project' }
export const single = (room: string): Scope => ({ kind: 'places', ids: [room as `room_${string}`] })

/** A project that is charged and billed by the verbs for November 2026, each a second after the one before. */
export class BillingMonth {
  readonly period = '2026-11' as Period
  ctx: Ctx
  readonly estate: Estate

  private constructor(ctx: Ctx, estate: Estate) {
    this.ctx = ctx
    this.estate = estate
  }

  static async lay(): Promise<BillingMonth> {
    const ctx = await testCtx()
    return new BillingMonth(ctx, await Estate.lay(ctx))
  }

  /** What comes next comes a second later. */
  later(): void {
    this.ctx = as(this.ctx, this.ctx.actor, this.ctx.now + 1_000)
  }

  /** A property tariff in use, in yuan per m² and month. @returns its id */
  async tariff(
    name: string,
    yuan: number,
    scope: Scope,
    { fromOn = '2026-01-01', others }: { fromOn?: string; others?: FirstDecision } = {},
  ): Promise<string> {
    this.later()
    const tariffId = newId('tariff', this.ctx.now)
    await createTariff(this.ctx, {
      requestId: freshRequestId(),
      tariffId,
      projectId: this.estate.projectId,
      name,
      feeItem: 'property',
      basis: 'area',
      scope,
      others,
      fromOn: fromOn as CivilDate,
      priceE4: yuan * 10_000,
      approval: { approvalKind: 'contract', approvalNo: 'HT-1', approvalOn: '2025-12-01' as CivilDate },
    })
    return tariffId
  }

  /** @param days from–to, or from– without an end */
  async assign(tariffId: string, scope: Scope, days: string, others?: OthersDecision): Promise<void> {
    this.later()
    const [fromOn, toOn] = days.split('–') as [CivilDate, CivilDate | '']
    const until = toOn === '' ? {} : { toOn }
    await assignTariff(this.ctx, { requestId: freshRequestId(), tariffId, scope, fromOn, ...until, others })
  }

  async end(tariffId: string, toOn: string, scope: Scope = inProject): Promise<void> {
    this.later()
    const request = { requestId: freshRequestId(), tariffId, scope, toOn: toOn as CivilDate }
    await endAssignment(this.ctx, request)
  }

  switched(tariffId: string, state: 'active' | 'disabled', others?: OthersDecision) {
    this.later()
    return switchTariff(this.ctx, { requestId: freshRequestId(), tariffId, state, others })
  }

  /** An owned room that came after what was set until now. */
  async lateRoom(use: 'residence' | 'shop' = 'residence'): Promise<string> {
    this.later()
    const late = await this.estate.ownedRoom({ use })
    await this.ctx.db.orm.run(sql`UPDATE rooms SET created_at = ${this.ctx.now} WHERE id = ${late}`)
    return late
  }

  async draft(): Promise<string> {
    this.later()
    const runId = newId('brun', this.ctx.now)
    const { projectId } = this.estate
    await draftBillRun(this.ctx, { requestId: freshRequestId(), runId, projectId, period: this.period })
    return runId
  }

  publish(runId: string) {
    return publishBillRun(this.ctx, { requestId: freshRequestId(), runId })
  }

  /** Drafts and publishes the month. @returns what was skipped */
  async run(): Promise<string[]> {
    const runId = await this.draft()
    await this.publish(runId)
    const { items } = await skipList.page(this.ctx, { runId })
    return items
      .map(({ tariff: by, reason, days, billedBy }) => `${by?.name} ${reason} ${days} ${billedBy?.name}`)
      .toSorted()
  }

  /** The bills that count of a room: days, tariff and fen. */
  async standing(room: string): Promise<string[]> {
    const rows = await this.estate.all<{ line: string }>(
      sql`SELECT substr(b.from_on, 9) || '–' || substr(b.to_on, 9) || ' ' || f.name || ' ' || b.amount_fen AS line
        FROM bills b JOIN tariffs f ON f.id = b.tariff_id WHERE b.room_id = ${room} AND b.voided_at = 0 AND b.state = 'published'
        ORDER BY b.from_on, f.name`,
    )
    return rows.map(({ line }) => line)
  }

  /** Takes back the bills `b` by tariffs `f` of which a condition holds. */
  async takeBack(which: SQL): Promise<void> {
    const bills = await this.estate.all<{ id: string }>(
      sql`SELECT b.id FROM bills b JOIN tariffs f ON f.id = b.tariff_id WHERE b.state = 'published' AND b.voided_at = 0 AND ${which}`,
    )
    for (const { id } of bills)
      await voidBill(
        this.ctx,
        { requestId: freshRequestId(), billId: id, reason: '收费标准更正' },
        noProvider,
      )
  }

  /** By what a room is charged, with the days. */
  async charged(room: string): Promise<string[]> {
    const { tariffs } = await chargesOfPlace(this.ctx, { kind: 'room', id: room })
    return tariffs.map(({ name, fromOn, toOn }) => `${name} ${fromOn}–${toOn ?? ''}`)
  }

  /** How many places are charged twice. */
  async doubled(): Promise<number> {
    return (await doubleChargeList.page(this.ctx, {})).places
  }
}
