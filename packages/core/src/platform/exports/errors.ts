import { defineError } from '@heju/kernel'

/** A list has more rows than a file may hold. */
export const exportTooLong = defineError('exports.too_long', 'too_large')
