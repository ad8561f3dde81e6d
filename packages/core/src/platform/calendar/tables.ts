import { impersonal } from '@heju/db'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * Days that this company works or rests otherwise than the national calendar says: a make-up day of its own, a
 * typhoon, or a year whose official notice came out after this version of the product.
 */
export const calendarDays = sqliteTable('calendar_days', {
  onDay: text('on_day').primaryKey(),
  kind: text({ enum: ['work', 'rest'] }).notNull(),
  name: impersonal(text()).notNull(),
  changedAt: integer('changed_at').notNull(),
})
