/** What a database must have had for this code to read it. */
export const latestTag = '0060_parking_space_names'
