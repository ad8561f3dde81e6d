/** What one request, message or tick spent on one kind of asking. Shown in `Server-Timing`, held to a budget by a test. */
export interface Trips {
  count: number
  milliseconds: number
}

export function noTrips(): Trips {
  return { count: 0, milliseconds: 0 }
}

/** Adds one asking to the count, however it ends. */
export async function countTrip<T>(trips: Trips, run: () => Promise<T>): Promise<T> {
  const start = performance.now()
  try {
    return await run()
  } finally {
    trips.count += 1
    trips.milliseconds += performance.now() - start
  }
}
