/** What a database must have had for this code to read it. */
export const latestTag = '0020_one_line_triggers'
