// Checks the types of every package with the native compiler, one after the other; `node scripts/types.mjs db core` checks only these.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'

const folders = ['packages', 'workers'].flatMap((group) =>
  readdirSync(group).map((name) => `${group}/${name}`),
)
const asked = process.argv.slice(2)
// What is written against the client reads its declarations.
const wanted = asked.some((name) => ['console', 'tests'].includes(name)) ? ['api-client', ...asked] : asked
const projects = [...folders, 'tests'].filter((folder) => existsSync(`${folder}/tsconfig.json`))
const chosen =
  wanted.length === 0 ? projects : projects.filter((folder) => wanted.includes(folder.split('/').at(-1)))

let failed = false
for (const folder of chosen) {
  const { status } = spawnSync('node_modules/.bin/tsc', ['-p', folder], { stdio: 'inherit' })
  failed ||= status !== 0
}
process.exitCode = failed ? 1 : 0
