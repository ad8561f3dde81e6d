import { isNull, sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { photoTypes } from './photo-type.ts'

/**
 * Photos that people sent. A row is written before the bytes are, so that whatever lies in the store is known here; a
 * file that nothing refers to a day later is removed with its bytes.
 */
export const files = sqliteTable(
  'files',
  {
    id: text().primaryKey(),
    /** The staff member or owner who sent it, and alone may attach it to something. */
    uploadedBy: text('uploaded_by').notNull(),
    createdAt: integer('created_at').notNull(),
    /** Set, together with the three below, once the bytes lie in the store. */
    storedAt: integer('stored_at'),
    contentType: text('content_type', { enum: photoTypes }),
    /** Bytes. */
    size: integer(),
    sha256: text(),
    /** When what cameras write beside a picture was taken off: as it came, but for photos of the time before that. */
    bareAt: integer('bare_at'),
    /** What it was attached to, as the capability that owns the subject says. Null: nothing yet. */
    subjectId: text('subject_id'),
  },
  (table) => [
    index('files_by_subject').on(table.subjectId, table.id),
    index('files_unattached').on(table.createdAt, table.id).where(isNull(table.subjectId)),
    index('files_to_make_bare')
      .on(table.id)
      .where(sql`bare_at IS NULL AND stored_at IS NOT NULL`),
    index('files_by_bareness').on(table.bareAt, table.id),
    index('files_unattached_of').on(table.uploadedBy, table.createdAt).where(isNull(table.subjectId)),
  ],
)
