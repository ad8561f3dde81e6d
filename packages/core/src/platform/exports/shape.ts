import * as v from 'valibot'

/** What is asked for a list as a file, beside what narrows the list: `xlsx` for Excel, `csv` in UTF-8 with a byte order mark. */
export const fileEntries = { format: v.optional(v.picklist(['xlsx', 'csv']), 'xlsx') }
