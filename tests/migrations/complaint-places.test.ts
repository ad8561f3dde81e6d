import { expect, test } from 'vitest'
import { databaseBefore } from './before.ts'

test('complaints of before keep their words and their room, which is their place, and may point to a common one from now on', async () => {
  const { db, run, upgrade } = await databaseBefore('common_places')
  const complaint = (id: string, room: string) =>
    `('${id}', '${id}', 'p', ${room}, '2栋大堂', '', 'phone', 'c', 0, '灯坏了', '', 'registered', 1, '2026-01-01', 's', 1, 1, '2026-01-01', 1, 1)`
  await db.client.executeMultiple(`
    INSERT INTO projects (id, name, type, service_mode, price_regime, created_at, changed_at)
      VALUES ('p', '翠湖花园', 'residential', 'own', 'market', 1, 1);
    INSERT INTO buildings (id, project_id, key, name, sort_key, created_at, changed_at) VALUES ('b', 'p', '2', '2栋', '2', 1, 1);
    INSERT INTO rooms (id, project_id, building_id, key, number, name, sort_key, created_at, changed_at)
      VALUES ('r', 'p', 'b', '2||101', '101', '2栋-101', '2 101', 1, 1);
    INSERT INTO complaint_categories (id, about_fees, position, changed_at) VALUES ('c', 0, 1, 1);
    INSERT INTO complaints (id, number, project_id, room_id, place, contact_name, channel, category_id, about_fees, text, wish,
      state, registered_at, registered_on, registered_by, first_due_at, whole_started_at, whole_started_on, whole_due_at,
      changed_at) VALUES ${complaint('words', 'NULL')}, ${complaint('room', "'r'")};`)
  await upgrade()
  expect(await run('SELECT id, place, room_id, place_id FROM complaints ORDER BY id')).toEqual([
    { id: 'room', place: '2栋大堂', room_id: 'r', place_id: 'r' },
    { id: 'words', place: '2栋大堂', room_id: null, place_id: null },
  ])
  await db.client.executeMultiple(`
    INSERT INTO common_places (id, project_id, building_id, kind, name, key, standing_key, sort_key, created_at, changed_at)
      VALUES ('l', 'p', 'b', 'lobby', '大堂', '|大堂', '2', '大堂', 1, 1);
    UPDATE complaints SET common_place_id = 'l' WHERE id = 'words';
    UPDATE buildings SET sort_key = '10' WHERE id = 'b';`)
  expect(await run("SELECT place_id FROM complaints WHERE id = 'words'")).toEqual([{ place_id: 'l' }])
  expect(await run('SELECT parent_id, standing_key FROM common_places')).toEqual([
    { parent_id: 'b', standing_key: '10' },
  ])
})
