// What is looked at before every commit, in less than a minute: format, lint, dead code, types of what changed and of all that is
// written against it, the walls between packages, and the unit tests beside what changed. `npm run verify` compares with the
// last commit that main has; `npm run verify -- REF` with another.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { dirname } from 'node:path'

const started = Date.now()

function output(command, args) {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' })
  return status === 0 ? stdout.split('\n').filter(Boolean) : []
}

/** Everything that differs from a commit, also what is not committed or not known to git yet. */
function changedSince(ref) {
  const files = [
    ...output('git', ['diff', '--name-only', ref]),
    ...output('git', ['ls-files', '-o', '--exclude-standard']),
  ]
  return [...new Set(files)].toSorted()
}

/** On main itself the last commit is what is being made. */
function usualRef() {
  const [base] = output('git', ['merge-base', 'HEAD', 'main'])
  const [head] = output('git', ['rev-parse', 'HEAD'])
  return base === undefined || base === head ? 'HEAD' : base
}

const testOf = /\.test\.tsx?$/
/** The tests that stand in the folders of what changed. */
function testsBeside(files) {
  const folders = new Set(
    files
      .filter((file) => /^(packages|workers)\/[^/]+\/src\/.*\.tsx?$/.test(file))
      .map((file) => dirname(file)),
  )
  return [...folders]
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => testOf.test(name))
        .map((name) => `${folder}/${name}`),
    )
}

const changed = changedSince(process.argv[2] ?? usualRef())
/** Folders with too many tests to run all of them each time: of these the nearest by name. */
const mostOfFolder = 12
function nearest(tests) {
  const byFolder = Map.groupBy(tests, (test) => dirname(test))
  return [...byFolder.values()].flatMap((own) => {
    if (own.length <= mostOfFolder) return own
    const words = new Set(changed.map((file) => file.replace(/(\.test)?\.tsx?$/, '')))
    return own.filter((test) => words.has(test.replace(testOf, '')))
  })
}

const tests = nearest(testsBeside(changed))
/** Two lanes, side by side on two cores; what is quick to fail comes first. */
const lanes = [
  [
    ['format', 'oxfmt', ['--check']],
    ['lint', 'oxlint', ['--deny-warnings']],
    ['dead code', 'knip', ['--no-progress']],
    ['types', 'node', ['scripts/types.mjs']],
  ],
  [
    ['walls and texts', 'vitest', ['run', '--project', 'span', 'tests/architecture', 'tests/texts']],
    ...(tests.length === 0
      ? []
      : [[`unit tests of ${tests.length} files`, 'vitest', ['run', '--project', 'unit', ...tests]]]),
  ],
]

/** @returns whether it passed; what it says is shown only where it did not */
function carryOut([name, command, args]) {
  const began = Date.now()
  const child = spawn(command, args)
  let said = ''
  child.stdout.on('data', (part) => (said += part))
  child.stderr.on('data', (part) => (said += part))
  return new Promise((resolve) =>
    child.on('close', (status) => {
      const seconds = ((Date.now() - began) / 1000).toFixed(1)
      process.stdout.write(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)\n${status === 0 ? '' : said}`)
      resolve(status === 0)
    }),
  )
}

async function inTurn(steps) {
  const passed = []
  for (const step of steps) passed.push(await carryOut(step))
  return passed
}

process.stdout.write(`${changed.length} changed files\n`)
const passed = (await Promise.all(lanes.map(inTurn))).flat()
process.stdout.write(`Took ${((Date.now() - started) / 1000).toFixed(0)} s.\n`)
process.exitCode = passed.every(Boolean) ? 0 : 1
