import type { Instant } from '@heju/kernel'

/** A term that runs until something is done. */
export interface Clock {
  dueAt: Instant
  /** When it was done; null while it runs. */
  stoppedAt: Instant | null
}

/** `due_soon` and `missed` may still be running; `met` and a stopped `missed` stay as they are. */
export const clockStates = ['running', 'due_soon', 'met', 'missed'] as const
export type ClockState = (typeof clockStates)[number]

/** What stands beside a time so that nobody has to compare dates; each page has its colour and its sign for it. */
export const clockTones = ['calm', 'soon', 'late', 'done'] as const
export type ClockTone = (typeof clockTones)[number]

/** @param soonMs how long before the end it counts as nearly over */
export function clockState({ dueAt, stoppedAt }: Clock, now: Instant, soonMs: number): ClockState {
  if (stoppedAt !== null) return stoppedAt <= dueAt ? 'met' : 'missed'
  if (now > dueAt) return 'missed'
  return dueAt - now <= soonMs ? 'due_soon' : 'running'
}

const tones: Record<ClockState, ClockTone> = {
  running: 'calm',
  due_soon: 'soon',
  met: 'done',
  missed: 'late',
}
export function clockTone(state: ClockState): ClockTone {
  return tones[state]
}

/** A clock as pages show it: when it is due, how it stands, how it looks. */
export interface ShownClock {
  dueAt: number
  state: ClockState
  tone: ClockTone
  stoppedAt: number | null
}

/** @param soonMs how long before the end it counts as nearly over */
export function shownClock(clock: Clock, now: Instant, soonMs: number): ShownClock {
  const state = clockState(clock, now, soonMs)
  return { dueAt: clock.dueAt, stoppedAt: clock.stoppedAt, state, tone: clockTone(state) }
}
