import { describe, expect, test } from 'vitest'
import { hashPassword, verifyNoPassword, verifyPassword } from './passwords.ts'

describe('passwords', () => {
  test('the right password matches its hash and another does not', async () => {
    const hash = await hashPassword('翠湖花园-2026')
    expect(await verifyPassword('翠湖花园-2026', hash)).toBe(true)
    expect(await verifyPassword('翠湖花园-2027', hash)).toBe(false)
  })

  test('the same password is hashed differently each time, with its parameters', async () => {
    const [first, second] = [await hashPassword('long enough'), await hashPassword('long enough')]
    expect(first).not.toBe(second)
    expect(first).toMatch(/^scrypt\$16384\$8\$5\$[\w-]{22}\$[\w-]{43}$/)
  })

  test('a password typed in full width is the same password', async () => {
    expect(await verifyPassword('abc12345678', await hashPassword('ａｂｃ１２３４５６７８'))).toBe(true)
  })

  test('what is no hash of ours matches nothing', async () => {
    for (const hash of ['', 'plain', 'md5$1$2$3$4$5']) expect(await verifyPassword('plain', hash)).toBe(false)
    expect(await verifyNoPassword('plain')).toBe(false)
  })
})
