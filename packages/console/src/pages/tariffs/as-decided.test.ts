import { describe, expect, test } from 'vitest'
import { ApiError } from '../../app/api.ts'
import { NotMeant } from '../../parts/not-meant.ts'
import { asDecided } from './as-decided.ts'

const twice = new ApiError(409, {
  code: 'billing.charged_twice',
  message: '会收两次',
  fields: [],
  params: {},
})

describe('a tariff that would charge places twice', () => {
  test('is sent again as meant, and left alone without an error when it is not', async () => {
    const sent: boolean[] = []
    const send = async (beside: boolean) => {
      sent.push(beside)
      if (!beside) throw twice
      return 'done'
    }
    expect(await asDecided(send, async () => true)).toBe('done')
    await expect(asDecided(send, async () => false)).rejects.toBeInstanceOf(NotMeant)
    expect(sent).toEqual([false, true, false])
  })

  test('any other refusal is said as it is', async () => {
    const other = new ApiError(404, { code: 'billing.tariff_not_found', message: '', fields: [], params: {} })
    await expect(
      asDecided(
        () => Promise.reject(other),
        async () => true,
      ),
    ).rejects.toBe(other)
  })
})
