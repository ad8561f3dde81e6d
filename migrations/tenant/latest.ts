/** What a database must have had for this code to read it. */
export const latestTag = '0037_fees_once_a_day'
