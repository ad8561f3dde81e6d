import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { failureOf } from '@heju/core'
import { paymentList, recordPayment } from '@heju/core/fees/payments'
import { addBill, cash, estate, noProvider, paidOf } from '@heju/core/fees/payments/testing'
import { testCtx } from '@heju/core/testing'
import { migrate, TenantDb } from '@heju/db'
import { migrationFiles } from '@heju/db/migration-files'
import { SqldProvisioner } from '@heju/db/provisioning'
import { makeKeys } from '@heju/local/stack'
import { afterAll, expect, test } from 'vitest'
import { startSqld, type Sqld } from '../setup/sqld-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'heju-disk-full-'))
let sqld: Sqld | undefined
afterAll(async () => {
  await sqld?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Stops a file from growing, as a full disk does: the write fails, and the process is not killed over it. */
const noMore = `-f 16000 && trap '' XFSZ`

/** Writes until not even a few bytes go in any more. */
async function fillUp(db: TenantDb): Promise<void> {
  await db.client.execute('CREATE TABLE ballast (x)')
  const fits = (bytes: number) =>
    db.client.execute({ sql: 'INSERT INTO ballast VALUES (zeroblob(?))', args: [bytes] }).then(
      () => true,
      () => false,
    )
  for (const bytes of [500_000, 20_000, 1]) while (await fits(bytes));
}

test(
  'when its disk takes no more, sqld says otherwise than of a limit of its own; people are told the same, read on, and succeed once there is space',
  { timeout: 120_000 },
  async () => {
    const keys = await makeKeys()
    const given = { folder, adminKey: keys.sqldAdminKey, jwtPublicKeyPem: keys.sqldTokenPublicKey }
    sqld = await startSqld({ ...given, limits: [noMore] })
    const { url, adminUrl, ports } = sqld
    const settings = { url, adminUrl, adminKey: keys.sqldAdminKey, tokenPrivateKeyPem: keys.sqldTokenKey }
    const provisioner = new SqldProvisioner(settings)
    const db = new TenantDb(await provisioner.endpoint(await provisioner.create('company')))
    await migrate(db, migrationFiles('tenant'), 0)
    const place = await estate(await testCtx({ db }))
    const billId = await addBill(place)
    const payment = cash([billId])
    await fillUp(db)

    const record = () => recordPayment(place.cashier, payment, noProvider)
    const failure = await record().then(
      () => undefined,
      (error: unknown) => failureOf(error),
    )
    expect(failure).toMatchObject({ code: 'database.full', cause: { code: 'SQLITE_IOERR' } })
    expect(await paymentList.page(place.cashier, {})).toMatchObject({ items: [] })
    expect(await paidOf(place.ctx, billId)).toEqual({ paidFen: 0, linesFen: 0 })

    await sqld.stop()
    sqld = await startSqld({ ...given, ports })
    const booked = await record()
    expect(await record()).toEqual(booked)
    expect(await paidOf(place.ctx, billId)).toEqual({ paidFen: 10_000, linesFen: 10_000 })
    expect((await db.client.execute('PRAGMA integrity_check')).rows[0]?.[0]).toBe('ok')
  },
)
