import { auditLog, type CompanyRow } from '@heju/db'
import { backups, companies, operators, platformSubject, type CompanyState } from '@heju/db/platform-tables'
import { and, count, desc, eq, getTableColumns, like, lt, or, sql, type SQL } from 'drizzle-orm'
import type { PlatformCtx } from '../../platform-context.ts'
import { companyUnknown } from './errors.ts'

const pageSize = 50

/** Which companies to list; `failing`: setting up or migrating stopped with an error. */
export interface CompanyFilter {
  state?: CompanyState
  schema?: 'behind' | 'failing'
  /** Part of the name, or the beginning of the address. */
  search?: string
  /** Id of the last one of the page before. */
  after?: string
}

/** How far the backups of a company are; null before the first. */
export type BackupRow = typeof backups.$inferSelect
export type ListedCompany = CompanyRow & { backup: BackupRow | null }

export interface CompanyCounts {
  states: Readonly<Record<CompanyState, number>>
  behind: number
  failing: number
}

/** Companies, newest first, fifty at a time, and how many there are of each kind. One round trip. */
export async function listCompanies(
  ctx: PlatformCtx,
  filter: CompanyFilter,
  latestTag: string,
): Promise<{
  items: ListedCompany[]
  next: string | null
  counts: CompanyCounts
  platformBackup: BackupRow | null
}> {
  ctx.requireOperator()
  const [rows, states, [problems], [platformBackup]] = await ctx.db.orm.batch([
    ctx.db.orm
      .select({ company: companies, backup: backups })
      .from(companies)
      .leftJoin(backups, eq(backups.subject, companies.id))
      .where(and(...conditions(filter, latestTag)))
      .orderBy(desc(companies.id))
      .limit(pageSize + 1),
    ctx.db.orm.select({ state: companies.state, count: count() }).from(companies).groupBy(companies.state),
    ctx.db.orm
      .select({
        behind: sql<number>`coalesce(sum(${behind(latestTag)}), 0)`,
        failing: sql<number>`coalesce(sum(${failing}), 0)`,
      })
      .from(companies),
    ctx.db.orm.select().from(backups).where(eq(backups.subject, platformSubject)),
  ])
  const items = rows.slice(0, pageSize).map(({ company, backup }) => ({ ...company, backup }))
  const known = Object.fromEntries(states.map((row) => [row.state, row.count]))
  return {
    items,
    next: rows.length > pageSize ? (items.at(-1)?.id ?? null) : null,
    counts: {
      states: { provisioning: 0, active: 0, suspended: 0, closed: 0, ...known },
      behind: problems?.behind ?? 0,
      failing: problems?.failing ?? 0,
    },
    platformBackup: platformBackup ?? null,
  }
}

/** One company's row in the register. @throws `tenancy.company_unknown` */
export async function companyRow(ctx: PlatformCtx, companyId: string): Promise<CompanyRow> {
  const [row] = await ctx.db.orm.select().from(companies).where(eq(companies.id, companyId)).limit(1)
  if (row === undefined) throw companyUnknown()
  return row
}

/** The company of an id, or of the address that an operator types. @throws `tenancy.company_unknown` */
export async function companyNamed(ctx: PlatformCtx, named: string): Promise<CompanyRow> {
  ctx.requireOperator()
  const [row] = await ctx.db.orm
    .select()
    .from(companies)
    .where(or(eq(companies.id, named), eq(companies.slug, named)))
    .limit(1)
  if (row === undefined) throw companyUnknown()
  return row
}

/** An entry of the audit log, with the names of the operator who acted and of what it is about. */
export type AuditRow = typeof auditLog.$inferSelect & {
  operatorName: string | null
  subjectName: string | null
}
const auditColumns = {
  ...getTableColumns(auditLog),
  operatorName: sql<string | null>`(SELECT name FROM ${operators} WHERE id = actor_id)`,
  subjectName: sql<string | null>`coalesce((SELECT name FROM ${companies} WHERE id = subject_id),
    (SELECT name FROM ${operators} WHERE id = subject_id))`,
}

/** A company with what was done to it, newest first. One round trip. @throws `tenancy.company_unknown` */
export async function companyWithHistory(
  ctx: PlatformCtx,
  companyId: string,
): Promise<{ company: ListedCompany; history: AuditRow[] }> {
  ctx.requireOperator()
  const [[found], history] = await ctx.db.orm.batch([
    ctx.db.orm
      .select({ company: companies, backup: backups })
      .from(companies)
      .leftJoin(backups, eq(backups.subject, companies.id))
      .where(eq(companies.id, companyId))
      .limit(1),
    ctx.db.orm
      .select(auditColumns)
      .from(auditLog)
      .where(eq(auditLog.subjectId, companyId))
      .orderBy(desc(auditLog.at), desc(auditLog.seq))
      .limit(pageSize),
  ])
  if (found === undefined) throw companyUnknown()
  return { company: { ...found.company, backup: found.backup }, history }
}

/** All that was done on the platform, newest first, fifty at a time. @param before `seq` of the last one of the page before */
export async function platformHistory(
  ctx: PlatformCtx,
  before?: number,
): Promise<{ items: AuditRow[]; next: number | null }> {
  ctx.requireOperator()
  const rows = await ctx.db.orm
    .select(auditColumns)
    .from(auditLog)
    .where(before === undefined ? undefined : lt(auditLog.seq, before))
    .orderBy(desc(auditLog.seq))
    .limit(pageSize + 1)
  const items = rows.slice(0, pageSize)
  return { items, next: rows.length > pageSize ? (items.at(-1)?.seq ?? null) : null }
}

const inUse = sql`state IN ('active', 'suspended')`
const behind = (latestTag: string) => sql`(${inUse} AND coalesce(schema_tag, '') < ${latestTag})`
const failing = sql`(state <> 'closed' AND (schema_failure IS NOT NULL OR provisioning_failure IS NOT NULL
  OR storage_full_at IS NOT NULL
  OR EXISTS (SELECT 1 FROM ${backups} b WHERE b.subject = companies.id AND b.failure IS NOT NULL)))`

function conditions({ state, schema, search, after }: CompanyFilter, latestTag: string): SQL[] {
  const found: (SQL | undefined)[] = [
    state === undefined ? undefined : eq(companies.state, state),
    schema === 'behind' ? behind(latestTag) : undefined,
    schema === 'failing' ? failing : undefined,
    after === undefined ? undefined : lt(companies.id, after),
  ]
  if (search !== undefined && search !== '') {
    const plain = search.replaceAll(/[%_]/g, '')
    found.push(or(like(companies.slug, `${plain}%`), like(companies.name, `%${plain}%`)))
  }
  return found.filter((condition) => condition !== undefined)
}
