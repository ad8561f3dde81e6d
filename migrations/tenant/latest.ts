/** What a database must have had for this code to read it. */
export const latestTag = '0026_writes_of_the_code_before'
