import { expect, test } from 'vitest'
import { databaseBefore } from './before.ts'

test('what was raised before is not raised again, and code of before and of today know of each other what they raised', async () => {
  const { db, run, upgrade } = await databaseBefore('matters')
  const complaint = (id: string, firstRaised: string, wholeRaised: string) =>
    `('${id}', '${id}', 'p', '2栋大堂', '', 'phone', 'c', 0, '灯坏了', '', 'registered', 1, '2026-01-01', 's', 1, 1, '2026-01-01', 1, 9, ${firstRaised}, ${wholeRaised})`
  await db.client.executeMultiple(`
    INSERT INTO projects (id, name, type, service_mode, price_regime, created_at, changed_at)
      VALUES ('p', '翠湖花园', 'residential', 'own', 'market', 1, 1);
    INSERT INTO complaint_categories (id, about_fees, position, changed_at) VALUES ('c', 0, 1, 1);
    INSERT INTO complaints (id, number, project_id, place, contact_name, channel, category_id, about_fees, text, wish,
      state, registered_at, registered_on, registered_by, first_due_at, whole_started_at, whole_started_on, whole_due_at,
      changed_at, first_raised_at, whole_raised_at)
      VALUES ${complaint('both', '5', '7')}, ${complaint('first', '5', 'NULL')}, ${complaint('none', 'NULL', 'NULL')};`)
  await upgrade()
  const rungs = () =>
    run('SELECT id, first_rung, whole_rung, first_raised_at, whole_raised_at FROM complaints ORDER BY id')
  const row = (id: string, ...[first, whole, firstAt, wholeAt]: (number | null)[]) => ({
    id,
    first_rung: first,
    whole_rung: whole,
    first_raised_at: firstAt,
    whole_raised_at: wholeAt,
  })
  expect(await rungs()).toEqual([
    row('both', 1, 1, 5, 7),
    row('first', 1, 0, 5, null),
    row('none', 0, 0, null, null),
  ])
  // Code of before takes one up again and raises another; code of today raises a third by two rungs.
  await db.client.executeMultiple(`
    UPDATE complaints SET whole_raised_at = NULL WHERE id = 'both';
    UPDATE complaints SET whole_raised_at = 8 WHERE id = 'first';
    UPDATE complaints SET first_rung = first_rung + 1 WHERE id = 'none';
    UPDATE complaints SET first_rung = first_rung + 1 WHERE id = 'none';`)
  expect(await rungs()).toEqual([
    row('both', 1, 0, 5, null),
    row('first', 1, 1, 5, 8),
    row('none', 2, 0, 9, null),
  ])
  await run("UPDATE complaints SET first_rung = 0 WHERE id = 'none'")
  expect((await rungs()).at(-1)).toEqual(row('none', 0, 0, null, null))
})
