import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { DeployFailure, readSettings, settingsFile } from './settings.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

function folderWith(text?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'heju-settings '))
  folders.push(folder)
  if (text !== undefined) writeFileSync(join(folder, settingsFile), text)
  return folder
}

describe('the plain settings of a deployment', () => {
  test('come from the one file; what the environment says comes first', () => {
    const folder = folderWith(
      'BASE_HOST=heju.example\nDATABASE_PROVIDER=sqld\nSMS_TEMPLATES={"otp":"SMS_1"}\n',
    )
    expect(readSettings(folder, { DATABASE_PROVIDER: 'turso', PATH: '/bin' })).toEqual({
      BASE_HOST: 'heju.example',
      DATABASE_PROVIDER: 'turso',
      SMS_TEMPLATES: '{"otp":"SMS_1"}',
    })
  })

  test('need no file where the environment has them all', () => {
    const env = { BASE_HOST: 'heju.example', DATABASE_PROVIDER: 'sqld' }
    expect(readSettings(folderWith(), env)).toEqual(env)
  })

  test('can be begun with the example that is there', () => {
    const folder = folderWith()
    copyFileSync(join(import.meta.dirname, '../../../../deployment.example.env'), join(folder, settingsFile))
    expect(readSettings(folder, {})).toMatchObject({ BASE_HOST: 'heju.example', DATABASE_PROVIDER: 'sqld' })
  })

  test.each([
    ['no host', 'DATABASE_PROVIDER=sqld', 'BASE_HOST is not set'],
    [
      'an address for a host',
      'BASE_HOST=https://heju.example\nDATABASE_PROVIDER=sqld',
      'bare name of a host',
    ],
    ['no provider', 'BASE_HOST=heju.example', 'DATABASE_PROVIDER must be sqld or turso'],
    ['a provider that there is not', 'BASE_HOST=heju.example\nDATABASE_PROVIDER=mysql', 'and not “mysql”'],
    ['a secret', 'BASE_HOST=heju.example\nDATABASE_PROVIDER=sqld\nVAULT_KEY=abc', 'VAULT_KEY'],
    ['a slip of the pen', 'BASE_HOTS=heju.example', 'BASE_HOTS'],
  ])('with %s are refused, and the sentence says what to do', (_what, text, says) => {
    const refused = () => readSettings(folderWith(text), {})
    expect(refused).toThrow(DeployFailure)
    expect(refused).toThrow(says)
  })
})
