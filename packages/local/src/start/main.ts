import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DataFolder } from './data-folder.ts'
import { Endings, stopSignal, unlessStopped } from './endings.ts'
import { StartFailure } from './failure.ts'
import { optionsOf, usage, type StartOptions } from './options.ts'
import { requireFreePort } from './ports.ts'
import { endWorkersLeftBehind } from './workers.ts'

const root = join(import.meta.dirname, '../../../..')
const say = (line: string) => void process.stdout.write(`${line}\n`)

/** Leaves the folder as a first start finds it, or as a finished one left it. */
function prepare(folder: DataFolder, { fresh, empty }: StartOptions): void {
  const { contents, path } = folder
  if (fresh) return folder.clear()
  if (contents === 'half a demo') {
    say('The last start ended before its demo company was finished: it is made anew.')
    folder.clear()
  }
  if (contents === 'demo' && empty) {
    throw new StartFailure(
      `${path} holds a demo company already: leave --empty away, add --fresh to delete it, or choose another folder with --data DIR.`,
    )
  }
}

/** One sentence for the terminal; what nobody foresaw keeps its stack in a file. */
function sentenceOf(error: unknown, folder: DataFolder | undefined): string {
  if (error instanceof StartFailure) return error.message
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  if (folder === undefined) return `Heju could not start: ${message}`
  writeFileSync(folder.at('start.log'), `${stack}\n`)
  return `Heju could not start: ${message.replace(/\.$/, '')}. ${folder.at('start.log')} has the particulars.`
}

/** Starts Heju on this machine and waits until it ends. @returns the exit code */
async function main(): Promise<number> {
  const stop = stopSignal()
  const endings = new Endings()
  let folder: DataFolder | undefined
  try {
    const options = optionsOf(process.argv.slice(2), root)
    if (options === null) {
      say(usage)
      return 0
    }
    const held = (folder = new DataFolder(options.data))
    endings.add(() => held.close())
    await endWorkersLeftBehind(held.path)
    await requireFreePort(options.port)
    prepare(held, options)
    // Loaded only now: a refusal is not to wait for all that the product consists of.
    const { launch } = await import('./launch.ts')
    return await unlessStopped(stop, launch(options, held, endings, stop))
  } catch (error) {
    if (stop.aborted) return 0
    process.stderr.write(`${sentenceOf(error, folder)}\n`)
    return 1
  } finally {
    await endings.close()
  }
}

process.exit(await main())
