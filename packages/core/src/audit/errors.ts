import { defineError } from '@heju/kernel'

export const auditExportTooLong = defineError('audit.export_too_long', 'too_large')
