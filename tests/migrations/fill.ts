import type { PlatformDb, TenantDb } from '@heju/db'

type Db = PlatformDb | TenantDb
type Row = Record<string, unknown>
/** Every table with its rows, columns by name. */
export type Contents = Record<string, Row[]>

interface Column {
  name: string
  type: string
  required: boolean
  /** The column that it refers to. */
  parent?: { table: string; column: string }
}

const rowsWanted = 3
const triesForRow = 60

/** What stands in the tables that the schema has now, save the register of migrations. */
export async function contentsOf(db: Db, columns?: Record<string, string[]>): Promise<Contents> {
  const names = columns === undefined ? await tablesOf(db) : Object.keys(columns)
  const contents: Contents = {}
  for (const table of names) {
    const wanted = columns?.[table]?.map((name) => `"${name}"`).join(', ') ?? '*'
    const { rows, columns: known } = await db.client.execute(`SELECT ${wanted} FROM "${table}"`)
    contents[table] = rows.map((row) => Object.fromEntries(known.map((name) => [name, row[name]])))
  }
  return contents
}

/**
 * Puts rows into every table by what the schema says of it: one with every column, one with the required ones only,
 * and some in between, so that constraints and triggers that forbid one kind let another through.
 * @param random 0 ≤ x < 1, the same sequence in every run
 */
export async function fill(db: Db, random: () => number): Promise<void> {
  const tables = await Promise.all(
    (await tablesOf(db)).map(async (name) => ({ name, columns: await columnsOf(db, name) })),
  )
  const filled: Contents = {}
  for (const { name, columns } of inOrder(tables)) {
    filled[name] = []
    for (let n = 0; n < rowsWanted; n++) {
      const row = await insertOne(db, name, columns, n, filled, random)
      if (row !== undefined) filled[name].push(row)
    }
    if (filled[name].length === 0) throw new Error(`No row could be put into ${name}`)
  }
}

async function insertOne(
  db: Db,
  table: string,
  columns: Column[],
  n: number,
  filled: Contents,
  random: () => number,
): Promise<Row | undefined> {
  for (let attempt = 0; attempt < triesForRow; attempt++) {
    const share = attempt > 0 ? random() : n === 0 ? 1 : 0
    const chosen = columns.filter((column) => column.required || random() < share)
    const row = Object.fromEntries(chosen.map((column) => [column.name, valueFor(column, n, filled, random)]))
    if (columns.some(({ name, required }) => required && row[name] === undefined)) continue
    const names = Object.keys(row).filter((name) => row[name] !== undefined)
    const sql = `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')})
      VALUES (${names.map(() => '?').join(', ')}) RETURNING *`
    try {
      const { rows } = await db.client.execute({
        sql,
        args: names.map((name) => row[name] as string | number),
      })
      return { ...rows[0] }
    } catch {
      // A constraint or trigger forbids this one: try another.
    }
  }
  return undefined
}

function valueFor(
  { name, type, parent }: Column,
  n: number,
  filled: Contents,
  random: () => number,
): unknown {
  if (parent !== undefined) {
    const rows = filled[parent.table] ?? []
    return rows[Math.floor(random() * rows.length)]?.[parent.column]
  }
  if (type === 'INTEGER') return n + 1
  if (type === 'REAL') return n + 0.5
  // A trigger looks for its row: no key says that it refers to one.
  if (name === 'fee_item') return ['property', 'parking', 'other'][n]
  if (name === 'period' || name.endsWith('_period')) return `2026-0${n + 1}`
  if (name.endsWith('_on') || name === 'on_day') return `2026-0${n + 1}-01`
  return name.endsWith('_json') ? '{}' : `${name} ${n}`
}

async function tablesOf(db: Db): Promise<string[]> {
  const { rows } = await db.client.execute(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> '_migrations'`,
  )
  return rows.map((row) => String(row.name))
}

/** Keys are read from the table's SQL: sqld does not let clients ask for them by PRAGMA. */
/** What refers to another table by a part of its key, which no foreign key can say. */
const named: Readonly<Record<string, Column['parent']>> = {
  'survey_marks.question': { table: 'survey_questions', column: 'code' },
}

async function columnsOf(db: Db, table: string): Promise<Column[]> {
  const [info, schema] = await db.client.batch([
    `PRAGMA table_info("${table}")`,
    { sql: 'SELECT sql FROM sqlite_schema WHERE name = ?', args: [table] },
  ])
  const keys = String(schema?.rows[0]?.sql).matchAll(/FOREIGN KEY \(`(\w+)`\) REFERENCES `(\w+)`\(`(\w+)`\)/g)
  const parents = new Map([...keys].map((key) => [key[1], { table: String(key[2]), column: String(key[3]) }]))
  return (info?.rows ?? []).map((row) => {
    const parent = parents.get(String(row.name)) ?? named[`${table}.${String(row.name)}`]
    const automatic = Number(row.pk) === 1 && String(row.type).toUpperCase() === 'INTEGER'
    return {
      name: String(row.name),
      type: String(row.type).toUpperCase(),
      required: Number(row.notnull) === 1 && row.dflt_value === null && !automatic,
      ...(parent && { parent }),
    }
  })
}

/** Parents before their children; a table that refers to itself begins with rows that refer to none. */
function inOrder<T extends { name: string; columns: Column[] }>(tables: T[]): T[] {
  const ordered: T[] = []
  const waiting = [...tables]
  while (waiting.length > 0) {
    const ready = waiting.findIndex(({ name, columns }) =>
      columns.every(
        ({ parent }) =>
          parent === undefined || parent.table === name || ordered.some((one) => one.name === parent.table),
      ),
    )
    ordered.push(...waiting.splice(Math.max(ready, 0), 1))
  }
  return ordered
}

/** Park and Miller's generator: the same choices in every run. */
export function dice(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}
