import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Keeps records by kind and id in a file, one JSON line a change; the last line of an id counts. */
export interface Journal<Records extends Record<string, object>> {
  all<K extends keyof Records & string>(kind: K): Records[K][]
  keep<K extends keyof Records & string>(kind: K, id: string, record: Records[K]): void
}

/**
 * @param directory where `simulator.jsonl` lies; without one nothing outlives the process
 */
export function openJournal<Records extends Record<string, object>>(directory?: string): Journal<Records> {
  const kept = new Map<string, Map<string, object>>()
  const remember = (kind: string, id: string, record: object) => {
    if (!kept.has(kind)) kept.set(kind, new Map())
    kept.get(kind)?.set(id, record)
  }
  const file = directory ? join(directory, 'simulator.jsonl') : null
  if (file) {
    mkdirSync(dirname(file), { recursive: true })
    for (const [kind, id, record] of linesOf(file)) remember(kind, id, record)
    compact(file, kept)
  }
  return {
    all: (kind) => [...(kept.get(kind)?.values() ?? [])] as never[],
    keep(kind, id, record) {
      remember(kind, id, record)
      if (file) appendFileSync(file, lineOf(kind, id, record))
    },
  }
}

type Line = [kind: string, id: string, record: object]

function linesOf(file: string): Line[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as Line]
      } catch {
        // The last line is torn when the process was killed while it wrote; that change was answered to nobody.
        return []
      }
    })
}

function lineOf(...line: Line): string {
  return `${JSON.stringify(line)}\n`
}

/** A rename is all or nothing, so that a kill while compacting loses no key. */
function compact(file: string, kept: ReadonlyMap<string, ReadonlyMap<string, object>>): void {
  const lines = [...kept].flatMap(([kind, records]) =>
    [...records].map(([id, record]) => lineOf(kind, id, record)),
  )
  writeFileSync(`${file}.new`, lines.join(''), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
