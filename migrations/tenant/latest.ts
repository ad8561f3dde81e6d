/** What a database must have had for this code to read it. */
export const latestTag = '0030_agreements_end_with_occupancies'
