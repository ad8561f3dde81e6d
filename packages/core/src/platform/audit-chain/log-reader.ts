import { auditLog } from '@heju/db'
import { asc, gt } from 'drizzle-orm'
import type { Audited } from './audited.ts'
import { entryDigest } from './entry.ts'

/** Rows of one read; an answer of the database holds at most 10 MB. */
const rowsOfRead = 5000
/** So many numbers are kept of what is altered or missing. */
const mostKept = 10_000

interface Digest {
  seq: number
  sha256: string
}

/** Reads the audit log forward, once, and keeps the digests of what was read lately. */
export class LogReader {
  /** Entries whose content has another digest than when they were written, in order. */
  readonly altered: number[] = []
  /** Numbers that no entry has. They are given without gaps: an entry that had one was taken out. */
  readonly missing: number[] = []
  /** Entries that were read. */
  read = 0
  #kept: Digest[] = []
  #readUpTo = 0
  #ended = false
  readonly #db: Audited['db']

  constructor(db: Audited['db']) {
    this.#db = db
  }

  /** The entries after `after`, up to and with `upTo`: none that were forgotten. */
  async between(after: number, upTo: number): Promise<Digest[]> {
    while (!this.#ended && this.#readUpTo < upTo) await this.#readOn()
    return this.#kept.filter(({ seq }) => seq > after && seq <= upTo)
  }

  /** How many entries there are after `after`; reads to the end. */
  async rest(after: number): Promise<number> {
    while (!this.#ended) await this.#readOn()
    return this.#kept.filter(({ seq }) => seq > after).length
  }

  /** Frees the memory of entries up to and with `upTo`. */
  forget(upTo: number): void {
    if ((this.#kept[0]?.seq ?? upTo + 1) + rowsOfRead > upTo) return
    this.#kept = this.#kept.filter(({ seq }) => seq > upTo)
  }

  async #readOn(): Promise<void> {
    const rows = await this.#db.orm
      .select()
      .from(auditLog)
      .where(gt(auditLog.seq, this.#readUpTo))
      .orderBy(asc(auditLog.seq))
      .limit(rowsOfRead)
    for (const row of rows) {
      for (let seq = this.#readUpTo + 1; seq < row.seq && this.missing.length < mostKept; seq++)
        this.missing.push(seq)
      const sha256 = await entryDigest(row)
      if (sha256 !== row.sha256 && this.altered.length < mostKept) this.altered.push(row.seq)
      this.#kept.push({ seq: row.seq, sha256 })
      this.#readUpTo = row.seq
    }
    this.read += rows.length
    this.#ended = rows.length < rowsOfRead
  }
}
