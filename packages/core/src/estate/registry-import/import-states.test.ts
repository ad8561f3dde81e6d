import { newId } from '@heju/kernel'
import { expect, test } from 'vitest'
import { smallProject } from '../registry/testing.ts'
import { as, beforeNextWrite, freshRequestId, testCtx } from '../../testing.ts'
import { failImport } from './fail-import.ts'
import { importStates, importTransitions, type ImportState } from './import-rules.ts'
import { answerImport, applyImport, discardImport, previewImport, retryImport } from './index.ts'
import { confirmAsItIs } from './testing.ts'

const job = { kind: 'job', id: 'outbox' } as const
const file = new TextEncoder().encode('小区,楼栋,房号\n丁香苑,1栋,101\n海棠园,2栋,101')

async function start() {
  const ctx = await testCtx()
  const { projectId } = await smallProject(ctx)
  const preview = async () => {
    const importId = newId('imp', ctx.now)
    const named = { requestId: freshRequestId(), importId, projectId, fileName: '登记.csv' }
    await previewImport(ctx, named, file)
    return importId
  }
  const answer = (importId: string, said: string) =>
    answerImport(ctx, {
      requestId: freshRequestId(),
      importId,
      answers: [{ id: 'estate:小区', answer: said }],
    })
  const of = (importId: string) => ({ requestId: freshRequestId(), importId })
  const stateOf = async (importId: string) => {
    const { rows } = await ctx.db.client.execute({
      sql: 'SELECT state FROM import_jobs WHERE id = ?',
      args: [importId],
    })
    return rows[0]?.['state'] as ImportState
  }
  return { ctx, preview, answer, of, stateOf }
}

test('an import has its file’s name on one line and in its own order, whatever its sender’s disk took', async () => {
  const { ctx } = await start()
  const { projectId } = await smallProject(ctx, '海棠园')
  const named = (fileName: string) =>
    previewImport(
      ctx,
      { requestId: freshRequestId(), importId: newId('imp', ctx.now), projectId, fileName },
      file,
    )
  const hostile = ' 登记（1）\r\n2026\u2028年\u202Excod.csv\u200B'
  expect((await named(hostile)).fileName).toBe('登记（1） 2026 年xcod.csv')
  for (const nothing of ['\u202E\n', '登记\u0000.csv'])
    await expect(named(nothing)).rejects.toMatchObject({ fields: [{ path: 'fileName' }] })
})

test('an import goes from each state into those that may follow it, and into no others', async () => {
  const { ctx, preview, answer, of, stateOf } = await start()
  const ways: Record<string, (importId: string) => Promise<unknown>> = {
    confirm: (importId) => confirmAsItIs(ctx, of(importId)),
    retry: (importId) => retryImport(ctx, of(importId)),
    discard: (importId) => discardImport(ctx, of(importId)),
    fail: (importId) => failImport(as(ctx, job), importId, 'registry_import.refused'),
    apply: (importId) => applyImport(as(ctx, job), { importId }),
  }
  for (const from of importStates) {
    const reached = new Set<ImportState>()
    for (const way of Object.values(ways)) {
      const importId = await preview()
      await answer(importId, 'building')
      await ctx.db.client.batch([
        { sql: 'UPDATE import_jobs SET runs = 0, state = ? WHERE id <> ?', args: ['discarded', importId] },
        {
          sql: 'UPDATE import_jobs SET state = ?, applied_before = 0 WHERE id = ?',
          args: [from, importId],
        },
      ])
      await way(importId).catch(() => null)
      reached.add(await stateOf(importId))
    }
    reached.delete(from)
    expect([from, [...reached].toSorted()]).toEqual([from, importTransitions[from].toSorted()])
  }
})

test('of two people who answer at once the second is told, and nothing that was said is lost', async () => {
  const { ctx, preview, answer } = await start()
  const importId = await preview()
  const both = await Promise.allSettled([answer(importId, 'building'), answer(importId, 'only:丁香苑')])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'registry_import.answered_meanwhile' },
  })
  const said = both.find((one) => one.status === 'fulfilled')!.value.questions[0]?.answer
  const { rows } = await ctx.db.client.execute('SELECT questions_json FROM import_jobs')
  expect(JSON.parse(String(rows[0]!['questions_json']))).toMatchObject([{ answer: said }])
})

test('nothing is confirmed but what was looked at: an answer given meanwhile stops it', async () => {
  const { ctx, preview, answer, of, stateOf } = await start()
  const importId = await preview()
  await answer(importId, 'building')
  beforeNextWrite(ctx, () => answer(importId, ''))
  await expect(confirmAsItIs(ctx, of(importId))).rejects.toMatchObject({
    code: 'registry_import.answered_meanwhile',
  })
  expect(await stateOf(importId)).toBe('previewed')
})
