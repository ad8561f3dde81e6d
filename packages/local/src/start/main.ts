import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { makeDemo } from '../demo/index.ts'
import { keysIn, startStack } from '../stack/index.ts'
import { buildConsole } from './build.ts'
import { startClock } from './clock.ts'
import { StartFailure } from './failure.ts'
import { requireFreePort } from './ports.ts'
import { startWorkers } from './workers.ts'

const root = join(import.meta.dirname, '../../../..')
const usage = `npm start [-- --fresh] [-- --port 8787]

  --fresh       begin anew: the demo company and all that was entered is deleted
  --port PORT   where the product answers (8787)
`

/** Starts Heju on this machine: databases, Workers, the payment simulator and a demo company. */
async function start(): Promise<void> {
  const { values } = parseArgs({
    options: {
      fresh: { type: 'boolean', default: false },
      port: { type: 'string', default: '8787' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return void process.stdout.write(usage)
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new StartFailure(`--port takes a number from 1 to 65535, and not “${values.port}”.`)
  await requireFreePort(port)

  const dataDir = dataFolder(values.fresh)
  const endings: (() => Promise<void> | void)[] = []
  const end = async () => {
    for (const close of endings.splice(0).toReversed()) await close()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void end().then(() => process.exit(0)))
  try {
    await buildConsole(root)
    const keys = await keysIn(join(dataDir, 'keys.json'))
    const stack = await startStack({ dataDir, keys, baseHost: `localhost:${port}` })
    endings.push(() => stack.close())
    const workers = await startWorkers(root, dataDir, port, stack.env, join(dataDir, 'workers.log'))
    endings.push(() => workers.close())
    endings.push(startClock(workers.url))
    const made = join(dataDir, 'demo-made')
    if (!existsSync(made)) {
      await makeDemo(workers.url, stack, keys, say)
      writeFileSync(made, new Date().toISOString())
    }
    announce(workers.url, stack.phone.url, stack.wechatPay.url)
    await workers.ended
  } finally {
    await end()
  }
}

function dataFolder(fresh: boolean): string {
  const folder = join(root, '.heju')
  try {
    if (fresh && existsSync(folder)) rmSync(folder, { recursive: true })
    mkdirSync(folder, { recursive: true })
  } catch {
    throw new StartFailure(
      `Heju keeps its data in ${folder} and cannot write there: give yourself write permission to it.`,
    )
  }
  return folder
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function announce(url: string, phone: string, wechatPay: string): void {
  process.stdout.write(`
  Heju runs at        ${url}
  Local phone (SMS)   ${phone}
  WeChat Pay          ${wechatPay}

  Ctrl-C ends it; the data stays in .heju.
`)
}

start().catch((error: unknown) => {
  process.stderr.write(
    error instanceof StartFailure
      ? `${error.message}\n`
      : `${error instanceof Error ? error.stack : String(error)}\n`,
  )
  process.exitCode = 1
})
