import { describe, expect, test } from 'vitest'
import { ApiError } from '../../app/api.ts'
import { NotMeant } from '../../parts/not-meant.ts'
import { asDecided, type Decision } from './as-decided.ts'

const twice = new ApiError(409, {
  code: 'billing.charged_twice',
  message: '会收两次',
  fields: [],
  params: {},
})

describe('a tariff that would charge places twice', () => {
  test('is sent again as meant, and left alone without an error when it is not', async () => {
    const sent: unknown[] = []
    const send = async ({ others }: { others?: Decision }) => {
      sent.push(others)
      if (others === undefined) throw twice
      return 'done'
    }
    expect(await asDecided(send, async () => 'replace')).toBe('done')
    await expect(asDecided(send, async () => undefined)).rejects.toBeInstanceOf(NotMeant)
    expect(sent).toEqual([undefined, 'replace', undefined])
  })

  test('any other refusal is said as it is', async () => {
    const other = new ApiError(404, { code: 'billing.tariff_not_found', message: '', fields: [], params: {} })
    await expect(
      asDecided(
        () => Promise.reject(other),
        async () => 'keep' as const,
      ),
    ).rejects.toBe(other)
  })
})
