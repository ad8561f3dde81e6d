import { expect, test } from 'vitest'
import { databaseBefore } from './before.ts'

test('what was charged beside others wherever it was is a surcharge, what was so at some places stays for people to decide', async () => {
  const { db, run, upgrade } = await databaseBefore('surcharges')
  const tariff = (id: string, item = 'property') =>
    `('${id}', 'p', '${id}', '${item}', 'area', 'active', 5, 5)`
  await db.client.executeMultiple(`
    INSERT INTO tariffs (id, project_id, name, fee_item, basis, state, created_at, changed_at) VALUES
      ${['usual', 'lift', 'mixed', 'scoped', 'unused', 'cut'].map((id) => tariff(id)).join()}, ${tariff('waste', 'other')};
    INSERT INTO tariff_scopes (id, tariff_id, project_id, kind, value, beside, excluded, from_on, created_at) VALUES
      ('a', 'usual', 'p', 'project', 'p', 0, 0, '2026-01-01', 5), ('b', 'lift', 'p', 'project', 'p', 1, 0, '2026-01-01', 5),
      ('e', 'cut', 'p', 'project', 'p', 1, 0, '2020-01-01', 5), ('c', 'lift', 'p', 'building', 'b', 0, 1, '2026-06-01', 5), ('d', 'scoped', 'p', 'project', 'p', 0, 0, '2026-01-01', 5);
    INSERT INTO tariff_assignments (target_id, tariff_id, from_on, to_on, beside) VALUES
      ('one', 'usual', '2026-01-01', NULL, 0), ('one', 'lift', '2026-01-01', '2026-05-31', 1), ('two', 'lift', '2026-01-01', NULL, 1),
      ('one', 'mixed', '2026-01-01', NULL, 1), ('two', 'mixed', '2026-01-01', NULL, 0), ('one', 'scoped', '2026-01-01', NULL, 1),
      ('one', 'waste', '2026-01-01', NULL, 1), ('one', 'cut', '2020-01-01', '2020-12-31', 0), ('one', 'cut', '2021-01-01', NULL, 1);`)
  await upgrade()
  expect(await run('SELECT id FROM tariffs WHERE surcharge ORDER BY id')).toEqual([
    { id: 'cut' },
    { id: 'lift' },
  ])
})

test('said of a scope that had begun, or of the same scope again, that both are charged counts, and not what was there before', async () => {
  const { db, run, upgrade } = await databaseBefore('surcharges')
  const tariffs = ['another', 'begun', 'again', 'taken-back', 'elsewhere', 'shorter', 'out']
  const scopes = [
    ['another', 'project', 'p', { from: '2026-01-01' }],
    ['another', 'building', 'b', { beside: 1, from: '2026-01-01' }],
    // Approved, or switched on, when its first day was over: the row of before kept what is there, and a copy said both.
    ['begun', 'project', 'p', { yields: 1, from: '2026-01-01' }],
    ['begun', 'project', 'p', { beside: 1, from: '2026-06-01' }],
    ['again', 'building', 'b', { from: '2026-01-01', to: '2026-12-31' }],
    ['again', 'building', 'b', { beside: 1, from: '2026-01-01', to: '2026-12-31' }],
    ['taken-back', 'project', 'p', { beside: 1, from: '2026-01-01' }],
    ['taken-back', 'project', 'p', { from: '2026-06-01' }],
    ['elsewhere', 'building', 'b', { from: '2026-01-01' }],
    ['elsewhere', 'building', 'c', { beside: 1, from: '2026-01-01' }],
    ['shorter', 'project', 'p', { from: '2026-01-01' }],
    ['shorter', 'project', 'p', { beside: 1, from: '2026-01-01', to: '2026-12-31' }],
    ['out', 'building', 'b', { from: '2026-01-01' }],
    ['out', 'building', 'b', { beside: 1, excluded: 1, from: '2026-06-01' }],
    ['out', 'building', 'c', { beside: 1, from: '2026-01-01' }],
  ] as const satisfies [string, string, string, Partial<Said>][]
  await db.client.batch([
    ...tariffs.map((id) => ({
      sql: `INSERT INTO tariffs (id, project_id, name, fee_item, basis, state, created_at, changed_at)
        VALUES (?1, 'p', ?1, 'property', 'area', 'active', 5, 5)`,
      args: [id],
    })),
    ...scopes.map(([tariff, kind, value, said], at) => {
      const { beside, yields, excluded, from, to } = { ...nothingSaid, ...said }
      return {
        sql: `INSERT INTO tariff_scopes (id, tariff_id, project_id, kind, value, beside, yields, excluded, from_on, to_on, created_at)
          VALUES (?, ?, 'p', ?, ?, ?, ?, ?, ?, ?, 5)`,
        args: [`scope${at}`, tariff, kind, value, beside, yields, excluded, from, to],
      }
    }),
  ])
  await upgrade()
  expect(await run('SELECT id FROM tariffs WHERE surcharge ORDER BY id')).toEqual([
    { id: 'again' },
    { id: 'begun' },
  ])
})

interface Said {
  beside: number
  yields: number
  excluded: number
  from: string
  to: string | null
}

const nothingSaid: Said = { beside: 0, yields: 0, excluded: 0, from: '', to: null }
