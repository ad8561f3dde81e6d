import { createServer } from 'node:net'
import { StartFailure } from './failure.ts'

/** @throws StartFailure when something else listens there, or may not be listened on */
export async function requireFreePort(port: number): Promise<void> {
  const code = await new Promise<string | undefined>((resolve) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(undefined)))
  })
  if (code === undefined) return
  const other = port === 8787 ? 8788 : 8787
  throw new StartFailure(
    code === 'EACCES'
      ? `Port ${port} needs rights that you do not have: choose one above 1023, for example npm start -- --port 8787.`
      : `Port ${port} is taken by another program: end that one, or choose another with npm start -- --port ${other}.`,
  )
}
