import { defineError } from '@heju/kernel'

/**
 * The database server, or Turso's API, answered with a status that the adapter cannot go on with. It counts as not being
 * there: quota and maintenance pass, and setting a company up goes on by itself.
 */
export const databaseServerRefused = defineError('database.server_refused', 'unavailable')
