import { anyhow } from '@heju/core/testing'
import { Ctx } from '@heju/core'
import { complaintCategorySeed, listCategories, registerComplaint } from '@heju/core/desk/complaints'
import { sealPhone } from '@heju/core/estate/registry'
import { surveysJob } from '@heju/core/insight/satisfaction'
import type { Ports } from '@heju/core/platform/outbox'
import type { TenantDb } from '@heju/db'
import { newId } from '@heju/kernel'
import { ctxOf, now, type Bed } from './bed.ts'

/** The month of which the survey opens, and when it does. */
export const surveyed = '2026-10'
export const surveyedAt = Date.UTC(2026, 10, 6, 2)
/** When the bills of the bench are overdue, by day. */
export const overdueAt = Date.UTC(2026, 11, 20, 2)

/** The same place at another time. */
export function later({ company, actor, db, vault }: Ctx, at: number): Ctx {
  return new Ctx({ company, actor, now: at, requestId: 'bench', db, vault })
}

/** The rows of an estate that each path reads, laid down set-based beside what `layEstate` laid. */
export async function fill(bed: Bed, db: TenantDb, projectId: string, rows: number): Promise<void> {
  await fillSpaces(db, projectId, rows)
  await fillPhones(bed, db, rows)
  await fillPayments(db, projectId, rows)
  await fillComplaints(bed, db, projectId, Math.min(rows, 19_999))
  await fillAudit(bed, db, Math.min(rows, 19_000))
}

const counting = (rows: number) =>
  `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows})`

async function fillSpaces(db: TenantDb, projectId: string, rows: number): Promise<void> {
  await db.client.execute(
    `${counting(rows)} INSERT INTO parking_spaces (id, project_id, key, lot, code, sort_key, created_at, changed_at)
      SELECT printf('park_%026d', i), '${projectId}', 'B1|' || i, 'B1', 'B1-' || i, printf('%08d', i), ${now}, ${now} FROM n`,
  )
}

/** A phone each: the sealed number is the same one, what it is found by is each one's own. */
async function fillPhones(bed: Bed, db: TenantDb, rows: number): Promise<void> {
  const { vault } = await ctxOf(bed, db, 'job')
  const { phoneSealed, phoneMasked } = await sealPhone(vault, '+8613912345678')
  await db.client.execute({
    sql: `${counting(rows)} INSERT INTO person_phones (person_id, position, phone_sealed, phone_index, phone_last4, phone_masked)
      SELECT printf('pers_%026d', i), 0, ?, 'bench-' || i, '5678', ? FROM n`,
    args: [phoneSealed, phoneMasked],
  })
}

async function fillPayments(db: TenantDb, projectId: string, rows: number): Promise<void> {
  await db.client.execute(
    `${counting(rows)} INSERT INTO payments (id, project_id, method, amount_fen, payer_name, places, reference_no, paid_on, recorded_on, recorded_at, recorded_by, cashier_name)
      SELECT printf('pay_%026d', i), '${projectId}', 'transfer', 30000 + i, '业主', '1栋-' || i, printf('REF%012d', i), '2026-10-08', '2026-10-08', ${now} - i, 'staff_bench', '李出纳' FROM n`,
  )
}

/** One complaint as it is registered, and copies of it. */
async function fillComplaints(bed: Bed, db: TenantDb, projectId: string, rows: number): Promise<void> {
  const [ctx, job] = [await ctxOf(bed, db, 'staff'), await ctxOf(bed, db, 'job')]
  await complaintCategorySeed.seed(job)
  const [category] = await listCategories(ctx)
  await registerComplaint(ctx, {
    requestId: 'bench-complaint',
    complaintId: newId('cmpl', now),
    projectId,
    categoryId: category?.id ?? '',
    channel: 'phone',
    contactName: '业主',
    place: '1号',
    text: '电梯运行时有异响，请尽快检修，并告诉我们什么时候能修好，老人上下楼不方便。',
  })
  await copies(db, 'complaints', rows - 1, {
    id: `printf('cmpl_%026d', i)`,
    number: `printf('TS-20261101-%06d', i)`,
    registered_at: 'registered_at - i',
  })
}

/** Entries as the audit log has them; the export of one adds its own. */
async function fillAudit(bed: Bed, db: TenantDb, rows: number): Promise<void> {
  const ctx = await ctxOf(bed, db, 'staff')
  await ctx.write(
    'bench.audit',
    { requestId: 'bench-audit' },
    (write) => {
      const detail = {
        role: ['owner', 'tenant'],
        fromOn: ['2020-01-01', '2026-01-01'],
        toOn: [null, '2026-12-31'],
      }
      write.audit('registry.occupancy_changed', 'room_00000000000000000000000001', { detail })
      return null
    },
    anyhow,
  )
  await copies(db, 'audit_log', rows, { seq: 'NULL', at: 'at - i' })
}

/** Opens the survey and has every household answer, by one answer as it is kept and copies of it. */
export async function fillAnswers(bed: Bed, db: TenantDb, rows: number): Promise<void> {
  await surveysJob.run(later(await ctxOf(bed, db, 'job'), surveyedAt), {} as Ports, surveyedAt)
  await db.client.batch(
    [
      `INSERT INTO survey_answers (id, round_id, room_id, methodology, channel, by_id, comment, named, answered_at)
        SELECT 'ans_' || room_id, round_id, room_id, (SELECT methodology FROM survey_rounds), 'portal', 'own_bench',
          '保安态度好，就是电梯有时候要等很久，希望早晚高峰多开一部。', 1, ${now} FROM survey_households ORDER BY room_id LIMIT ${rows}`,
      `INSERT INTO survey_marks (answer_id, question, expected, mark)
        SELECT a.id, q.code, iif(q.sides = 'both', 4, NULL), 4 FROM survey_answers a JOIN survey_questions q USING (methodology)`,
      `UPDATE survey_households SET answers = 1, answer_id = 'ans_' || room_id WHERE 'ans_' || room_id IN (SELECT id FROM survey_answers)`,
    ],
    'write',
  )
}

/**
 * Copies of the last row of a table, told apart by what is named.
 * @param apart SQL by column, in which `i` counts from 1
 */
async function copies(
  db: TenantDb,
  table: string,
  rows: number,
  apart: Readonly<Record<string, string>>,
): Promise<void> {
  const { rows: named } = await db.client.execute(`SELECT name FROM pragma_table_info('${table}')`)
  const columns = named.map(({ name }) => String(name))
  const values = columns.map((column) => apart[column] ?? column)
  await db.client.execute(
    `${counting(rows)} INSERT INTO ${table} (${columns.join(', ')})
      SELECT ${values.join(', ')} FROM n, (SELECT * FROM ${table} ORDER BY rowid DESC LIMIT 1)`,
  )
}
