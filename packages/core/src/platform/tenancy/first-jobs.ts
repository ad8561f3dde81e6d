import { surveysFirst } from '../../insight/satisfaction/index.ts'

/** A job that a company has from its first day. */
export interface FirstJob {
  job: string
  /** Epoch milliseconds. @param zone IANA zone of the company */
  firstDueAt(now: number, zone: string): number
}

/** Jobs that are due for every company without anybody doing anything first; all others are woken by what makes them due. */
export const firstJobs: readonly FirstJob[] = [surveysFirst]
