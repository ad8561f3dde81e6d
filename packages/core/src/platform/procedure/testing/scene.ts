import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api'
import { newId } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { smallProject } from '../../../estate/registry/testing.ts'
import { addStaff } from '../../../people/identity/testing.ts'
import type { Role } from '../../../permissions/index.ts'
import { as, freshRequestId, testCtx } from '../../../testing.ts'
import {
  applyToRenovate,
  renovationCounters,
  renovationMatters,
  renovations,
  renovationSteps,
} from './renovation.ts'
import { repairCounters, repairMatters, repairRaises, repairs, repairSteps, reportRepair } from './repairs.ts'
import { orderTrigger } from './every-step.ts'

/** A company that has the tables of the trial procedures, with a project and people who work in it. */
export async function trialCompany() {
  const admin = await testCtx()
  await makeTables(admin.db.orm, {
    repairs,
    repairCounters,
    repairSteps,
    repairRaises,
    renovations,
    renovationCounters,
    renovationSteps,
  })
  for (const matters of [repairMatters, renovationMatters])
    await admin.db.orm.run(sql.raw(orderTrigger(matters)))
  const { projectId } = await smallProject(admin, '观澜府')
  const works = async (role: Role, projects: string[] = [projectId]) => {
    const assignments = [{ role, projects }]
    const { id } = await addStaff(admin, { name: `${role}的人`, assignments })
    return as(admin, { kind: 'staff', id, assignments })
  }
  const place = '3栋-2单元-1501'
  const report = async (ctx: Awaited<ReturnType<typeof works>>, more: { urgent?: boolean } = {}) => {
    const id = newId('rpr', ctx.now)
    const said = { projectId, place, text: '厨房水管漏水。', urgent: false, ...more }
    await reportRepair(ctx, { requestId: freshRequestId(), id, ...said })
    return id
  }
  const apply = async (ctx: Awaited<ReturnType<typeof works>>) => {
    const id = newId('rnv', ctx.now)
    const said = { projectId, place, scope: '厨卫翻新', depositFen: 200_000 }
    await applyToRenovate(ctx, { requestId: freshRequestId(), id, ...said })
    return id
  }
  return { admin, projectId, works, report, apply }
}

async function makeTables(
  orm: { run: (statement: ReturnType<typeof sql>) => unknown },
  tables: Record<string, SQLiteTable>,
) {
  const [empty, full] = await Promise.all([generateSQLiteDrizzleJson({}), generateSQLiteDrizzleJson(tables)])
  for (const statement of await generateSQLiteMigration(empty, full)) await orm.run(sql.raw(statement))
}
