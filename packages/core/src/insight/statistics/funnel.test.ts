import { describe, expect, test } from 'vitest'
import { adjustForMany } from './false-discovery.ts'
import { funnelLimits, funnelOf, funnelReaches, type Counted } from './funnel.ts'

const households = [120, 310, 180, 420, 140, 300, 260, 480, 90, 250]
const counted = (counts: readonly number[], of: readonly number[] = households): Counted[] =>
  counts.map((count, i) => ({ id: String(i + 1), count, of: of[i] ?? 0 }))
const flagged = (p: readonly number[]) =>
  adjustForMany(p).flatMap((each, i) => (each <= 0.05 ? [String(i + 1)] : []))

describe('complaints of ten projects', () => {
  const uneven = funnelOf('rate', counted([5, 20, 4, 31, 3, 24, 8, 52, 6, 10]))

  test('that differ more than chance are measured by what they differ anyway: nobody stands out', () => {
    expect(1000 * (uneven?.centre ?? 0)).toBeCloseTo(63.92157, 5)
    const z = [-1.06703, 0.04131, -2.78406, 0.7727, -2.51888, 1.03977, -2.49658, 3.34387, 0.10192, -1.67054]
    const adjusted = [
      -0.77582, 0.02273, -1.821, 0.38065, -1.76348, 0.57863, -1.45806, 1.5648, 0.0789, -0.98824,
    ]
    for (const [i, unit] of (uneven?.units ?? []).entries()) {
      expect(unit.z).toBeCloseTo(z[i] ?? 0, 5)
      expect(unit.zAdjusted).toBeCloseTo(adjusted[i] ?? 0, 5)
    }
    expect(uneven?.dispersion).toBeCloseTo(2.562307, 6)
    expect((uneven?.tau ?? 0) ** 2).toBeCloseTo(0.00185753, 8)
    expect(flagged(uneven?.units.map(({ p }) => p) ?? [])).toEqual([])
  })

  test('have limits at each size, wider by what they differ anyway', () => {
    const per = (tau: number, reach: number) => {
      const { low, high } = funnelLimits({ ...uneven!, tau }, 300, reach)
      return [1000 * low, 1000 * high]
    }
    const { warning, alarm } = funnelReaches
    const tau = uneven?.tau ?? 0
    expect(per(0, warning)).toEqual([expect.closeTo(38.51, 2), expect.closeTo(95.73, 2)])
    expect(per(tau, warning)).toEqual([expect.closeTo(22.85, 2), expect.closeTo(125.67, 2)])
    expect(per(0, alarm)).toEqual([expect.closeTo(26.77, 2), expect.closeTo(116.99, 2)])
    expect(per(tau, alarm)).toEqual([expect.closeTo(8.56, 2), expect.closeTo(170.67, 1)])
  })

  test('that differ as chance has it are measured by chance alone: the one beyond it is found', () => {
    const even = funnelOf('rate', counted([5, 12, 9, 22, 3, 15, 8, 41, 6, 10]))
    expect(1000 * (even?.centre ?? 0)).toBeCloseTo(51.37255, 5)
    expect(even?.dispersion).toBeCloseTo(0.826764, 6)
    expect(even?.tau).toBe(0)
    expect(even?.units[7]).toMatchObject({ z: expect.closeTo(2.874718, 6), p: expect.closeTo(0.004044, 6) })
    const p = even?.units.map((unit) => unit.p) ?? []
    expect(adjustForMany(p)[7]).toBeCloseTo(0.040439, 6)
    expect(flagged(p)).toEqual(['8'])
  })
})

describe('complaints in time', () => {
  test('are measured on the scale of shares; too few projects to say how far they differ anyway', () => {
    const funnel = funnelOf('share', counted([18, 52, 40, 33, 61], [20, 60, 41, 45, 70]))
    expect(funnel?.centre).toBeCloseTo(0.864407, 6)
    const z = [0.4951, 0.0513, 2.8211, -2.2209, 0.1735]
    for (const [i, unit] of (funnel?.units ?? []).entries()) expect(unit.z).toBeCloseTo(z[i] ?? 0, 4)
    expect(funnel?.tau).toBe(0)
    const { low, high } = funnelLimits(funnel!, 1, funnelReaches.alarm)
    expect([low, high]).toEqual([0, 1])
  })

  test('of nothing are no funnel, and who has none is not in it', () => {
    expect(funnelOf('share', counted([0, 0], [0, 0]))).toBeNull()
    expect(funnelOf('rate', counted([3, 0], [100, 0]))?.units.map(({ id }) => id)).toEqual(['1'])
  })
})
