import { expect, test } from 'vitest'
import { databaseBefore } from './before.ts'

test('agreements of tenants who left before the upgrade end on their last day, those of who is there stay', async () => {
  const { run, upgrade } = await databaseBefore('agreements_end_with_occupancies')
  await run(
    `INSERT INTO projects (id, name, type, service_mode, price_regime, created_at, changed_at) VALUES ('p', '翠湖', 'residential', 'hotel', 'market', 1, 1)`,
  )
  await run(
    `INSERT INTO buildings (id, project_id, key, name, sort_key, created_at, changed_at) VALUES ('b', 'p', '1', '1', '', 1, 1)`,
  )
  await run(
    `INSERT INTO rooms (id, project_id, building_id, key, number, name, sort_key, created_at, changed_at) VALUES ('r', 'p', 'b', '1||1', '1', '1', '', 1, 1)`,
  )
  const tenant = async (id: string, stays: readonly (string | null)[], agreed: [string, string | null]) => {
    await run(
      `INSERT INTO people (id, project_id, name, kind, created_at, changed_at) VALUES ('${id}', 'p', '${id}', 'natural', 1, 1)`,
    )
    const day = (on: string | null) => (on === null ? 'NULL' : `'${on}'`)
    for (const [i, toOn] of stays.entries())
      await run(
        `INSERT INTO occupancies (id, project_id, person_id, room_id, role, to_on, created_at, changed_at) VALUES ('${id}${i}', 'p', '${id}', 'r', 'tenant', ${day(toOn)}, 1, 1)`,
      )
    await run(
      `INSERT INTO payer_agreements (id, project_id, target_id, person_id, from_on, to_on, created_at) VALUES ('${id}', 'p', 'r', '${id}', '${agreed[0]}', ${day(agreed[1])}, 1)`,
    )
  }
  await tenant('left', ['2026-10-15', '2026-09-30'], ['2026-01-01', null])
  await tenant('left_earlier', ['2026-10-15'], ['2026-01-01', '2026-06-30'])
  await tenant('stays', ['2026-10-15', null], ['2026-01-01', null])
  await tenant('never', ['2026-10-15'], ['2026-12-01', null])
  await upgrade()
  const rows = await run('SELECT id, to_on FROM payer_agreements ORDER BY id')
  expect(rows.map(({ id, to_on: toOn }) => [id, toOn])).toEqual([
    ['left', '2026-10-15'],
    ['left_earlier', '2026-06-30'],
    ['stays', null],
  ])
})
