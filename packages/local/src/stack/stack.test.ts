import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId } from '@heju/kernel'
import { expect, test } from 'vitest'
import { makeKeys, startStack } from './index.ts'

test('a second start finds the companies of the first, though its databases answer at another port', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'heju-stack-'))
  const options = { dataDir, keys: await makeKeys(), baseHost: 'localhost:8787' }
  const first = await startStack(options)
  await (
    await first.platform()
  ).client.execute({
    sql: `INSERT INTO companies (id, name, slug, state, zone, locale, database_kind, database_url, database_namespace,
      created_at, changed_at) VALUES (?, '和润物业', 'demo', 'active', 'Asia/Shanghai', 'zh-CN', 'sqld', ?, 'ns', 0, 0)`,
    // The address that an earlier start had: nothing answers there any more.
    args: [newId('comp', Date.now()), 'http://127.0.0.1:1'],
  })
  await first.close()
  const second = await startStack(options)
  try {
    const { rows } = await (await second.platform()).client.execute('SELECT database_url FROM companies')
    expect(rows.map((row) => row.database_url)).toEqual([second.env.SQLD_URL])
  } finally {
    await second.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
})
