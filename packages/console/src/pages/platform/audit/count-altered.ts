/** How many entries a verdict names; a break that names none by itself counts for one. */
export function countAltered(
  breaks: readonly { altered: readonly number[]; missing: readonly number[] }[],
): number {
  return breaks.reduce((sum, { altered, missing }) => sum + Math.max(1, altered.length + missing.length), 0)
}
