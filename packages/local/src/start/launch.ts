import { join } from 'node:path'
import { makeDemo } from '../demo/index.ts'
import { keysIn, startStack, type LocalKeys, type Stack } from '../stack/index.ts'
import { announcement } from './announcement.ts'
import { buildConsole } from './build.ts'
import { startClock } from './clock.ts'
import type { DataFolder } from './data-folder.ts'
import type { Endings } from './endings.ts'
import { StartFailure } from './failure.ts'
import type { StartOptions } from './options.ts'
import { companiesUpgraded } from './upgrade.ts'
import { asOtherVersion, requireKnownSchema } from './version.ts'
import { startWorkers } from './workers.ts'

const root = join(import.meta.dirname, '../../../..')
const say = (line: string) => void process.stdout.write(`${line}\n`)

/**
 * Starts databases, Workers, the payment simulator and, the first time, a demo company; goes on until they end.
 * @throws StartFailure when one of them cannot be, or ends by itself
 */
export async function launch(
  { port, empty }: StartOptions,
  folder: DataFolder,
  endings: Endings,
  stop: AbortSignal,
): Promise<never> {
  const first = folder.contents === 'nothing'
  if (first && !empty) {
    say('First start: Heju is set up here and makes a demo company with six months behind it.')
    say('That takes two to five minutes, longer on a busy machine; later starts take seconds.')
  }
  await buildConsole(root, endings, say)
  const keys = await keysIn(folder.at('keys.json'))
  say('Starting databases and Workers…')
  const stack = await stackIn(folder, keys, port)
  endings.add(() => stack.close())
  await requireKnownSchema(await stack.platform(), folder.path)
  stop.throwIfAborted()
  const log = folder.at('workers.log')
  const workers = await startWorkers(root, folder.path, port, stack.env, log, endings)
  endings.add(startClock(workers.url))
  if (first) {
    if (!empty) await makeDemo(workers.url, stack, keys, say)
    stop.throwIfAborted()
    folder.settle(empty ? 'no demo' : 'demo')
  } else await companiesUpgraded(await stack.platform(), workers.url, log, say, stop)
  folder.announce(workers.url)
  const addresses = { url: workers.url, phone: stack.phone.url, wechatPay: stack.wechatPay.url }
  say(announcement(addresses, folder.path, folder.contents === 'demo'))
  await workers.ended
  throw new StartFailure(`The Workers ended by themselves: ${log} says why.`)
}

async function stackIn(folder: DataFolder, keys: LocalKeys, port: number): Promise<Stack> {
  try {
    return await startStack({ dataDir: folder.path, keys, baseHost: `localhost:${port}` })
  } catch (error) {
    throw asOtherVersion(error, folder.path)
  }
}
