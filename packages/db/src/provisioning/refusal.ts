import { defineError } from '@heju/kernel'

/** The database server, or Turso's API, answered with a status that the adapter cannot go on with. */
export const databaseServerRefused = defineError('database.server_refused', 'provider')
