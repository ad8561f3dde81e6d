import { join } from 'node:path'
import type { DeploymentEnv } from '@heju/core/platform/deployment'
import { errorText } from '@heju/core/error-texts'
import { HejuError } from '@heju/kernel'
import { DeployFailure, readSettings } from './settings.ts'

const root = join(import.meta.dirname, '../../../..')

/** What a command of the operator works with: the plain settings, and the secrets as the environment has them. */
export function deploymentEnv(): DeploymentEnv {
  return { ...process.env, ...readSettings(root) } as unknown as DeploymentEnv
}

/** Runs a command; what the operator can mend is said in one sentence. */
export async function orSentence(command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } catch (error) {
    const sentence = sentenceOf(error)
    if (sentence === undefined) throw error
    process.stderr.write(`${sentence}\n`)
    process.exitCode = 1
  }
}

function sentenceOf(error: unknown): string | undefined {
  if (error instanceof DeployFailure) return error.message
  if (!(error instanceof HejuError)) return undefined
  return `${errorText(error.code, 'en', { requestId: '—', ...error.params })} (${error.code})`
}
