import type { Permission } from '../../permissions/index.ts'

/** What may be asked of a step: words that the owner reads, a note among staff, photos, somebody who has it from now on. */
export type StepNeed = 'ownerWords' | 'note' | 'photos' | 'handler'

/** A kind of step: the states of a procedure, each reached by the step of its name, and what is written down beside. */
interface StepRule {
  /** Whether its owner sees that it happened; of its text they see the words for them alone. */
  ownerSees: boolean
  /** What must come with it when it is taken by `takeStep`. */
  needs?: readonly StepNeed[]
  /** Who takes it by `takeStep`, in the matter's project; nobody, where a verb of its own takes it. */
  by?: Permission
}

/** How matters of a kind go: complaints, repairs, renovations. Plain data, which console and portal read as well. */
export interface ProcedureDeclaration<State extends string, Kind extends string> {
  /** What its verbs and their entries in the log are called by: `complaints`. */
  name: string
  /** What its numbers begin with: `TS-20261122-0001`. */
  series: string
  /** Which states may follow which, in their order; a matter begins in the first. */
  states: Readonly<Record<State, readonly NoInfer<State>[]>>
  /** Where a matter is over. From there it may be taken up again, and nothing else. */
  ends: readonly NoInfer<State>[]
  /** Where it is taken up again: it then goes through another round. */
  reopens?: NoInfer<State>
  steps: Readonly<Record<NoInfer<State> | Kind, StepRule>>
}

export interface Procedure<State extends string = string, Kind extends string = string> {
  name: string
  series: string
  begins: State
  ends: readonly State[]
  reopens: State | null
  /** Which states may follow which. */
  transitions: Readonly<Record<State, readonly State[]>>
  stateNames: [State, ...State[]]
  steps: Readonly<Record<Kind, StepRule>>
  stepKinds: [Kind, ...Kind[]]
  /** The kinds of which an owner sees that they happened. */
  stepKindsForOwners: Kind[]
}

/** @throws Error for a state that is never reached, an end that goes on, one that leads nowhere without being an end, or a step that is missing */
export function defineProcedure<const State extends string, const Kind extends string>(
  declaration: ProcedureDeclaration<State, Kind>,
): Procedure<State, State | Kind> {
  const { name, series, states, ends, reopens = null, steps } = declaration
  const stateNames = Object.keys(states) as [State, ...State[]]
  const stepKinds = Object.keys(steps) as [State | Kind, ...(State | Kind)[]]
  const [begins] = stateNames
  const reached = new Set<State>([begins])
  for (const from of reached) for (const to of states[from]) reached.add(to)
  for (const state of stateNames) {
    if (!reached.has(state)) throw new Error(`${name}: nothing leads to ${state}`)
    if (states[state].length === 0 && !ends.includes(state))
      throw new Error(`${name}: ${state} leads nowhere`)
    if (ends.includes(state) && states[state].some((next) => next !== reopens))
      throw new Error(`${name}: ${state} is an end, from where it can only be taken up again`)
    if (!stepKinds.includes(state)) throw new Error(`${name}: no step leads to ${state}`)
  }
  return {
    name,
    series,
    begins,
    ends,
    reopens,
    transitions: states,
    stateNames,
    steps,
    stepKinds,
    stepKindsForOwners: stepKinds.filter((kind) => steps[kind].ownerSees),
  }
}
