import { expect, test } from 'vitest'
import { databaseBefore } from './before.ts'

test('what scopes said of both is kept with the days of their places, but where they were taken out of again or on more days', async () => {
  const { db, run, upgrade } = await databaseBefore('both_with_places')
  const scope = (id: string, more: string) => `('${id}', 't', 'p', ${more}, 5)`
  await db.client.executeMultiple(`
    INSERT INTO projects (id, name, type, service_mode, price_regime, created_at, changed_at) VALUES ('p', '甲', 'residential', 'hotel', 'market', 1, 1);
    INSERT INTO buildings (id, project_id, key, name, sort_key, created_at, changed_at) VALUES ('b', 'p', '1', '1', '', 1, 1);
    INSERT INTO tariffs (id, project_id, name, fee_item, basis, state, created_at, changed_at) VALUES
      ('t', 'p', '电梯附加', 'property', 'area', 'active', 5, 5), ('u', 'p', '物业费', 'property', 'area', 'active', 5, 5);
    INSERT INTO rooms (id, project_id, building_id, key, number, name, use, sort_key, created_at, changed_at) VALUES
      ('shop', 'p', 'b', '1||1', '1', '1', 'shop', '', 4, 4), ('home', 'p', 'b', '1||2', '2', '2', 'residence', '', 4, 4),
      ('office', 'p', 'b', '1||3', '3', '3', 'office', '', 4, 4);
    INSERT INTO tariff_scopes (id, tariff_id, project_id, kind, value, beside, excluded, from_on, to_on, created_at) VALUES
      ${scope('a', `'room_use', 'shop', 1, 0, '2026-01-01', NULL`)}, ${scope('c', `'room_use', 'office', 1, 0, '2026-01-01', NULL`)},
      ${scope('d', `'room_use', 'office', 0, 1, '2026-11-01', NULL`)};
    INSERT INTO tariff_assignments (target_id, tariff_id, from_on, to_on) VALUES
      ('shop', 't', '2026-01-01', NULL), ('shop', 't', '2025-01-01', '2025-12-31'), ('home', 't', '2026-01-01', NULL),
      ('office', 't', '2026-01-01', '2026-10-31'), ('office', 't', '2026-11-16', NULL), ('shop', 'u', '2026-01-01', NULL);`)
  await upgrade()
  expect(
    await run('SELECT target_id, tariff_id, from_on FROM tariff_assignments WHERE beside ORDER BY 1, 3'),
  ).toEqual([
    { target_id: 'office', tariff_id: 't', from_on: '2026-01-01' },
    { target_id: 'shop', tariff_id: 't', from_on: '2026-01-01' },
  ])
})
