import { failureOf, logLine, mostTries, PlatformCtx } from '@heju/core'
import { deploymentOf } from '@heju/core/platform/deployment'
import { keepDeadJob, nextLook, type JobMessage } from '@heju/core/platform/jobs'
import { noteStorageFull } from '@heju/core/platform/tenancy'
import { databaseFull } from '@heju/db'
import { defineError } from '@heju/kernel'
import { decisionOn, delaySeconds } from './decisions.ts'
import type { Env } from './env.ts'
import type { Handler, Handlers, Work } from './work.ts'

/** A message of a kind that this code does not know: one that a newer version sent while it is being rolled out. */
const messageUnknown = defineError('jobs.message_unknown', 'upgrading')

/** It was begun more often than anything that fails is tried: each time the Worker was stopped over it. */
const messageCutOff = defineError('jobs.message_cut_off', 'too_large')

/**
 * Handles the messages of a batch side by side: each is settled on its own, so that one company's trouble keeps no
 * other waiting.
 */
export async function consume(
  batch: Pick<MessageBatch<JobMessage>, 'messages'>,
  env: Env,
  handlers: Partial<Handlers>,
  now: number,
): Promise<void> {
  await Promise.all(batch.messages.map((message) => consumeOne(message, env, handlers, now)))
}

async function consumeOne(
  message: Message<JobMessage>,
  env: Env,
  handlers: Partial<Handlers>,
  now: number,
): Promise<void> {
  try {
    const handler = handlers[message.body.type] as Handler<JobMessage['type']> | undefined
    if (handler === undefined) throw messageUnknown({ type: message.body.type })
    if (message.attempts > mostTries) throw messageCutOff()
    await handler(message.body, await workFor(message, env, now))
    message.ack()
  } catch (thrown) {
    const error = failureOf(thrown)
    // oxlint-disable-next-line no-console -- The Worker's log is the console; this is its one writer.
    console.error(logLine(error, message.id, message.body.type))
    if (databaseFull.is(error)) await noteFull(message, env, now)
    if (decisionOn(error, message.attempts) === 'retry')
      message.retry({ delaySeconds: delaySeconds(error, message.attempts) })
    else await deadLetter(message, env)
  }
}

async function workFor(message: Message<JobMessage>, env: Env, now: number): Promise<Work> {
  const deployment = deploymentOf(env)
  const platform = new PlatformCtx({
    deployment,
    db: await deployment.platform(),
    actor: { kind: 'job', id: message.body.type },
    now,
    requestId: message.id,
    vaultKey: env.VAULT_KEY,
  })
  return { env, platform, attempt: message.attempts }
}

/** On a full disk the register may take no note either. */
async function noteFull(message: Message<JobMessage>, env: Env, now: number): Promise<void> {
  const { platform } = await workFor(message, env, now)
  await noteStorageFull(platform, message.body.companyId).catch(() => undefined)
}

/** Cloudflare moves a message to the dead-letter queue only after its last retry; this one needs none. */
async function deadLetter(message: Message<JobMessage>, env: Env): Promise<void> {
  try {
    await env.DEAD.send(message.body)
    message.ack()
  } catch {
    message.retry()
  }
}

/** Long enough that what was down may be back. */
const lookAfterMs = 15 * 60_000

/** Turns messages that were given up into records that the operator sees and can send again. */
export async function keepDead(
  batch: Pick<MessageBatch<JobMessage>, 'messages'>,
  env: Env,
  now: number,
): Promise<void> {
  for (const message of batch.messages) {
    const { platform } = await workFor(message, env, now)
    await keepDeadJob(platform, message.id, message.body)
    // It is one message of many; what it was to carry out is still there, and is looked for until it is done.
    if (message.body.type === 'outbox')
      await nextLook(platform.db, message.body.companyId, now + lookAfterMs, now)
    message.ack()
  }
}
