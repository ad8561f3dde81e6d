import { newId } from '@heju/kernel'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { auditList } from '../audit/index.ts'
import { as, staff, testCompany, testCtx } from '../../testing.ts'
import { fileEntries, listFile } from './index.ts'

/** Numbers from 1 to `count` as a list, at most five of them as a file, read by twos. */
const numbers = (count: number) =>
  listFile({
    schema: v.object({ ...fileEntries, projectId: v.optional(v.string()) }),
    permission: 'bills.read',
    action: 'numbers.exported',
    rows: (_ctx, _filter, after, most) => {
      const [from] = after === undefined ? [0] : (JSON.parse(atob(after)) as [number])
      return Promise.resolve(
        Array.from({ length: count }, (_, i) => i + 1)
          .filter((n) => n > from)
          .slice(0, most),
      )
    },
    keyOf: (n) => [n],
    table: () => ({ name: '数', columns: [['数', (n: number) => n, { kind: 'number' as const }]] }),
    rowsOfRead: 2,
    most: 5,
  })

const linesOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes).trim().split(/\r?\n/).slice(1)

test('a list is a file up to its bound, and not one row beyond', async () => {
  const ctx = await testCtx()
  for (const count of [0, 1, 2, 4, 5])
    expect(linesOf((await numbers(count)(ctx, { format: 'csv' }, 'zh-CN')).bytes)).toEqual(
      Array.from({ length: count }, (_, i) => String(i + 1)),
    )
  await expect(numbers(6)(ctx, { format: 'csv' }, 'zh-CN')).rejects.toMatchObject({
    code: 'exports.too_long',
    params: { most: 5 },
  })
  // What was refused did not leave, and no entry says so.
  expect((await auditList.page(ctx, {})).items).toHaveLength(5)
})

test('a suspended company takes its lists along, which is on record', async () => {
  const ctx = await testCtx({ company: { ...testCompany, state: 'suspended' } as never })
  await numbers(1)(ctx, { format: 'csv' }, 'zh-CN')
  expect((await auditList.page(ctx, {})).items).toMatchObject([
    { action: 'numbers.exported', detail: { rows: 1 } },
  ])
})

test('who may read and not export, or export elsewhere, gets none', async () => {
  const ctx = await testCtx()
  for (const [who, projectId] of [
    [staff('department_lead'), undefined],
    [staff('front_desk', [newId('proj', 1)]), newId('proj', 2)],
  ] as const)
    await expect(numbers(1)(as(ctx, who), { projectId }, 'zh-CN')).rejects.toMatchObject({
      kind: 'forbidden',
    })
})

test('who reads everywhere and exports in one project takes along what is of that one', async () => {
  const ctx = await testCtx()
  const [own, other] = [newId('proj', 1), newId('proj', 2)]
  const projectsOfRows = listFile({
    schema: v.object(fileEntries),
    permission: 'complaints.read',
    action: 'numbers.exported',
    rows: async (by) => {
      const where = by.projectsWhere('complaints.read')
      return [own, other].filter((id) => where === 'all' || where.includes(id))
    },
    keyOf: (id) => [id],
    table: () => ({ name: '项目', columns: [['项目', (id: string) => id]] }),
    rowsOfRead: 3,
  })
  const assignments = [
    { role: 'department_lead' as const, projects: 'all' as const },
    { role: 'front_desk' as const, projects: [own] },
  ]
  const who = as(ctx, { kind: 'staff', id: newId('stf', 1), assignments })
  expect(linesOf((await projectsOfRows(who, { format: 'csv' }, 'zh-CN')).bytes)).toEqual([own])
})
