import type { TableFile } from '@heju/core/platform/spreadsheets'

/** Spreadsheets as the browser takes them. */
export const spreadsheetTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

/** A file to be saved. It may hold personal data: no cache keeps it. */
export function download(bytes: Uint8Array, name: string, type: string): Response {
  return new Response(bytes as BodyInit, {
    headers: {
      'Content-Type': type,
      // RFC 6266: the name in UTF-8 for those who read it, which are all browsers in use.
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

/** A list that was written to a file. */
export function tableDownload({ bytes, fileName, contentType }: TableFile): Response {
  return download(bytes, fileName, contentType)
}
