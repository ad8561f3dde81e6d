/** What a database must have had for this code to read it. */
export const latestTag = '0018_strangers_keep_nobody_out'
