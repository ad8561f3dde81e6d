import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { StartFailure } from './failure.ts'

export const usage = `npm start [-- --fresh] [-- --port 8787] [-- --data DIR] [-- --empty]

  --fresh       begin anew: the demo company and all that was entered is deleted
  --port PORT   where the product answers (8787)
  --data DIR    where the data is kept (.heju); each folder is an installation of its own
  --empty       at the first start: make no demo company
`

export interface StartOptions {
  fresh: boolean
  port: number
  /** Absolute path. */
  data: string
  empty: boolean
}

/**
 * What was asked for on the command line.
 * @returns null when the usage was asked for
 * @throws StartFailure for what it does not understand
 */
export function optionsOf(args: string[], root: string): StartOptions | null {
  const { fresh, port, data, empty, help } = parsed(args)
  if (help) return null
  const number = Number(port)
  if (!Number.isInteger(number) || number < 1 || number > 65_535)
    throw new StartFailure(`--port takes a number from 1 to 65535, and not “${port}”.`)
  if (data === '') throw new StartFailure('--data takes the folder in which the data is to be kept.')
  return { fresh, empty, port: number, data: resolve(root, data) }
}

function parsed(args: string[]) {
  const flag = { type: 'boolean', default: false } as const
  const options = {
    fresh: flag,
    empty: flag,
    help: flag,
    port: { type: 'string', default: '8787' },
    data: { type: 'string', default: '.heju' },
  } as const
  try {
    return parseArgs({ args, options }).values
  } catch (error) {
    const [sentence = ''] = (error as Error).message.split('. ')
    throw new StartFailure(`${sentence}: npm start -- --help says what there is.`)
  }
}
