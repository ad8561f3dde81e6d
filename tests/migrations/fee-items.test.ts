import { expect, test } from 'vitest'
import { databaseBefore } from './before.ts'

/** A company of before: tariffs of the three items, one of them switched off, and bills that were given out. */
async function companyOfBefore() {
  const before = await databaseBefore('fee_items')
  const tariff = (id: string, item: string, state = 'active') =>
    `('${id}', 'proj_a', '${id}', '${item}', 'room', '${state}', 5, 5)`
  const bill = (id: string, item: string, state: string) =>
    `('${id}', 'proj_a', 'room_1', '${id}', 'price_1', '${item}', '2026-10', '2026-10-01', '2026-10-31', 31, 'pers_1', 100, 1000, '2026-10-31', '${state}', 5, 5)`
  await before.db.client.executeMultiple(
    `
    INSERT INTO tariffs (id, project_id, name, fee_item, basis, state, created_at, changed_at)
      VALUES ${tariff('fee', 'property')}, ${tariff('cars', 'parking', 'disabled')}, ${tariff('waste', 'other')};
    INSERT INTO bills (id, project_id, room_id, tariff_id, price_id, fee_item, period, from_on, to_on, days, payer_person_id,
      quantity_e2, amount_fen, due_on, state, created_at, published_at)
      VALUES ${bill('b1', 'property', 'published')}, ${bill('b2', 'parking', 'void')}, ${bill('b3', 'other', 'draft')};
    INSERT INTO receipts (id, number, year, serial, payment_id, project_id, snapshot_json, issued_at)
      VALUES ('rcp_1', 'SJ-2026-000001', 2026, 1, 'pay_1', 'proj_a', '{"items":[{"fee":"物业费"}]}', 5);`.replace(
      /INSERT INTO receipts/,
      `INSERT INTO payments (id, project_id, method, amount_fen, payer_name, places, paid_on, recorded_on, recorded_at, recorded_by, cashier_name)
      VALUES ('pay_1', 'proj_a', 'cash', 100, '李女士', '1501', '2026-11-01', '2026-11-01', 1, 'stf_1', '王芳');
    INSERT INTO receipt_counters VALUES (2026, 1) ON CONFLICT DO NOTHING;
    INSERT INTO receipts`,
    ),
  )
  return before
}

test('what was charged of the three items in code is charged of three rows under the same words, and nothing given out is changed', async () => {
  const { run, upgrade } = await companyOfBefore()
  const kept = ['tariffs', 'bills', 'payments', 'receipts'].map(
    (table) => `SELECT * FROM ${table} ORDER BY id`,
  )
  const read = () => Promise.all(kept.map(run))
  const before = await read()
  await upgrade()
  expect(await read()).toEqual(before)
  // What the code did by the words, the rows say: which displace others, and in which order they stand.
  expect(
    await run(
      'SELECT id, name, exclusive, guided, whose_money, retired_at FROM fee_items ORDER BY settle_order',
    ),
  ).toEqual([
    { id: 'property', name: '', exclusive: 1, guided: 1, whose_money: 'company', retired_at: null },
    { id: 'parking', name: '', exclusive: 1, guided: 0, whose_money: 'company', retired_at: null },
    { id: 'other', name: '', exclusive: 0, guided: 0, whose_money: 'company', retired_at: null },
  ])
  const orphans = 'SELECT id FROM tariffs WHERE fee_item NOT IN (SELECT id FROM fee_items)'
  expect(await run(`${orphans} UNION ${orphans.replace('tariffs', 'bills')}`)).toEqual([])
})

test('a company of before charges on: the code before makes tariffs of the three items, and of no other', async () => {
  const { run, upgrade } = await companyOfBefore()
  await upgrade()
  const add = (id: string, item: string) =>
    run(`INSERT INTO tariffs (id, project_id, name, fee_item, basis, state, created_at, changed_at)
      VALUES ('${id}', 'proj_b', '${id}', '${item}', 'area', 'draft', 5, 5) ON CONFLICT (project_id, name) DO NOTHING`)
  for (const item of ['property', 'parking', 'other']) await add(item, item)
  await expect(add('heating', 'heating')).rejects.toThrow('a tariff charges a fee item')
  // One that is charged stays as it is, and one that only a tariff out of use charges may be taken out of use.
  await expect(run(`UPDATE fee_items SET retired_at = 9 WHERE id = 'other'`)).rejects.toThrow('in use')
  await expect(run(`UPDATE fee_items SET exclusive = 1 WHERE id = 'other'`)).rejects.toThrow('keeps')
  await run(`UPDATE fee_items SET retired_at = 9, exclusive = exclusive WHERE id = 'parking'`)
})
