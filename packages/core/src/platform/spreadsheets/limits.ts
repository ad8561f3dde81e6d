/**
 * What one file of tables may hold. All of it is counted while the file is read, so that nothing a file claims about
 * itself matters, and reading ends where a limit is passed. Together they keep the memory of reading any file, however
 * it was made, within 96 MB of heap, of one that is refused within 48 MB (`hostile.test.ts` reads the worst in one), and
 * its CPU time at seconds; what ordinary files take stands in `docs/operate.md`.
 */
export const readLimits = {
  /** Bytes of the file as uploaded. */
  fileBytes: 10 * 1024 * 1024,
  /** Parts of an `.xlsx`, pictures and all. */
  parts: 5_000,
  /** Bytes that are really unpacked, over all parts that are read. */
  unpackedBytes: 64 * 1024 * 1024,
  /** Elements of XML, over all parts that are read: a cell has two to four, one that is only formatted has one. */
  elements: 8_000_000,
  sheets: 100,
  /**
   * Rows that hold anything, over all sheets. Reading could take more; what an import makes of them is what a Worker's
   * 128 MB and 30 s of CPU time bound (`docs/operate.md`).
   */
  rows: 20_000,
  /** Rows from the first to the last that holds anything, over all sheets. */
  spannedRows: 1_100_000,
  /** Columns from the first to the last that holds anything. */
  columns: 500,
  /** Cells from the first to the last that holds anything, over all rows. */
  cells: 1_200_000,
  /** Cells of a CSV file or a web page, also those that hold nothing, its rows, and what merged cells cover. */
  passedCells: 1_200_000,
  /** Ranges of merged cells of one sheet. */
  merges: 300_000,
  /** Cells that merged ones are spread over, over all sheets. */
  spreadCells: 1_200_000,
  /** UTF-16 units of one cell: the most that Excel itself allows. */
  cellCharacters: 32_767,
  /** UTF-16 units of all cells together, each counted as often as it is shown. */
  characters: 12_000_000,
  /** What a day counts for among them: with the object that holds it, it takes as much memory as a text of these. */
  charactersOfADay: 32,
} as const
