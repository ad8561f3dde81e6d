import { outbox } from '@heju/db'
import { isWorkingDay, type CivilDate } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import { as, freshRequestId, staff, testCtx } from '../../testing.ts'
import {
  calendarCorrected,
  calendarOf,
  correctDay,
  correctedDays,
  listCalendar,
  type CorrectDay,
} from './index.ts'

const input = (more: Partial<CorrectDay> = {}): CorrectDay => ({
  requestId: freshRequestId(),
  onDay: '2026-11-24',
  kind: 'rest',
  name: '台风停工',
  ...more,
})

describe('the working calendar', () => {
  test('is China’s until the company corrects a day, and again when the correction is taken back', async () => {
    const ctx = await testCtx()
    const works = async (day: string) => isWorkingDay(calendarOf(await correctedDays(ctx)), day as CivilDate)
    expect([await works('2026-11-24'), await works('2026-10-01'), await works('2026-10-10')]).toEqual([
      true,
      false,
      true,
    ])
    await correctDay(ctx, input())
    await correctDay(ctx, input({ kind: 'work', name: '加班', onDay: '2026-11-28' }))
    expect([await works('2026-11-24'), await works('2026-11-28')]).toEqual([false, true])
    await correctDay(ctx, input({ kind: 'national' }))
    expect(await works('2026-11-24')).toBe(true)
  })

  test('shows a year’s days that differ from their weekday, and which the company corrected', async () => {
    const ctx = await testCtx()
    await correctDay(ctx, input())
    const { days, provisional } = await listCalendar(as(ctx, staff('worker')), { year: '2026' })
    expect(provisional).toBe(false)
    expect(days).toContainEqual({ onDay: '2026-11-24', kind: 'rest', name: '台风停工', corrected: true })
    expect(days).toContainEqual({ onDay: '2026-10-01', kind: 'rest', name: '国庆节', corrected: false })
    expect((await listCalendar(ctx, { year: 2099 })).provisional).toBe(true)
  })

  test('a correction is published, so that terms that run are calculated again', async () => {
    const ctx = await testCtx()
    await correctDay(ctx, input())
    expect(await ctx.db.orm.select().from(outbox)).toMatchObject([{ type: calendarCorrected }])
  })

  test('only who keeps the company’s settings may correct it, and only days that exist', async () => {
    const ctx = await testCtx()
    await expect(correctDay(as(ctx, staff('project_manager')), input())).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await expect(correctDay(ctx, input({ onDay: '2026-02-30' }))).rejects.toMatchObject({
      fields: [{ path: 'onDay', code: 'time.invalid_date' }],
    })
  })
})
