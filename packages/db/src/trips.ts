/** What one request, message or tick spent on databases. Shown in `Server-Timing`, held to a budget by a test. */
export interface Trips {
  count: number
  milliseconds: number
}

export function noTrips(): Trips {
  return { count: 0, milliseconds: 0 }
}
