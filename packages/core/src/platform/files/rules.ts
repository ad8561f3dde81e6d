const hour = 60 * 60_000

/** Bytes of one photo, before which a phone's camera rarely ends. */
export const largestPhoto = 10 * 1024 * 1024
/**
 * Points of one photo, for each of which whoever looks at it needs four bytes. Cameras of phones have 48 or 50 million, up
 * to 8192 × 6144; those with 108 or 200 million put several together unless they are told not to.
 */
export const mostPixels = 52_000_000
/** Photos that one request brings. */
export const mostPhotosAtOnce = 9
/** Photos of one person that nothing refers to yet: nine for each of three forms begun and left. */
export const mostUnattached = 27
/** A photo that was sent may be attached for so long, by whoever comes back to a form. */
export const unattachedLifeMs = 24 * hour
/** Then it is removed; the hour between keeps one that is just being attached from being taken away. */
export const removedAfterMs = unattachedLifeMs + hour

/** Where a company's file lies in the store. The company comes first, so that no key of one can name another's. */
export function storageKey(companyId: string, fileId: string): string {
  return `${companyId}/${fileId}`
}
