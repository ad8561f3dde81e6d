/**
 * Stands for Cloudflare's cron: local Workers are not ticked by themselves.
 * @param url address of the running Workers
 * @returns a function that stops it
 */
export function startClock(url: string): () => void {
  const timer = setInterval(() => void tick(url), 60_000)
  return () => clearInterval(timer)
}

/** One tick of the scheduled Worker, now. */
export async function tick(url: string): Promise<void> {
  const path = '/cdn-cgi/local/explorer/api/local/scheduled?worker=heju-scheduled'
  await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ cron: '* * * * *' }),
  }).catch(() => undefined)
}
