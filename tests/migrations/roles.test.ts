import { expect, test } from 'vitest'
import { databaseBefore } from './before.ts'

/** A company of before: somebody for all projects, somebody in two, an administrator. */
async function companyOfBefore() {
  const before = await databaseBefore('_roles')
  const member = (id: string) => `('${id}', '王芳', '${id}@example.com', 'active', 1, 1)`
  await before.db.client.executeMultiple(`
    INSERT INTO projects (id, name, type, service_mode, price_regime, created_at, changed_at) VALUES
      ('proj_a', '翠湖花园', 'villa', 'custom', 'market', 5, 5), ('proj_b', '云顶', 'villa', 'custom', 'market', 6, 6);
    INSERT INTO staff (id, name, email, state, created_at, changed_at) VALUES ${member('stf_1')}, ${member('stf_2')}, ${member('stf_3')};
    INSERT INTO staff_assignments (staff_id, role, project_id) VALUES ('stf_1', 'company_admin', NULL),
      ('stf_2', 'cashier', 'proj_a'), ('stf_2', 'cashier', 'proj_b'), ('stf_2', 'front_desk', 'proj_a'), ('stf_3', 'auditor', NULL);`)
  return before
}

const asBefore =
  'SELECT staff_id, role, project_id FROM staff_assignments ORDER BY staff_id, role, project_id'

test('who held what holds it still, and the code before reads it as it was', async () => {
  const { run, upgrade } = await companyOfBefore()
  const before = await run(asBefore)
  await upgrade()
  expect(await run(asBefore)).toEqual(before)
  expect(
    await run(
      'SELECT staff_id, role, scope_kind, scope_id FROM role_assignments ORDER BY staff_id, role, scope_id',
    ),
  ).toEqual([
    { staff_id: 'stf_1', role: 'company_admin', scope_kind: 'company', scope_id: '' },
    { staff_id: 'stf_2', role: 'cashier', scope_kind: 'project', scope_id: 'proj_a' },
    { staff_id: 'stf_2', role: 'cashier', scope_kind: 'project', scope_id: 'proj_b' },
    { staff_id: 'stf_2', role: 'front_desk', scope_kind: 'project', scope_id: 'proj_a' },
    { staff_id: 'stf_3', role: 'auditor', scope_kind: 'company', scope_id: '' },
  ])
})

test('the code before takes roles away and gives others, and what was held in a scope that it does not know goes with them', async () => {
  const { run, upgrade, db } = await companyOfBefore()
  await upgrade()
  await run(`INSERT INTO role_assignments VALUES ('stf_2', 'regional_manager', 'unit', 'unit_1')`)
  // A project that is not there lets it do nothing; as the company it would let it do everything.
  expect(await run(`SELECT project_id FROM staff_assignments WHERE role = 'regional_manager'`)).toEqual([
    { project_id: 'unit_1' },
  ])
  await db.client.batch([
    `DELETE FROM staff_assignments WHERE staff_id = 'stf_2'`,
    `INSERT INTO staff_assignments (staff_id, role, project_id) VALUES ('stf_2', 'worker', 'proj_b'), ('stf_2', 'accountant', NULL)`,
  ])
  expect(
    await run(
      `SELECT role, scope_kind, scope_id FROM role_assignments WHERE staff_id = 'stf_2' ORDER BY role`,
    ),
  ).toEqual([
    { role: 'accountant', scope_kind: 'company', scope_id: '' },
    { role: 'worker', scope_kind: 'project', scope_id: 'proj_b' },
  ])
  await expect(
    run(`INSERT INTO staff_assignments (staff_id, role, project_id) VALUES ('stf_2', 'worker', 'proj_b')`),
  ).rejects.toThrow(/UNIQUE|constraint/i)
})

test('a role of the company’s own is retired, not deleted', async () => {
  const { run, upgrade } = await companyOfBefore()
  await upgrade()
  await run(
    `INSERT INTO roles (id, name, created_at, changed_at, retired_at) VALUES ('role_1', '片区主管', 1, 1, NULL), ('role_2', '巡楼', 1, 1, 2)`,
  )
  await expect(run(`DELETE FROM roles WHERE id = 'role_1'`)).rejects.toThrow('retired')
  await run(`INSERT INTO roles (id, name, created_at, changed_at) VALUES ('role_3', '巡楼', 1, 1)`)
})
