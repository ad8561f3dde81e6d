/** Together about two seconds: longer than a checkpoint or a commit of another writer takes. */
const pausesMs = [20, 60, 180, 540, 1_200]

/**
 * Runs a single statement again, in its place, when the database was locked or the server had too much to do: both say
 * that nothing was carried out. An answer that was lost says nothing, and is no reason here.
 * @throws what the last try threw
 */
export async function retryWhenBusy<T>(run: () => Promise<T>): Promise<T> {
  for (const pause of pausesMs) {
    try {
      return await run()
    } catch (error) {
      if (!isBusy(error)) throw error
    }
    // Those who met each other shall not meet again.
    await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random())))
  }
  return run()
}

/** The code stands in the error of the client, or in what drizzle wraps around it. */
function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  const tooMany = code === 'SERVER_ERROR' && /\b429\b/.test(error.message)
  return /^SQLITE_(BUSY|LOCKED)/.test(code) || tooMany || isBusy(error.cause)
}
