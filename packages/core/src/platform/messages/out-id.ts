import { isId } from '@heju/kernel'

/**
 * The name that a message has at the provider, who takes up to 64 characters. Reports about the messages of all companies
 * come to one address, so it names the company as well.
 */
export function outIdOf(companyId: string, messageId: string): string {
  return `${companyId}.${messageId}`
}

/** Company and message of a name; null for one that is not ours. */
export function readOutId(outId: string | null): { companyId: string; messageId: string } | null {
  const [companyId = '', messageId = ''] = outId?.split('.') ?? []
  return isId('comp', companyId) && isId('msg', messageId) ? { companyId, messageId } : null
}
