/** What a database must have had for this code to read it. */
export const latestTag = '0058_import_charges_allowed'
