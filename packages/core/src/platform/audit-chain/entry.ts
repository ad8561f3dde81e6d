import { auditLog, sha256Hex } from '@heju/db'

export type AuditRow = typeof auditLog.$inferSelect

/** The digest of an entry's content, as `write` made it when it was written. */
export function entryDigest(row: AuditRow): Promise<string> {
  const content = [
    row.at,
    row.actorKind,
    row.actorId,
    row.action,
    row.subjectId,
    row.projectId,
    row.detailJson,
    row.requestId,
  ]
  return sha256Hex(JSON.stringify(content))
}

/** The hash of a block: of the seal before it and the digest of every entry in it, with its place. */
export function sealDigest(
  before: string,
  entries: readonly { seq: number; sha256: string }[],
): Promise<string> {
  return sha256Hex(JSON.stringify([before, ...entries.map(({ seq, sha256 }) => [seq, sha256])]))
}
