import { isCivilDate, newId } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import { testNow as now } from '../../testing.ts'
import {
  exceptionStates,
  exceptionTransitions,
  nextWatch,
  openOrderStates,
  orderLifetimeMs,
  orderStates,
  orderTransitions,
  outTradeNoOf,
  paidOnRange,
  sourcesOf,
} from './rules.ts'

const minute = 60_000

describe('the states of an order', () => {
  test('paid and exception are the end, and nothing leads back to an open state', () => {
    expect(orderTransitions.paid).toEqual([])
    expect(orderTransitions.exception).toEqual([])
    for (const from of orderStates.filter((state) => !openOrderStates.some((open) => open === state))) {
      for (const to of [...openOrderStates, 'paid'] as const) expect(orderTransitions[from]).not.toContain(to)
    }
  })

  test('money may be found for an order in every state but the two that already account for it', () => {
    expect(sourcesOf(orderTransitions, 'exception')).toEqual(['created', 'opened', 'closed', 'expired'])
    expect(sourcesOf(orderTransitions, 'paid')).toEqual(['created', 'opened'])
  })

  test('a resolved exception stays resolved, every other can be resolved', () => {
    expect(sourcesOf(exceptionTransitions, 'resolved')).toEqual(['open', 'held'])
    for (const to of exceptionStates) expect(exceptionTransitions.resolved).not.toContain(to)
  })
})

describe('watching an order', () => {
  test('the provider is asked after 5, 15 and 60 seconds, 5, 10 and 20 minutes, and at the end', () => {
    const asked: number[] = []
    for (let at: number | null = now; at !== null && asked.length < 7;) {
      at = nextWatch(now, at)
      asked.push((at ?? 0) - now)
    }
    expect(asked).toEqual([5_000, 15_000, minute, 5 * minute, 10 * minute, 20 * minute, orderLifetimeMs])
  })

  test('a late consumer goes on with the next step that is still to come', () => {
    expect(nextWatch(now, now + 7 * minute)).toBe(now + 10 * minute)
  })

  test('an hour later it is asked about every hour for three days in all, then a person must look', () => {
    let last: number = now + 60 * minute
    let times = 0
    for (let at = nextWatch(now, last); at !== null; at = nextWatch(now, at)) {
      expect(at - last).toBe(60 * minute)
      last = at
      times += 1
    }
    expect(times).toBe(71)
  })
})

describe('the number of an order', () => {
  test('is what the provider takes, names the day of the zone, and differs by order', () => {
    const numbers = Array.from({ length: 200 }, () => outTradeNoOf(newId('ord', now), now, 'Asia/Shanghai'))
    for (const number of numbers) expect(number).toMatch(/^HJ20261122[0-9A-Z]{16}$/)
    expect(new Set(numbers).size).toBe(200)
  })
})

describe('the day of a payment at the desk', () => {
  test('cash and cards may be entered a week later, transfers two months, nothing in advance', () => {
    const today = '2026-11-22'
    if (!isCivilDate(today)) throw new Error('no date')
    expect(paidOnRange('cash', today)).toEqual({ from: '2026-11-15', to: today })
    expect(paidOnRange('pos', today)).toEqual({ from: '2026-11-15', to: today })
    expect(paidOnRange('transfer', today)).toEqual({ from: '2026-09-23', to: today })
  })
})
