import { beforeEach, describe, expect, test } from 'vitest'
import { tariffs } from '../../fees/billing/index.ts'
import { Estate } from '../../fees/billing/testing.ts'
import type { Ctx } from '../../context.ts'
import { as, staff, testCtx } from '../../testing.ts'
import { readBeginning } from './index.ts'

let ctx: Ctx
beforeEach(async () => {
  ctx = await testCtx()
})

const done = async (by: Ctx) =>
  (await readBeginning(by)).steps.filter((each) => each.done).map(({ step }) => step)

describe('what a new company does first', () => {
  test('is told in its order, and each step is ticked as soon as it is done', async () => {
    expect((await readBeginning(ctx)).steps).toEqual([
      { step: 'project', done: false },
      { step: 'rooms', done: false },
      { step: 'tariff', done: false },
      { step: 'bills', done: false },
    ])
    const estate = await Estate.lay(ctx)
    expect(await done(ctx)).toEqual(['project'])
    await estate.rooms([{ archived: true }])
    expect(await done(ctx)).toEqual(['project'])
    await estate.rooms([{}])
    expect(await done(ctx)).toEqual(['project', 'rooms'])
    await estate.tariff({ name: '物业费' })
    expect(await done(ctx)).toEqual(['project', 'rooms', 'tariff'])
    await ctx.db.orm.update(tariffs).set({ state: 'draft' })
    expect(await done(ctx)).toEqual(['project', 'rooms'])
  })

  test('counts for the projects of who asks, and not for who can do none of it', async () => {
    const estate = await Estate.lay(ctx)
    const manager = (projectId: string) => as(ctx, staff('project_manager', [projectId]))
    expect(await done(manager(estate.projectId))).toEqual(['project'])
    expect(await done(manager('proj_0'))).toEqual([])
    expect(await readBeginning(as(ctx, staff('cashier')))).toEqual({ steps: [] })
  })
})
