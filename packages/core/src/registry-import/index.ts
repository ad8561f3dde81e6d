export { applyConfirmedImport, applyImport } from './apply-import.ts'
export { confirmImport, discardImport } from './confirm-import.ts'
export * from './errors.ts'
export {
  downloadBadRows,
  getImport,
  listImportChanges,
  listImportProblems,
  listImports,
} from './import-queries.ts'
export * from './import-rules.ts'
export { importLimits } from './limits.ts'
export type { Change } from './plan-parts.ts'
export { previewImport } from './preview-import.ts'
export { problemSeverities, type Problem, type ProblemCode, type Severity } from './problems.ts'
export * from './schemas.ts'
export { importJobs, importParts } from './tables.ts'
export { writeTemplate } from './template.ts'
