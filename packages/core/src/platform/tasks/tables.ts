import { erasedAfter } from '@heju/db'
import { roles } from '../../permissions/index.ts'
import { isNull, sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { taskKindNames } from './rules.ts'

/** Work that waits for one member of staff, or for whoever holds a role in a project. */
export const tasks = sqliteTable(
  'tasks',
  {
    id: text().primaryKey(),
    kind: text({ enum: taskKindNames }).notNull(),
    /** What it is about: a complaint, a payment, a message. */
    subjectId: text('subject_id').notNull(),
    /** Null when it concerns the company as a whole. */
    projectId: text('project_id'),
    /** One of the two. */
    role: text({ enum: roles }),
    staffId: text('staff_id'),
    /** Values of its text as JSON: numbers and places, no personal data. */
    paramsJson: erasedAfter('matter', 'address', 'readers', text('params_json')).notNull(),
    dueAt: integer('due_at').notNull(),
    createdAt: integer('created_at').notNull(),
    doneAt: integer('done_at'),
    /** Who ended it: `stf_…`, or the job that found it settled. */
    doneBy: text('done_by'),
  },
  (table) => [
    uniqueIndex('tasks_open_once').on(table.kind, table.subjectId).where(isNull(table.doneAt)),
    index('tasks_open_of_staff').on(table.staffId, table.dueAt, table.id).where(isNull(table.doneAt)),
    index('tasks_open_of_role')
      .on(table.role, table.projectId, table.dueAt, table.id)
      .where(isNull(table.doneAt)),
    index('tasks_open_by_due').on(table.dueAt, table.id).where(isNull(table.doneAt)),
    check('tasks_of_one', sql`(role IS NULL) <> (staff_id IS NULL)`),
  ],
)
