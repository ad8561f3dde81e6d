import type { Ctx } from '@heju/core'
import type { InValue } from '@libsql/client'

/** A row as another one is, but for what is said of it: states that it takes many verbs, or a month, to come to. */
export async function copyOf(
  { db }: Ctx,
  table: string,
  like: Readonly<Record<string, InValue>>,
  changes: Readonly<Record<string, InValue>>,
): Promise<void> {
  // Without the columns that the database makes itself.
  const { rows: named } = await db.client.execute(`SELECT name FROM pragma_table_info('${table}')`)
  const columns = named.map(({ name }) => String(name))
  const where = Object.keys(like).map((column) => `${column} = ?`)
  const { rows } = await db.client.execute({
    sql: `SELECT ${columns.join(', ')} FROM ${table} WHERE ${where.join(' AND ')} LIMIT 1`,
    args: Object.values(like),
  })
  const [found] = rows
  if (found === undefined) throw new Error(`Nothing in ${table} is like ${JSON.stringify(like)}`)
  const values = columns.map((column) => (column in changes ? changes[column] : found[column]) ?? null)
  await db.client.execute({
    sql: `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    args: values,
  })
}
