const factors: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  k: 1e3,
  kb: 1e3,
  kib: 2 ** 10,
  m: 1e6,
  mb: 1e6,
  mib: 2 ** 20,
  g: 1e9,
  gb: 1e9,
  gib: 2 ** 30,
  t: 1e12,
  tb: 1e12,
  tib: 2 ** 40,
  p: 1e15,
  pb: 1e15,
  pib: 2 ** 50,
}

/** A size in bytes from a number or a text such as `64MB` or `1.5 GiB`; null when it is neither. */
export function parseByteSize(size: unknown): number | null {
  if (typeof size === 'number') return Number.isInteger(size) && size >= 0 ? size : null
  if (typeof size !== 'string') return null
  const [, amount, unit] = /^\s*(\d+(?:\.\d+)?)\s*([a-zA-Z]*)\s*$/.exec(size) ?? []
  const factor = unit === undefined ? undefined : factors[unit.toLowerCase()]
  return amount === undefined || factor === undefined ? null : Math.floor(Number(amount) * factor)
}

/** The form in which sqld answers sizes: `512 B`, `64.0 MB`, `1000.0 PB`. What it rounds away is lost on the way. */
export function formatByteSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`
  const units = ['KB', 'MB', 'GB', 'TB', 'PB']
  const step = Math.min(Math.floor(Math.log10(bytes) / 3), units.length)
  return `${(bytes / 1_000 ** step).toFixed(1)} ${units[step - 1]}`
}
