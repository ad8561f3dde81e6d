import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'

/** How long processes may take to end when they are asked to. */
const patienceMs = 5_000

/**
 * Ends the Workers that an earlier start on this folder left behind: one that was killed could not end them, and they
 * keep its port. They are known by the number of their group and by a name in a command line of it, since the system
 * gives numbers out again.
 * @param file where that start noted the number
 * @param mark what stands in the command line of one of them and of nobody else
 */
export async function endLeftBehind(file: string, mark: string): Promise<void> {
  if (!existsSync(file)) return
  const group = Number(readFileSync(file, 'utf8'))
  if (Number.isInteger(group) && group > 1 && commandsOf(group).some((command) => command.includes(mark))) {
    await endGroup(group)
  }
  rmSync(file, { force: true })
}

async function endGroup(group: number): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    try {
      process.kill(-group, signal)
    } catch {
      // Nobody of the group is left.
      return
    }
    for (let waited = 0; waited < patienceMs; waited += 100) {
      if (commandsOf(group).length === 0) return
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

/** The command lines of a group's processes that still run. */
function commandsOf(group: number): string[] {
  const { stdout } = spawnSync('ps', ['-A', '-ww', '-o', 'pgid=,stat=,args='], { encoding: 'utf8' })
  return stdout.split('\n').flatMap((line) => {
    const [, pgid, state, command] = /^\s*(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? []
    return Number(pgid) === group && state !== undefined && !state.startsWith('Z') ? [command ?? ''] : []
  })
}
