import type { PlatformCtx } from '@heju/core'
import type { JobMessage } from '@heju/core/platform/jobs'
import type { Env } from './env.ts'

export type MessageOf<T extends JobMessage['type']> = Extract<JobMessage, { type: T }>

/** What is at hand while a message is handled: one context for one message, acting as a job. */
export interface Work {
  env: Env
  platform: PlatformCtx
  /** How often the queue has brought this message, this time included. */
  attempt: number
}

/** Handles one kind of message. It may come again at any time, also while it is being handled: repeating must be safe. */
export type Handler<T extends JobMessage['type']> = (message: MessageOf<T>, work: Work) => Promise<void>
export type Handlers = { readonly [T in JobMessage['type']]: Handler<T> }
