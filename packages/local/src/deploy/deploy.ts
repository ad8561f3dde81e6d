import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { DeployFailure, readSettings } from './settings.ts'

// Builds the console and deploys the three Workers, all with the same settings: see docs/deploy.md. What follows the
// command may be --dry-run, which builds and checks everything and uploads nothing.
const root = join(import.meta.dirname, '../../../..')

interface Step {
  says: string
  command: 'vite' | 'wrangler'
  args: string[]
  folder: string
  /** What the operator needs to know when it fails. */
  failed: string
}

/** In this order: the api Worker answers 503 to every company that is behind, and only the queue brings them up. */
const workers = [
  {
    name: 'queue',
    config: 'workers/queue/wrangler.toml',
    failed: 'The queue Worker was not deployed, and the other two are as they were',
  },
  {
    name: 'scheduled',
    config: 'workers/scheduled/wrangler.toml',
    failed: 'The queue Worker is new, the scheduled one was not deployed, and the api one is as it was',
  },
  {
    name: 'api',
    config: 'wrangler.toml',
    failed: 'The queue and scheduled Workers are new, and the api one was not deployed: it serves as it did',
  },
]

function stepsOf(args: readonly string[]): Step[] {
  const unknown = args.find((arg) => arg !== '--dry-run')
  if (unknown !== undefined)
    throw new DeployFailure(`deploy takes --dry-run and nothing else, and not “${unknown}”.`)
  const vars = Object.entries(readSettings(root)).flatMap(([name, value]) => ['--var', `${name}:${value}`])
  const built: Step = {
    says: 'Building the console…',
    command: 'vite',
    args: ['build', '--logLevel', 'warn'],
    folder: join(root, 'packages/console'),
    failed: 'The console could not be built, and no Worker was touched',
  }
  const deployed = workers.map(({ name, config, failed }): Step => {
    const says = `Deploying the ${name} Worker…`
    return {
      says,
      command: 'wrangler',
      args: ['deploy', '-c', config, ...args, ...vars],
      folder: root,
      failed,
    }
  })
  return [built, ...deployed]
}

function run({ says, command, args, folder, failed }: Step): void {
  process.stdout.write(`${says}\n`)
  const { status } = spawnSync(command, args, { cwd: folder, stdio: 'inherit' })
  if (status === 0) return
  throw new DeployFailure(`${failed}. Mend what is said above and run the command again.`)
}

try {
  const args = process.argv.slice(2)
  for (const step of stepsOf(args)) run(step)
  process.stdout.write(
    args.includes('--dry-run') ? 'Nothing was uploaded.\n' : 'All three Workers are deployed.\n',
  )
} catch (error) {
  if (!(error instanceof DeployFailure)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
