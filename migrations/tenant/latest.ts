/** What a database must have had for this code to read it. */
export const latestTag = '0059_more_revisions'
