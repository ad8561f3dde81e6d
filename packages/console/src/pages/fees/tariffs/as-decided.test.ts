import type { OthersDecision } from '@heju/core/fees/billing/shape'
import { describe, expect, test } from 'vitest'
import { ApiError, offline } from '../../../app/api.ts'
import { NotMeant } from '../../../parts/not-meant.ts'
import { asDecided, type Unanswered } from './as-decided.ts'

const twice = new ApiError(409, {
  code: 'billing.charged_twice',
  message: '会收两次',
  fields: [],
  params: {},
})

describe('a tariff that would charge places twice', () => {
  test('is sent again as meant, and left alone without an error when it is not', async () => {
    const sent: unknown[] = []
    const send = async ({ others }: { others?: OthersDecision }) => {
      sent.push(others)
      if (others === undefined) throw twice
      return 'done'
    }
    expect(await asDecided({}, send, async () => 'replace', {})).toBe('done')
    await expect(asDecided({}, send, async () => undefined, {})).rejects.toBeInstanceOf(NotMeant)
    expect(sent).toEqual([undefined, 'replace', undefined])
  })

  test('is repeated as decided, without another question, where the answer was lost', async () => {
    const sent: unknown[] = []
    let lost = true
    const send = async (json: { price: number; others?: OthersDecision }) => {
      sent.push(json)
      if (json.others === undefined) throw twice
      if (lost) throw offline()
      return 'done'
    }
    let asked = 0
    const ask = async () => (++asked === 1 ? ('keep' as const) : undefined)
    const memory: { unanswered?: Unanswered } = {}
    await expect(asDecided({ price: 1 }, send, ask, memory)).rejects.toMatchObject({ code: 'offline' })
    await expect(asDecided({ price: 1 }, send, ask, memory)).rejects.toMatchObject({ code: 'offline' })
    lost = false
    expect(await asDecided({ price: 1 }, send, ask, memory)).toBe('done')
    const [first, ...more] = sent
    expect(first).toEqual({ price: 1 })
    expect(more).toEqual(Array.from({ length: 3 }, () => ({ price: 1, others: 'keep' })))
    // It is done, and another price is another matter: both are asked about.
    await expect(asDecided({ price: 1 }, send, ask, memory)).rejects.toBeInstanceOf(NotMeant)
    memory.unanswered = { asked: JSON.stringify({ price: 1 }), decision: 'keep' }
    await expect(asDecided({ price: 2 }, send, ask, memory)).rejects.toBeInstanceOf(NotMeant)
    expect(asked).toBe(3)
  })

  test('any other refusal is said as it is', async () => {
    const other = new ApiError(404, { code: 'billing.tariff_not_found', message: '', fields: [], params: {} })
    await expect(
      asDecided(
        {},
        () => Promise.reject(other),
        async () => 'keep' as const,
        {},
      ),
    ).rejects.toBe(other)
  })
})
