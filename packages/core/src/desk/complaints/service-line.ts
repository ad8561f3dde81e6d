import { sql, type SQL } from 'drizzle-orm'
import { noServiceLine, type ServiceLine, type ServiceLineFilter } from '../../estate/service-lines/index.ts'
import { complaintCategories } from './tables.ts'

/**
 * The service line of a complaint, said once: that of its category on the first level, as it is today. A category that moves takes
 * what was complained about under it along.
 */
export const lineOfComplaint = sql<ServiceLine | null>`(SELECT coalesce(above.service_line, own.service_line)
  FROM ${complaintCategories} AS own LEFT JOIN ${complaintCategories} AS above ON above.id = own.parent_id
  WHERE own.id = ${sql.raw('complaints.category_id')})`

/** Whether a complaint is of a line: a condition. */
export function isOfLine(line: ServiceLineFilter): SQL {
  return line === noServiceLine ? sql`${lineOfComplaint} IS NULL` : sql`${lineOfComplaint} = ${line}`
}
