import type { CompanyState } from '@heju/db/platform-tables'

/**
 * Which state of a company may follow which. Suspended: its people look things up and change nothing, while providers'
 * notices and jobs still settle what is under way. Closed is the end; its data stays until it is deleted by hand.
 */
const companyTransitions: Readonly<Record<CompanyState, readonly CompanyState[]>> = {
  provisioning: ['active', 'closed'],
  active: ['suspended', 'closed'],
  suspended: ['active', 'closed'],
  closed: [],
}

export function mayBecome(from: CompanyState, to: CompanyState): boolean {
  return companyTransitions[from].includes(to)
}

/** The states from which a state may be reached. */
export function statesBefore(to: CompanyState): CompanyState[] {
  return (Object.keys(companyTransitions) as CompanyState[]).filter((from) => mayBecome(from, to))
}

/** What is done to set a company up, in order. Each step can be repeated; the register keeps the last one finished. */
export const provisioningSteps = [
  'database',
  'schema',
  'dictionaries',
  'administrator',
  'schedules',
  'activation',
] as const
export type ProvisioningStep = (typeof provisioningSteps)[number]

/** The steps still to do. @param finished the last one finished, null when none is */
export function stepsAfter(finished: string | null): readonly ProvisioningStep[] {
  return provisioningSteps.slice(provisioningSteps.indexOf(finished as ProvisioningStep) + 1)
}

/** Whether a company's database is behind the code. One that is ahead is served: changes expand first (docs/operate). */
export function isBehind(schemaTag: string | null, latestTag: string): boolean {
  return schemaTag === null || schemaTag < latestTag
}

/**
 * Sign-ups of one phone in a day, and of one address in an hour. Whole offices and mobile networks stand behind one
 * address, so that the phone is the tighter one; an installation may set its own number for addresses.
 */
export const signUpLimits = {
  phone: { most: 5, withinMs: 24 * 3_600_000 },
  ip: { most: 60, withinMs: 3_600_000 },
} as const

/**
 * Sign-ups an hour that an installation lets through from one address.
 * @param setting the variable `SIGN_UPS_PER_ADDRESS`; without one, the usual number
 * @throws when it is no whole number above 0: a slip of the pen must not shut everybody out, or let everybody in
 */
export function signUpsPerAddress(setting: string | undefined): number {
  if (setting === undefined || setting === '') return signUpLimits.ip.most
  if (!/^[1-9]\d{0,8}$/.test(setting))
    throw new Error('SIGN_UPS_PER_ADDRESS must be a whole number above 0: see docs/deploy.md')
  return Number(setting)
}

/** The link that hands the new company over works once, for so long after it was asked for. */
export const handoverMs = 2 * 60_000
/** A company's size is measured again when it was measured longer ago than this. */
export const sizeGoodForMs = 3_600_000
