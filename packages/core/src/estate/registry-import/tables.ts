import { erasedAfter, impersonal } from '@heju/db'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { projects } from '../projects/index.ts'
import { applyStages, importStates } from './import-rules.ts'

/** One upload of a registry: what it would do, and how far it is done. Free of personal data. */
export const importJobs = sqliteTable(
  'import_jobs',
  {
    id: text().primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id),
    fileName: impersonal(text('file_name')).notNull(),
    fileSha256: text('file_sha256').notNull(),
    state: text({ enum: importStates }).notNull(),
    /** `ImportCounts` as JSON. */
    countsJson: impersonal(text('counts_json')).notNull(),
    /** `TableSummary[]` as JSON: how the sheets were understood. */
    tablesJson: erasedAfter('passing', 'words', 'readers', text('tables_json')).notNull(),
    errors: integer().notNull(),
    warnings: integer().notNull(),
    notes: integer().notNull(),
    /** Parts to apply, and applied. */
    parts: integer().notNull(),
    partsDone: integer('parts_done').notNull().default(0),
    /** How often it was set going: once when confirmed, once more each time that it is tried again. */
    runs: integer().notNull().default(0),
    /** Runs of all the project's imports that had come to an end when this one was compared with the registry. */
    appliedBefore: integer('applied_before').notNull(),
    createdAt: integer('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    confirmedAt: integer('confirmed_at'),
    confirmedBy: text('confirmed_by'),
    appliedAt: integer('applied_at'),
    /** Why it stopped, a code; what it was writing then. Null unless it failed. */
    failure: impersonal(text()),
    failedStage: text('failed_stage', { enum: applyStages }),
    /** Questions to a person without an answer: nothing is applied before they have one. */
    openQuestions: integer('open_questions').notNull().default(0),
    /** `Question[]` as JSON, with the answers. */
    questionsJson: erasedAfter('passing', 'words', 'readers', text('questions_json')).notNull().default('[]'),
    /**
     * By name of tariff, how many rooms that were on record at the preview would come under it, `ComingUnder[]` as JSON. Null:
     * previewed before that was asked.
     */
    chargesJson: impersonal(text('charges_json')),
    /** Who has let it charge rooms on record, and may write tariffs; null: nobody. */
    chargesAllowedBy: text('charges_allowed_by'),
    /** How often it was calculated anew since it was first looked at, as answers were given: who confirms says of which. */
    revision: integer().notNull().default(0),
    /** Hash of the sheets' headings: what was answered once is proposed for the next workbook of the same layout. */
    layout: impersonal(text()).notNull().default(''),
  },
  (table) => [
    index('import_jobs_by_project').on(table.projectId, table.createdAt),
    index('import_jobs_by_layout').on(table.projectId, table.layout, table.createdAt),
  ],
)

export const importPartKinds = [
  'apply', // rows to write, stage by stage
  'changes', // what differs from the registry, before and after
  'problems',
  'bad_rows', // rows to correct, as they stand in the file
  'payers', // who pays from when, place by place, as it is shown
  'as_read', // who was at places when the import was compared with them
  'spaces_as_read', // the spaces on record that had the codes of the file when it was compared with them
  'sheets', // the file as it was read, until the import is confirmed
] as const

/**
 * What an upload brought, in parts, packed and sealed as `import_parts.<kind>`: it holds names, phones and ID numbers.
 * Parts that were applied are emptied.
 */
export const importParts = sqliteTable(
  'import_parts',
  {
    importId: text('import_id')
      .notNull()
      .references(() => importJobs.id),
    kind: text({ enum: importPartKinds }).notNull(),
    /** From 0, in the order in which they are applied or shown. */
    seq: integer().notNull(),
    sealed: erasedAfter('passing', 'words', 'readers', text()).notNull(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.kind, table.seq] })],
)
