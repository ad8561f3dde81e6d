/**
 * What one import may hold. A Worker has 128 MB: 60,000 rows of ten columns, unpacked and read, stay within it.
 * 10,000 rooms with owners are some 3 MB.
 */
export const importLimits = {
  /** Bytes of the file as uploaded. */
  fileBytes: 10 * 1024 * 1024,
  /** Bytes of all parts of an `.xlsx` together, unpacked. */
  unpackedBytes: 64 * 1024 * 1024,
  /** Rows that hold anything, over all sheets. */
  rows: 60_000,
  /** Cells from the first to the last used row and column, over all sheets. */
  cells: 1_200_000,
} as const
