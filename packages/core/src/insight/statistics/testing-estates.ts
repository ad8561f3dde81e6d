import { normal, type Opinion } from './testing.ts'

/** How households of an estate answer. */
export type Answers = (next: () => number) => Opinion

export const mark = (value: number) => Math.max(1, Math.min(5, Math.round(value)))
/** Six dimensions: expected mostly 5, found as drawn for each. */
const six = (next: () => number, found: () => number, fives = 0.7): Opinion => {
  let [x, y] = [0, 0]
  for (let i = 0; i < 6; i++) {
    x += next() < fives ? 5 : 4
    y += found()
  }
  return { x, y }
}
/** Quality differs from household to household, and each answer from the household's own. */
export const usual =
  (level = 4.1, between = 0.6, within = 0.7): Answers =>
  (next) => {
    const quality = level + between * normal(next)
    return six(next, () => mark(quality + within * normal(next)))
  }
/** Most give top marks throughout; the others find little good. */
export const top =
  (share = 0.88): Answers =>
  (next) =>
    next() < share ? six(next, () => 5, 0.8) : six(next, () => mark(1 + 1.5 * next()), 0.8)
/** A few are furious, everybody else is wholly content. */
export const rare =
  (share = 0.04): Answers =>
  (next) =>
    next() < share ? six(next, () => 1, 1) : six(next, () => 5, 1)
/** Half against half. */
export const polar =
  (share = 0.5): Answers =>
  (next) => {
    const found = next() < share ? 5 : 2
    return six(next, () => found)
  }
/** A single dimension. */
export const dimension =
  (share = 0.88): Answers =>
  (next) => ({ x: next() < 0.6 ? 5 : 4, y: next() < share ? 5 : mark(1 + 3 * next()) })
