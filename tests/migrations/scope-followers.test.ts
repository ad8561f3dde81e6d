import { expect, test } from 'vitest'
import { databaseBefore } from './before.ts'

test('places that were there at the last run before the upgrade count as brought under the scopes, later ones do not', async () => {
  const { db, run, upgrade } = await databaseBefore('scope_followers')
  await db.client.executeMultiple(`
    INSERT INTO projects (id, name, type, service_mode, price_regime, created_at, changed_at) VALUES
      ('billed', '甲', 'residential', 'hotel', 'market', 1, 1), ('new', '乙', 'residential', 'hotel', 'market', 1, 1);
    INSERT INTO buildings (id, project_id, key, name, sort_key, created_at, changed_at) VALUES ('b', 'billed', '1', '1', '', 1, 1), ('n', 'new', '1', '1', '', 1, 1);
    INSERT INTO tariffs (id, project_id, name, fee_item, basis, state, created_at, changed_at) VALUES
      ('t', 'billed', '物业费', 'property', 'area', 'active', 5, 5), ('u', 'new', '物业费', 'property', 'area', 'active', 5, 5);
    INSERT INTO tariff_scopes (id, tariff_id, project_id, kind, value, from_on, created_at) VALUES
      ('s', 't', 'billed', 'project', 'billed', '2026-01-01', 5), ('v', 'u', 'new', 'project', 'new', '2026-01-01', 5);
    INSERT INTO rooms (id, project_id, building_id, key, number, name, sort_key, created_at, changed_at) VALUES
      ('before the scope', 'billed', 'b', '1||1', '1', '1', '', 4, 4), ('before the run', 'billed', 'b', '1||2', '2', '2', '', 6, 6),
      ('since the run', 'billed', 'b', '1||3', '3', '3', '', 8, 8), ('never billed', 'new', 'n', '1||1', '1', '1', '', 6, 6);
    INSERT INTO parking_spaces (id, project_id, key, code, sort_key, kind, created_at, changed_at) VALUES ('space', 'billed', '1', '1', '', 'sold', 6, 6);
    INSERT INTO bill_runs (id, project_id, period, due_on, state, targets, boundaries_json, created_at, created_by)
      VALUES ('r', 'billed', '2026-10', '2026-10-31', 'published', 2, '[]', 7, 'stf');`)
  await upgrade()
  expect(await run('SELECT target_id FROM scope_followers ORDER BY 1')).toEqual([
    { target_id: 'before the run' },
    { target_id: 'space' },
  ])
})
