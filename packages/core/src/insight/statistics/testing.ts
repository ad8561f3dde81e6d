import type { SharedSums } from './change.ts'
import type { Sample, Sums } from './ratio.ts'

/** What one person expects (x) and finds (y). */
export interface Opinion {
  x: number
  y: number
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

/** The sums that the database gives, calculated person by person. */
export function sumsOf(opinions: readonly Opinion[]): Sums {
  return {
    n: opinions.length,
    x: total(opinions.map(({ x }) => x)),
    y: total(opinions.map(({ y }) => y)),
    xx: total(opinions.map(({ x }) => x * x)),
    yy: total(opinions.map(({ y }) => y * y)),
    xy: total(opinions.map(({ x, y }) => x * y)),
  }
}

/** Of the six dimensions together, from 6 to 30; of one, from 1 to 5. */
export const whole = { least: 6, most: 30 } as const
export const single = { least: 1, most: 5 } as const

/** Answers of persons with one room each. */
export function sampleOf(opinions: readonly Opinion[], scale: Sample['scale'] = whole): Sample {
  return { sums: sumsOf(opinions), answers: opinions.length, scale }
}

/** The sums over persons who answered in both months. */
export function sharedOf(both: readonly { now: Opinion; before: Opinion }[]): SharedSums {
  return {
    n: both.length,
    x1: total(both.map(({ now }) => now.x)),
    y1: total(both.map(({ now }) => now.y)),
    x2: total(both.map(({ before }) => before.x)),
    y2: total(both.map(({ before }) => before.y)),
    x1x2: total(both.map(({ now, before }) => now.x * before.x)),
    x1y2: total(both.map(({ now, before }) => now.x * before.y)),
    y1x2: total(both.map(({ now, before }) => now.y * before.x)),
    y1y2: total(both.map(({ now, before }) => now.y * before.y)),
  }
}

/** Numbers from 0 to 1 that only look random, the same ones for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = Math.trunc(seed * 1000)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A standard normal value (Box & Muller). */
export function normal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
}

/** The first n are a random sample afterwards, in random order. */
export function shuffleFirst<T>(of: T[], n: number, next: () => number): void {
  for (let i = 0; i < n; i++) {
    const j = i + Math.floor(next() * (of.length - i))
    const kept = of[i] as T
    of[i] = of[j] as T
    of[j] = kept
  }
}

/** Long runs where the whole of the tests runs, short ones while somebody works. */
export const thorough = process.env.CI !== undefined && process.env.CI !== ''
