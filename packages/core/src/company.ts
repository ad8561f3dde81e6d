import type { CompanyRow } from '@heju/db'
import type { CompanyState } from '@heju/db/platform-tables'

/** The tenant of a request, as the platform register knows it. */
export interface Company {
  id: string
  slug: string
  name: string
  state: CompanyState
  stateReason: string | null
  /** IANA zone of its civil dates. */
  zone: string
  locale: string
}

export function companyOf(row: CompanyRow): Company {
  const { id, slug, name, state, stateReason, zone, locale } = row
  return { id, slug, name, state, stateReason, zone, locale }
}
