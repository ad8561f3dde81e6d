import { migrate, TenantDb, PlatformDb } from '@heju/db'
import { migrationFiles } from '@heju/db/migration-files'
import { SqldProvisioner } from '@heju/db/provisioning'
import { describe, expect, inject, test } from 'vitest'

type Db = TenantDb | PlatformDb
type Plane = 'tenant' | 'platform'

/** The last migrations that the code in use before this one knows. A schema is changed in steps that it can live with. */
const before = { tenant: '0014_tasks', platform: '0000_platform' } as const

/** Unique keys that went, each with the reason why no write of the code before needs it. */
const gone: Readonly<Record<string, string>> = {
  'receipts(year, serial)': 'inserted without ON CONFLICT; the number is unique in its legal entity’s series',
  'staff_assignments(staff_id, role, project_id)':
    'inserted without ON CONFLICT; the same row is one in role_assignments as well',
  '_requests(id)': 'inserted without ON CONFLICT; the trigger requests_without_scope gives the row its scope',
}

/** Triggers that refuse, on tables that were there before: none of them may refuse what the code before writes. */
const refusing: Readonly<Record<string, string>> = {
  survey_households_of_whole_answers: 'the code before writes all marks of an answer before it counts',
  survey_answers_keep_marks: 'refuses a mark that is changed, which nobody does: answers are append-only',
  tariffs_of_an_item: 'the code before charges the three items alone that every company has',
  audit_seals_of_the_code_before: 'writes what the code before meant to write, in place of its row',
}

async function databaseAt(plane: Plane, tag?: string): Promise<Db> {
  const provisioner = new SqldProvisioner(inject('databaseServer'))
  const endpoint = await provisioner.endpoint(await provisioner.create(`before-${crypto.randomUUID()}`))
  const db = plane === 'tenant' ? new TenantDb(endpoint) : new PlatformDb(endpoint)
  const files = migrationFiles(plane)
  const end = tag === undefined ? files.length : files.findIndex((file) => file.tag === tag) + 1
  await migrate(db, files.slice(0, end), 0)
  return db
}

async function rowsOf(db: Db, sql: string, ...args: (string | number)[]) {
  return (await db.client.execute({ sql, args })).rows
}

const tablesOf = async (db: Db) =>
  (
    await rowsOf(
      db,
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> '_migrations'`,
    )
  ).map(({ name }) => String(name))

const columnsOf = (db: Db, table: string) =>
  rowsOf(db, 'SELECT name, "notnull" AS required, dflt_value AS usual, pk FROM pragma_table_info(?)', table)

/** The keys that ON CONFLICT can name, `table(column, …)`. */
async function keysOf(db: Db, table: string): Promise<string[]> {
  const primary = (await columnsOf(db, table)).filter(({ pk }) => Number(pk) > 0)
  const indexes = await rowsOf(
    db,
    'SELECT name FROM pragma_index_list(?) WHERE "unique" = 1 AND partial = 0',
    table,
  )
  const keys = await Promise.all(
    indexes.map(({ name }) =>
      rowsOf(db, 'SELECT name FROM pragma_index_info(?) ORDER BY seqno', String(name)),
    ),
  )
  const all = [primary.toSorted((a, b) => Number(a.pk) - Number(b.pk)), ...keys]
  return [...new Set(all.map((columns) => `${table}(${columns.map(({ name }) => name).join(', ')})`))]
}

describe.each(['tenant', 'platform'] as const)(
  'what the code before writes into the %s database',
  (plane) => {
    test('has all its tables, columns and keys, and nothing more that it must give', async () => {
      const [old, now] = [await databaseAt(plane, before[plane]), await databaseAt(plane)]
      const wrong: string[] = []
      for (const table of await tablesOf(old)) {
        const [had, has] = [await columnsOf(old, table), await columnsOf(now, table)]
        const known = new Set(had.map(({ name }) => name))
        const kept = new Set(has.map(({ name }) => name))
        wrong.push(...had.filter(({ name }) => !kept.has(name)).map(({ name }) => `${table}.${name} went`))
        const asked = has.filter(
          ({ name, required, usual }) => !known.has(name) && required === 1 && usual === null,
        )
        wrong.push(...asked.map(({ name }) => `${table}.${name} has no value of its own`))
        const keys = new Set(await keysOf(now, table))
        const lost = (await keysOf(old, table)).filter((key) => !keys.has(key) && !(key in gone))
        wrong.push(...lost.map((key) => `${key} is no key any more`))
      }
      expect(wrong).toEqual([])
    })

    test('is refused by no trigger that nobody looked at', async () => {
      const [old, now] = [await databaseAt(plane, before[plane]), await databaseAt(plane)]
      const triggers = `SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '%RAISE(%'`
      const known = new Set((await rowsOf(old, triggers)).map(({ name }) => name))
      const tables = new Set(await tablesOf(old))
      const fresh = (await rowsOf(now, triggers)).filter(
        ({ name, tbl_name }) => !known.has(name) && tables.has(String(tbl_name)),
      )
      expect(fresh.map(({ name }) => String(name)).filter((name) => !(name in refusing))).toEqual([])
    })
  },
)

describe('the code before, on the schema of today', () => {
  test('makes a code to sign in with, and the next in its place', async () => {
    const db = await databaseAt('tenant')
    const sql = `INSERT INTO one_time_codes (phone_index, code_hash, attempts, created_at, expires_at, used_at)
      VALUES ('p', ?, 0, 1, 2, NULL) ON CONFLICT (phone_index)
      DO UPDATE SET code_hash = ?, attempts = 0, created_at = 1, expires_at = 2, used_at = NULL`
    for (const hash of ['first', 'second']) await db.client.execute({ sql, args: [hash, hash] })
    const guess = `UPDATE one_time_codes SET attempts = attempts + 1 WHERE phone_index = 'p' RETURNING code_hash, attempts`
    expect(await rowsOf(db, guess)).toEqual([{ code_hash: 'second', attempts: 1 }])
  })

  test('seals the audit log in one chain with the seals of today', async () => {
    const db = await databaseAt('tenant')
    const seal = (last: number, entries: number, sha256: string) =>
      rowsOf(
        db,
        `INSERT INTO audit_seals (last_seq, entries, sha256, at) VALUES (?, ?, ?, 1) ON CONFLICT DO NOTHING`,
        last,
        entries,
        sha256,
      )
    await seal(3, 3, 'a')
    await seal(5, 2, 'b')
    // Of two that follow the same one, as they come about when two Workers of before seal at once, the second is left.
    await seal(6, 3, 'x')
    await seal(9, 4, 'c')
    expect(
      await rowsOf(db, 'SELECT last_seq, after_seq, sha256, overtaken FROM audit_seals ORDER BY last_seq'),
    ).toEqual([
      { last_seq: 3, after_seq: 0, sha256: 'a', overtaken: 0 },
      { last_seq: 5, after_seq: 3, sha256: 'b', overtaken: 0 },
      { last_seq: 9, after_seq: 5, sha256: 'c', overtaken: 0 },
    ])
  })

  test('records a request, and the same request again is found under its key', async () => {
    const db = await databaseAt('tenant')
    const sql = `INSERT INTO _requests (id, verb, actor_id, input_sha256, answer_json, at) VALUES ('r', 'v', 'stf_1', 'h', '1', 1)`
    await db.client.execute(sql)
    await expect(db.client.execute(sql)).rejects.toThrow(/UNIQUE|constraint/i)
    expect(await rowsOf(db, `SELECT verb, answer_json FROM _requests WHERE id = 'r'`)).toEqual([
      { verb: 'v', answer_json: '1' },
    ])
  })
})
