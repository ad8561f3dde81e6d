/** What a database must have had for this code to read it. */
export const latestTag = '0007_copies_of_bare_photos'
