import type { JobMessage } from '@heju/core/platform/jobs'
import { consume, keepDead } from './consume.ts'
import type { Env } from './env.ts'
import { handlers } from './handlers.ts'

export default {
  async queue(batch, env) {
    if (batch.queue === 'heju-dead') await keepDead(batch, env, Date.now())
    else await consume(batch, env, handlers, Date.now())
  },
} satisfies ExportedHandler<Env, JobMessage>
