/** What a database must have had for this code to read it. */
export const latestTag = '0027_keys_as_they_compare'
