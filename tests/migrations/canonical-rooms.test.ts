import { placeKey, roomKey, roomKeyOfToday, spaceKey } from '@heju/core/estate/registry'
import { plainText } from '@heju/kernel'
import { migrate, TenantDb } from '@heju/db'
import { migrationFiles } from '@heju/db/migration-files'
import { SqldProvisioner } from '@heju/db/provisioning'
import { beforeAll, describe, expect, inject, test } from 'vitest'

const files = migrationFiles('tenant')
const before = (tag: string) =>
  files.slice(
    0,
    files.findIndex((one) => one.tag.endsWith(tag)),
  )

/** A database of earlier days, with one project. */
async function databaseBefore(tag: string) {
  const provisioner = new SqldProvisioner(inject('databaseServer'))
  const db = new TenantDb(
    await provisioner.endpoint(await provisioner.create(`rooms-${crypto.randomUUID()}`)),
  )
  await migrate(db, before(tag), 0)
  const run = (sql: string, ...args: (string | number | null)[]) => db.client.execute({ sql, args })
  await run(
    `INSERT INTO projects (id, name, type, service_mode, price_regime, created_at, changed_at) VALUES ('p', '翠湖', 'residential', 'hotel', 'market', 1, 1)`,
  )
  const building = (key: string, name = key) =>
    run(
      `INSERT INTO buildings (id, project_id, key, name, sort_key, created_at, changed_at) VALUES (?, 'p', ?, ?, '', 1, 1)`,
      `b ${name}`,
      key,
      name,
    )
  const unit = (of: string, key: string, name = key) =>
    run(
      `INSERT INTO units (id, building_id, key, name, sort_key, created_at, changed_at) VALUES (?, ?, ?, ?, '', 1, 1)`,
      `u ${of} ${name}`,
      `b ${of}`,
      key,
      name,
    )
  const room = (id: string, of: string, unitId: string | null, key: string) =>
    run(
      `INSERT INTO rooms (id, project_id, building_id, unit_id, key, number, name, sort_key, created_at, changed_at) VALUES (?, 'p', ?, ?, ?, ?, ?, '', 1, 1)`,
      id,
      `b ${of}`,
      unitId,
      key,
      key.split('|')[2]!,
      id,
    )
  const keysOf = async (table: string) => {
    const { rows } = await run(`SELECT id, key FROM ${table} ORDER BY rowid`)
    return Object.fromEntries(rows.map(({ id, key }) => [String(id), String(key)]))
  }
  const upgrade = () => migrate(db, files, 1)
  return { run, building, unit, room, keysOf, upgrade }
}

test('rooms of earlier days get the one form of their numbers, and where two are one both stay', async () => {
  const { run, building, room, keysOf, upgrade } = await databaseBefore('_canonical_rooms')
  await building('3', '3栋')
  const keys = ['3||0802', '3||802', '3||0803', '3|2|b0/005', '3||1001', '3||一期007a']
  for (const key of keys) await room(key, '3栋', null, key)
  await upgrade()
  expect(await keysOf('rooms')).toEqual({
    '3||0802': '3||0802',
    '3||802': '3||802',
    '3||0803': '3||803',
    '3|2|b0/005': '3|2|b0-5',
    '3||1001': '3||1001',
    '3||一期007a': '3||一期7a',
  })
  const { rows } = await run('SELECT number FROM rooms ORDER BY rowid')
  expect(rows.map(({ number }) => number)).toEqual(keys.map((key) => key.split('|')[2]))
})

/** As written, and the keys that code of before gave it. */
const ofBefore = [
  { building: '3号', unit: '', number: '508', keys: ['3号', '', '508'] },
  { building: '88弄5号', unit: '', number: '0508室', keys: ['88弄5号', '', '0508'] },
  { building: 'B01', unit: 'A01', number: '0101', keys: ['b01', 'a01', '0101'] },
  { building: '6栋', unit: '02号', number: '101', keys: ['6', '2号', '101'] },
  { building: '7栋', unit: 'C/01', number: '8‑1', keys: ['7', 'c/01', '8‐1'] },
  { building: '东—2座', unit: '1单元', number: '\u{AD}102', keys: ['东—2', '1', '\u{AD}102'] },
  { building: '三号', unit: '', number: '101', keys: ['三号', '', '101'] },
] as const

describe('a registry of before these rules', () => {
  let made: Awaited<ReturnType<typeof databaseBefore>>
  beforeAll(async () => {
    made = await databaseBefore('_canonical_rooms')
    for (const { building, unit, keys } of ofBefore) {
      await made.building(keys[0], building)
      if (unit !== '') await made.unit(building, keys[1], unit)
      const id = `r ${building}`
      await made.room(id, building, unit === '' ? null : `u ${building} ${unit}`, keys.join('|'))
    }
    await made.run(
      `INSERT INTO parking_spaces (id, project_id, lot, code, key, sort_key, created_at, changed_at) VALUES ('s', 'p', 'B1', '0‑05', 'b1|0‐05', '', 1, 1)`,
    )
    await made.run(
      `INSERT INTO people (id, project_id, name, kind, created_at, changed_at) VALUES ('n', 'p', ?, 'natural', 1, 1)`,
      '阿不都・热合曼\u{200E}',
    )
    await made.upgrade()
  })

  test('is keyed as the product keys what is imported, looked up and entered today', async () => {
    const [buildings, units, rooms] = await Promise.all(['buildings', 'units', 'rooms'].map(made.keysOf))
    for (const { building, unit, number } of ofBefore) {
      const [buildingKey, unitKey] = [building, unit].map((text) => placeKey(plainText(text)))
      expect(buildings![`b ${building}`]).toBe(buildingKey)
      if (unit !== '') expect(units![`u ${building} ${unit}`]).toBe(unitKey)
      expect(rooms![`r ${building}`]).toBe(`${buildingKey}|${unitKey}|${roomKey(plainText(number))}`)
      expect(roomKeyOfToday(rooms![`r ${building}`]!)).toBe(rooms![`r ${building}`])
    }
    expect(await made.keysOf('parking_spaces')).toEqual({ s: spaceKey('B1', plainText('0‑05')) })
  })

  test('has people under the plain form of their names', async () => {
    const { rows } = await made.run('SELECT name FROM people')
    expect(rows).toEqual([{ name: '阿不都·热合曼' }])
  })
})

test('a building that was registered again after the upgrade of before stays apart, and its rooms stay found', async () => {
  const { building, room, keysOf, upgrade } = await databaseBefore('_keys_as_they_compare')
  await building('3号', '3号')
  await building('3', '3号楼')
  await room('old 101', '3号', null, '3号||101')
  await room('new 101', '3号楼', null, '3||101')
  await room('old 102', '3号', null, '3号||102')
  await upgrade()
  expect(await keysOf('buildings')).toEqual({ 'b 3号': '3号', 'b 3号楼': '3' })
  const rooms = await keysOf('rooms')
  expect(rooms).toEqual({ 'old 101': '3号||101', 'new 101': '3||101', 'old 102': '3||102' })
  expect(Object.values(rooms).map(roomKeyOfToday)).toEqual(['3||101', '3||101', '3||102'])
})

test('a second unit that an import made because the first was not found is the first again', async () => {
  const { run, building, unit, room, keysOf, upgrade } = await databaseBefore('_keys_as_they_compare')
  await building('3', '3栋')
  await unit('3栋', 'a01', 'A01')
  await unit('3栋', 'a1', 'A1单元')
  await room('old', '3栋', 'u 3栋 A01', '3|a1|101')
  await room('new', '3栋', 'u 3栋 A1单元', '3|a1|102')
  await upgrade()
  expect(await keysOf('units')).toEqual({ 'u 3栋 A1单元': 'a1' })
  const { rows } = await run('SELECT unit_id FROM rooms')
  expect(rows.map(({ unit_id: id }) => id)).toEqual(['u 3栋 A1单元', 'u 3栋 A1单元'])
})

test('an import that was compared by keys of before is to be uploaded again, and one under way stops with its reason', async () => {
  const { run, upgrade } = await databaseBefore('_keys_as_they_compare')
  for (const state of ['previewed', 'applying', 'failed', 'applied', 'discarded'])
    await run(
      `INSERT INTO import_jobs (id, project_id, file_name, file_sha256, state, counts_json, tables_json, errors, warnings, notes, parts, applied_before, created_at, created_by)
        VALUES (?, 'p', 'f', 'x', ?, '{}', '[]', 0, 0, 0, 3, 0, 1, 'staff')`,
      state,
      state,
    )
  await upgrade()
  const { rows } = await run('SELECT id, state, failure, applied_before FROM import_jobs ORDER BY rowid')
  expect(rows.map((row) => Object.values(row))).toEqual([
    ['previewed', 'previewed', null, -1],
    ['applying', 'failed', 'registry_import.outdated', -1],
    ['failed', 'failed', null, -1],
    ['applied', 'applied', null, 0],
    ['discarded', 'discarded', null, 0],
  ])
})
