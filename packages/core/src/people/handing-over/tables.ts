import { impersonal, sealedAfter } from '@heju/db'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { staff } from '../identity/index.ts'

/** That a colleague took over what another one held, append-only: a row for each receiver of a hand-over. */
export const handOvers = sqliteTable(
  'hand_overs',
  {
    id: text().primaryKey(),
    fromId: text('from_id')
      .notNull()
      .references(() => staff.id),
    toId: text('to_id')
      .notNull()
      .references(() => staff.id),
    byId: text('by_id').notNull(),
    at: integer().notNull(),
    note: sealedAfter('relation', 'words', 'readers', text()).notNull(),
    /** `{ kind, projectId, count }[]` as JSON. */
    partsJson: impersonal(text('parts_json')).notNull(),
  },
  (table) => [
    index('hand_overs_from').on(table.fromId, table.at),
    index('hand_overs_to').on(table.toId, table.at),
  ],
)
