import type { TableSummary } from './draft.ts'
import { isOneOf, leavesOutAPart, ofACharge, ofWhatWasTaken, type Cause, type Problem } from './problems.ts'

/** Warnings of a row that tells otherwise than what is on record, which stays. */
const ofWhatStays: readonly Cause[] = [
  'owner_differs',
  'space_owner_differs',
  'occupancy_differs',
  'person_differs',
  'person_number_differs',
  'share_differs',
  'room_charged_otherwise',
  'room_charge_ended',
  'room_tariff_disabled',
]

/** What leaves a room without a charge that its row tells. */
const ofNoCharge: readonly Cause[] = [...ofACharge, 'tariff_refused', 'tariff_missing']

type NotTaken = Required<Pick<TableSummary, 'otherwise' | 'untaken' | 'uncharged'>>

/** Counts by sheet what its rows tell and an import does not take, without the rows that are left out as a whole. */
export function notTakenOf(problems: readonly Problem[]): (sheet: string) => NotTaken {
  const bySheet = Map.groupBy(problems, ({ sheet }) => sheet)
  return (sheet) => {
    const own = bySheet.get(sheet) ?? []
    const leftOut = rowsOf(own, ({ severity, code }) => severity === 'error' && !leavesOutAPart(code))
    const uncharged = rowsOf(own, ({ code }) => isOneOf(ofNoCharge, code))
    return {
      otherwise: rowsOf(own, ({ code }) => isOneOf(ofWhatStays, code)).size,
      untaken: own.filter(isUntaken).length,
      uncharged: [...uncharged].filter((row) => !leftOut.has(row)).length,
    }
  }
}

function isUntaken({ severity, code }: Problem): boolean {
  return severity === 'warning' && !isOneOf(ofWhatStays, code) && !isOneOf(ofWhatWasTaken, code)
}

function rowsOf(problems: readonly Problem[], isMeant: (problem: Problem) => boolean): Set<number | null> {
  return new Set(problems.filter(isMeant).map(({ row }) => row))
}
