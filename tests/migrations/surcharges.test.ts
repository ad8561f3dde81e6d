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
