/** What a database must have had for this code to read it. */
export const latestTag = '0028_bare_photos_and_quiet_bills'
