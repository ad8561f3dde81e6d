import type { Ctx } from '@heju/core'
import { eventHandlers } from '@heju/core/platform/jobs'
import { drainOutbox, type Ports } from '@heju/core/platform/outbox'
import { getImport, previewImport } from '@heju/core/estate/registry-import'
import { smallProject } from '@heju/core/estate/registry/testing'
import { as, freshRequestId, testCtx } from '@heju/core/testing'
import { TenantDb } from '@heju/db'
import { freshEndpoint } from '@heju/db/testing'
import { newId } from '@heju/kernel'
import { startFaultProxy, type Cut } from '@heju/local/fault-proxy'
import { afterAll, describe, expect, test } from 'vitest'
import { confirmAsItIs } from '@heju/core/estate/registry-import/testing'

const minute = 60_000
const job = { kind: 'job', id: 'outbox' } as const
const proxy = startFaultProxy()
afterAll(() => proxy.close())

/** Twelve rooms of two buildings, each with an owner. */
const file = new TextEncoder().encode(
  [
    '楼栋,单元,房号,面积,业主,电话',
    ...Array.from({ length: 12 }, (_, i) =>
      [`${(i % 2) + 1}栋`, '1单元', `${i + 1}01`, 80 + i, `业主${i}`, 13_000_000_001 + i * 7].join(),
    ),
  ].join('\n'),
)

/** A company that has confirmed an import; the queue is told of it. */
async function confirmed(): Promise<{ ctx: Ctx; importId: ReturnType<typeof newId<'imp'>> }> {
  proxy.mend()
  const endpoint = await freshEndpoint('tenant')
  const ctx = await testCtx({ db: new TenantDb({ ...endpoint, url: await proxy.forward(endpoint.url) }) })
  const { projectId } = await smallProject(ctx)
  const importId = newId('imp', ctx.now)
  const named = { requestId: freshRequestId(), importId, projectId, fileName: '登记.csv' }
  await previewImport(ctx, named, file)
  await confirmAsItIs(ctx, { requestId: freshRequestId(), importId, leaveBadRows: true })
  return { ctx, importId }
}

/** A message of the queue, so long after the first one that what that one claimed is free again. */
const message = (ctx: Ctx, afterMs = 0) =>
  drainOutbox(as(ctx, job, ctx.now + afterMs), eventHandlers, {} as Ports)

/** How much of everything there is, and what is left to do. */
async function contents(ctx: Ctx): Promise<unknown> {
  const counts = ['buildings', 'rooms', 'people', 'occupancies'].map(
    (table) => `(SELECT count(*) FROM ${table}) AS ${table}`,
  )
  const left = `(SELECT count(*) FROM outbox WHERE done_at IS NULL OR failure IS NOT NULL) AS waiting`
  return (await ctx.db.client.execute(`SELECT ${[...counts, left].join()}`)).rows
}

describe('a consumer that dies while it takes a registry in', () => {
  test.each(['before', 'after'] as const)(
    'at any request, %s it is carried out, is followed by one that takes in each row once',
    { timeout: 240_000 },
    async (mode) => {
      const whole = await confirmed()
      const before = await contents(whole.ctx)
      proxy.mend()
      await message(whole.ctx)
      const requests = proxy.count
      const after = await contents(whole.ctx)
      expect(after).not.toEqual(before)
      for (let at = 1; at <= requests; at++) await survives({ at, mode }, after)
    },
  )

  async function survives(cut: Cut, after: unknown): Promise<void> {
    const { ctx, importId } = await confirmed()
    proxy.cut(cut)
    await message(ctx).catch(() => undefined)
    proxy.mend()
    await message(ctx, 2 * minute)
    expect(await getImport(ctx, importId), `cut ${cut.mode} ${cut.at}`).toMatchObject({ state: 'applied' })
    expect(await contents(ctx)).toEqual(after)
  }
})
