import type { ColumnBuilder } from 'drizzle-orm'

/** What a column tells of a person. */
type PersonalKind =
  | 'name'
  | 'phone'
  /** Identity papers: sensitive (PIPL 28). */
  | 'identity'
  | 'email'
  | 'address'
  | 'plate'
  /** What somebody said or what was written down about them. */
  | 'words'
  /** An account with a bank or payment provider, or what identifies one. */
  | 'account'
  /** A network address, browser or device. */
  | 'device'
  /** What opens a door: passwords, codes. */
  | 'credential'

/** Who sees it as it is: by what they are to the company. Others see it masked or not at all. */
type Beholder =
  /** All staff who may read the thing that it belongs to. */
  | 'readers'
  /** Staff who may unmask, each time with an entry in the log. */
  | 'unmaskers'
  /** The person alone. */
  | 'themselves'
  /** Nobody: programs compare it, or open it to act for the person. */
  | 'programs'

/** How long it is needed, and what says so. */
export const terms = {
  /** While somebody owns, lives, pays or works here, and three years after: claims lapse then (Civil Code 188). */
  relation: { years: 3, after: 'the relation' },
  /** Vouchers and their books: thirty years (Measures for Accounting Archives, annex 1). */
  books: { years: 30, after: 'the year of the entry' },
  /** A matter, and what was said in it: three years after it was closed (Civil Code 188). */
  matter: { years: 3, after: 'the closing' },
  /** Proof that somebody was told: as long as a claim that hangs on it (Civil Code 188, 195). */
  proof: { years: 3, after: 'the sending' },
  /** Logs of access: at least six months (Cybersecurity Law 21). */
  access: { years: 0.5, after: 'the last use' },
  /** What is only passing through: rows of an import, a code, an order that was not paid. */
  passing: { years: 0.25, after: 'the end of the work' },
} as const
type Term = keyof typeof terms

/** What a column holds of a person, and what becomes of it (PIPL 19, 47). */
export interface Personal {
  is: PersonalKind
  seenBy: Beholder
  kept: Term
  /** Afterwards: gone, or kept where nobody sees it any more, since what refers to it must stay whole. */
  afterwards: 'erase' | 'seal'
}

/** Drizzle hands a builder's settings on to the column that it becomes. */
type Marked = { config: { personal?: Personal | 'none' } }

/** A column that tells something of a person, and is emptied when it is needed no more. */
export function erasedAfter<B extends ColumnBuilder>(
  kept: Term,
  is: PersonalKind,
  seenBy: Beholder,
  column: B,
): B {
  return marked({ is, seenBy, kept, afterwards: 'erase' }, column)
}

/** The same of one that what refers to it must keep whole: nobody sees it any more. */
export function sealedAfter<B extends ColumnBuilder>(
  kept: Term,
  is: PersonalKind,
  seenBy: Beholder,
  column: B,
): B {
  return marked({ is, seenBy, kept, afterwards: 'seal' }, column)
}

/** A column of words that tells nothing of any person: looked at, not forgotten. */
export function impersonal<B extends ColumnBuilder>(column: B): B {
  return marked('none', column)
}

function marked<B extends ColumnBuilder>(what: Personal | 'none', column: B): B {
  ;(column as unknown as Marked).config.personal = what
  return column
}

/** What was said of a column; undefined where nobody has. */
export function personalOf(column: unknown): Personal | 'none' | undefined {
  return (column as Marked).config.personal
}
