import { expect, test } from 'vitest'
import { databaseBefore } from './before.ts'

const unit = 'unit_00000000000000000000000000'
const entity = 'entity_00000000000000000000000000'

/** A company of before: two projects, merchants of which one is replaced, an order under way, three receipts in two years. */
async function companyOfBefore() {
  const before = await databaseBefore('organisation')
  const merchant = (id: string, scope: string, retired: string) =>
    `('${id}', '${scope}', '190000000${id.length}', 'wx0', 's', 'p', 'abcd', 'sealed ${id}', 1, 1, NULL, NULL, ${retired})`
  const payment = (id: string, project: string) =>
    `('${id}', '${project}', 'cash', 100, '李女士', '3栋-1501', '2026-11-01', '2026-11-01', 1, 'stf_1', '王芳')`
  const receipt = (serial: number, year: number, paymentId: string, project: string) =>
    `('rcp_${paymentId}', printf('SJ-%04d-%06d', ${year}, ${serial}), ${year}, ${serial}, '${paymentId}', '${project}', '{"company":"和润物业","amountFen":100}', 1)`
  await before.db.client.executeMultiple(`
    INSERT INTO projects (id, name, type, service_mode, price_regime, created_at, changed_at, archived_at) VALUES
      ('proj_a', '翠湖花园', 'villa', 'custom', 'market', 5, 5, NULL), ('proj_b', '云顶', 'villa', 'custom', 'market', 6, 6, 7);
    INSERT INTO merchants VALUES ${merchant('mch_all', 'company', 'NULL')}, ${merchant('mch_old', 'company', '3')}, ${merchant('mch_a', 'proj_a', 'NULL')};
    INSERT INTO payment_orders (id, out_trade_no, merchant_ref, project_id, owner_id, payer_name, scene, amount_fen, description, opening_sealed, state, created_at, expires_at)
      VALUES ('ord_1', 'out1', 'mch_a', 'proj_a', 'ownr_1', '李女士', 'h5', 100, '-', '-', 'opened', 1, 2);
    INSERT INTO payment_order_lines (order_id, bill_id, amount_fen) VALUES ('ord_1', 'bill_1', 100);
    INSERT INTO payments (id, project_id, method, amount_fen, payer_name, places, paid_on, recorded_on, recorded_at, recorded_by, cashier_name)
      VALUES ${payment('pay_1', 'proj_a')}, ${payment('pay_2', 'proj_b')}, ${payment('pay_3', 'proj_a')}, ${payment('pay_4', 'proj_a')}, ${payment('pay_5', 'proj_a')}, ${payment('pay_6', 'proj_a')};
    INSERT INTO receipt_counters VALUES (2025, 1);
    INSERT INTO receipts VALUES ${receipt(1, 2025, 'pay_1', 'proj_a')};
    INSERT INTO receipt_counters VALUES (2026, 1);
    INSERT INTO receipts VALUES ${receipt(1, 2026, 'pay_2', 'proj_b')};
    UPDATE receipt_counters SET last = 2 WHERE year = 2026;
    INSERT INTO receipts VALUES ${receipt(2, 2026, 'pay_3', 'proj_a')};`)
  return { ...before, receipt }
}

test('a company of before stands as one unit and one entity, with all that it had, and nothing given out is changed', async () => {
  const { run, upgrade } = await companyOfBefore()
  const kept = {
    receipts:
      'SELECT id, number, year, serial, payment_id, project_id, snapshot_json, issued_at FROM receipts ORDER BY id',
    merchants: 'SELECT id, scope, merchant_id, settings_sealed, retired_at FROM merchants ORDER BY id',
    orders: 'SELECT * FROM payment_orders JOIN payment_order_lines ON order_id = id',
    counters: 'SELECT * FROM receipt_counters ORDER BY year',
  }
  const read = () => Promise.all(Object.values(kept).map(run))
  const before = await read()
  await upgrade()
  expect(await read()).toEqual(before)
  expect(await run('SELECT id, kind, name, closed_on FROM organisation_units')).toEqual([
    { id: unit, kind: 'company', name: '', closed_on: null },
  ])
  expect(await run('SELECT id, name, series_code FROM legal_entities')).toEqual([
    { id: entity, name: '', series_code: '' },
  ])
  expect(await run('SELECT project_id, from_on, unit_id FROM project_units ORDER BY 1')).toEqual([
    { project_id: 'proj_a', from_on: '', unit_id: unit },
    { project_id: 'proj_b', from_on: '', unit_id: unit },
  ])
  expect(await run('SELECT project_id, from_on, entity_id FROM project_entities ORDER BY 1')).toEqual([
    { project_id: 'proj_a', from_on: '', entity_id: entity },
    { project_id: 'proj_b', from_on: '', entity_id: entity },
  ])
  expect(await run('SELECT DISTINCT entity_id FROM merchants')).toEqual([{ entity_id: entity }])
  expect(await run('SELECT DISTINCT entity_id FROM receipts')).toEqual([{ entity_id: entity }])
  expect(await run('SELECT year, last FROM receipt_series ORDER BY year')).toEqual([
    { year: 2025, last: 1 },
    { year: 2026, last: 2 },
  ])
})

test('a series goes on without gap or double, whichever code counts', async () => {
  const { db, run, upgrade, receipt } = await companyOfBefore()
  await upgrade()
  const columns = '(id, number, year, serial, payment_id, project_id, snapshot_json, issued_at)'
  const ofBefore = (serial: number, payment: string, year = 2026) =>
    db.client.batch([
      `INSERT INTO receipt_counters (year, last) VALUES (${year}, 1) ON CONFLICT (year) DO UPDATE SET last = last + 1`,
      `INSERT INTO receipts ${columns} VALUES ${receipt(serial, year, payment, 'proj_a')}`,
    ])
  const ofNow = (serial: number, payment: string, year = 2026) =>
    db.client.batch([
      `INSERT INTO receipt_series (entity_id, year, last) VALUES ('${entity}', ${year}, 1) ON CONFLICT (entity_id, year) DO UPDATE SET last = last + 1`,
      `INSERT INTO receipts ${columns} VALUES ${receipt(serial, year, payment, 'proj_a')}`,
    ])
  await ofBefore(3, 'pay_4')
  await ofNow(4, 'pay_5')
  await expect(ofBefore(4, 'pay_6')).rejects.toThrow('follow')
  await ofBefore(5, 'pay_6')
  const counted =
    'SELECT last FROM receipt_series WHERE year = 2026 UNION ALL SELECT last FROM receipt_counters WHERE year = 2026'
  expect(await run(counted)).toEqual([{ last: 5 }, { last: 5 }])
  // In a new year whoever comes first begins both.
  await run(`INSERT INTO receipt_counters (year, last) VALUES (2027, 1)`)
  await run(`INSERT INTO receipt_series (entity_id, year, last) VALUES ('${entity}', 2028, 1)`)
  const begun = `SELECT year, last FROM receipt_series WHERE year > 2026 UNION ALL SELECT year, last FROM receipt_counters WHERE year > 2026`
  expect((await run(begun)).map(({ year, last }) => `${Number(year)} ${Number(last)}`).toSorted()).toEqual([
    '2027 1',
    '2027 1',
    '2028 1',
    '2028 1',
  ])
})

test('a project that the code before makes is placed as well', async () => {
  const { run, upgrade } = await companyOfBefore()
  await upgrade()
  await run(`INSERT INTO projects (id, name, type, service_mode, price_regime, created_at, changed_at)
    VALUES ('proj_c', '别院', 'villa', 'custom', 'market', 8, 8)`)
  expect(
    await run(
      `SELECT unit_id, entity_id FROM project_units JOIN project_entities USING (project_id, from_on) WHERE project_id = 'proj_c'`,
    ),
  ).toEqual([{ unit_id: unit, entity_id: entity }])
})

test('no row of a history is rewritten, and no series is set back, skipped or taken away', async () => {
  const { run, upgrade, receipt } = await companyOfBefore()
  await upgrade()
  const branch = 'unit_00000000000000000000000001'
  await run(
    `INSERT INTO organisation_units (id, kind, name, created_at, changed_at) VALUES ('${branch}', 'branch', '沪', 1, 1)`,
  )
  await run(`INSERT INTO organisation_unit_parents VALUES ('${branch}', '', '${unit}', 1)`)
  const columns = '(id, number, year, serial, payment_id, project_id, snapshot_json, issued_at, entity_id)'
  // The counter says 2, and two receipts are there: the next has to raise it first.
  const ahead = receipt(3, 2026, 'pay_4', 'proj_a').replace(/\)$/, `, '${entity}')`)
  const refused = {
    [`UPDATE organisation_unit_parents SET parent_id = '${branch}'`]: 'another row',
    [`UPDATE project_units SET unit_id = '${branch}'`]: 'another row',
    "UPDATE project_entities SET from_on = '2026-01-01'": 'another row',
    'UPDATE receipt_series SET last = last + 2 WHERE year = 2026': 'follow one another',
    'UPDATE receipt_series SET last = last - 1 WHERE year = 2026': 'follow one another',
    'UPDATE receipt_series SET last = last + 1, year = 2030 WHERE year = 2026': 'follow one another',
    "UPDATE receipt_series SET last = last + 1, entity_id = 'entity_x' WHERE year = 2026":
      'follow one another',
    'DELETE FROM receipt_series': 'follow one another',
    [`INSERT INTO receipts ${columns} VALUES ${ahead}`]: 'follow one another',
    "UPDATE legal_entities SET series_code = 'HR'": 'receipts bear this code',
    // One of a project’s own, whichever entity it is entered for.
    [`INSERT INTO merchants (id, entity_id, scope, merchant_id, app_id, merchant_serial, platform_serials, api_v3_key_last4, settings_sealed, created_at, changed_at)
      SELECT 'mch_b', 'entity_x', scope, merchant_id, app_id, merchant_serial, platform_serials, api_v3_key_last4, settings_sealed, 1, 1
      FROM merchants WHERE id = 'mch_a'`]: 'UNIQUE constraint failed: merchants.scope',
  }
  for (const [statement, why] of Object.entries(refused))
    await expect(run(statement), statement).rejects.toThrow(why)
})
