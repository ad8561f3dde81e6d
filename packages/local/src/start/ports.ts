import { createServer } from 'node:net'
import { StartFailure } from './failure.ts'

/**
 * A browser may find `localhost` at either address of this machine: another program at one of them would be shown.
 * @throws StartFailure when something else listens there, or may not be listened on
 */
export async function requireFreePort(port: number): Promise<void> {
  const codes = [await listenOn(port, '127.0.0.1'), await listenOn(port, '::1')]
  if (codes.includes('EACCES')) {
    throw new StartFailure(
      `Port ${port} needs rights that you do not have: choose one above 1023, for example npm start -- --port 8787.`,
    )
  }
  // A machine without IPv6 answers otherwise at its address.
  if (codes[0] === undefined && codes[1] !== 'EADDRINUSE') return
  throw new StartFailure(
    `Port ${port} is taken by another program: end that one, or choose another with npm start -- --port ${port === 8787 ? 8788 : 8787}.`,
  )
}

/** @returns the system's code when it cannot be listened there */
function listenOn(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'))
    probe.listen(port, host, () => probe.close(() => resolve(undefined)))
  })
}
