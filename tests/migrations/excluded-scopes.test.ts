import { assignTariff, endAssignment } from '@heju/core/fees/billing'
import { Estate } from '@heju/core/fees/billing/testing'
import type { Ctx } from '@heju/core'
import { freshRequestId, testCtx } from '@heju/core/testing'
import type { CivilDate } from '@heju/kernel'
import { expect, test } from 'vitest'
import { databaseBefore } from './before.ts'

/** How the code of November 2026 finds what charges rooms that came since: which, by what. */
const asTheCodeBefore = `WITH t AS MATERIALIZED (SELECT * FROM rooms WHERE project_id = ?1 AND archived_at IS NULL
    AND created_at >= (SELECT min(created_at) FROM tariff_scopes WHERE project_id = ?1))
  SELECT t.id AS room, f.name AS tariff FROM tariff_scopes s CROSS JOIN tariffs f ON f.id = s.tariff_id
  CROSS JOIN t WHERE s.project_id = ?1 AND f.basis <> 'parking_space' AND (s.to_on IS NULL OR s.to_on >= ?2) AND t.created_at >= s.created_at
    AND CASE s.kind WHEN 'project' THEN 1 WHEN 'room_use' THEN s.value = t.use WHEN 'building' THEN s.value = t.building_id ELSE 0 END
    AND NOT EXISTS (SELECT 1 FROM tariff_assignments a JOIN tariffs g ON g.id = a.tariff_id
      WHERE a.target_id = t.id AND (g.id = f.id OR f.fee_item <> 'other' AND g.fee_item = f.fee_item))
    AND NOT (f.fee_item <> 'other' AND EXISTS (SELECT 1 FROM tariff_scopes n JOIN tariffs g ON g.id = n.tariff_id
      WHERE n.project_id = ?1 AND g.fee_item = f.fee_item AND g.basis <> 'parking_space' AND (n.to_on IS NULL OR n.to_on >= ?2)
        AND CASE n.kind WHEN 'project' THEN 1 WHEN 'room_use' THEN n.value = t.use WHEN 'building' THEN n.value = t.building_id ELSE 0 END
        AND CASE n.kind WHEN 'project' THEN 0 WHEN 'room_use' THEN 1 WHEN 'parking_kind' THEN 1 WHEN 'building' THEN 2 END
          > CASE s.kind WHEN 'project' THEN 0 WHEN 'room_use' THEN 1 WHEN 'parking_kind' THEN 1 WHEN 'building' THEN 2 END))`

async function charged(ctx: Ctx, projectId: string): Promise<{ room: string; tariff: string }[]> {
  const { rows } = await ctx.db.client.execute({ sql: asTheCodeBefore, args: [projectId, '2026-11-28'] })
  return rows.map(({ room, tariff }) => ({ room: String(room), tariff: String(tariff) }))
}

test('after a roll-back, later rooms are not charged what was ended or given over for their building', async () => {
  const ctx = await testCtx()
  const estate = await Estate.lay(ctx)
  const tariff = (name: string, surcharge = false) => estate.tariff({ name, surcharge })
  const [usual, ended, given] = [
    await tariff('物业费'),
    await tariff('旧物业费', true),
    await tariff('一栋物业费'),
  ]
  await estate.rooms([{}])
  const assign = (tariffId: string, scope: object, more: object = {}) =>
    assignTariff(ctx, {
      requestId: freshRequestId(),
      tariffId,
      scope,
      fromOn: '2026-01-01',
      ...more,
    } as never)
  const building = { kind: 'building', values: [estate.buildingId] }
  const late = async () => {
    const [room] = (await estate.rooms([{}])) as [string]
    await ctx.db.client.execute({
      sql: 'UPDATE rooms SET created_at = ? WHERE id = ?',
      args: [ctx.now + 1, room],
    })
    return room
  }
  await assign(usual, { kind: 'project' })
  await assign(ended, { kind: 'project' })
  const end = {
    requestId: freshRequestId(),
    tariffId: ended,
    scope: building,
    toOn: '2026-06-30' as CivilDate,
  }
  await endAssignment(ctx, end as never)
  await late()
  // Nothing at all: which of the wider charges is meant, that code cannot tell.
  expect(await charged(ctx, estate.projectId)).toEqual([])
  await assign(given, building, { others: 'replace' })
  const room = await late()
  expect(await charged(ctx, estate.projectId)).toEqual([{ room, tariff: '一栋物业费' }])
})

test('what was taken out before the upgrade is dated after any place, what was not keeps its day', async () => {
  const { db, run, upgrade } = await databaseBefore('kept_charges')
  await db.client.executeMultiple(`
    INSERT INTO tariffs (id, project_id, name, fee_item, basis, state, created_at, changed_at) VALUES ('t', 'p', '物业费', 'property', 'area', 'active', 1, 1);
    INSERT INTO tariff_scopes (id, tariff_id, project_id, kind, value, excluded, from_on, created_at)
      VALUES ('in', 't', 'p', 'project', 'p', 0, '2026-01-01', 5), ('out', 't', 'p', 'building', 'b', 1, '2026-07-01', 6);`)
  await upgrade()
  const rows = await run('SELECT id, created_at AS at FROM tariff_scopes ORDER BY id')
  expect(rows.map(({ id, at }) => [id, at])).toEqual([
    ['in', 5],
    ['out', Number.MAX_SAFE_INTEGER],
  ])
})
