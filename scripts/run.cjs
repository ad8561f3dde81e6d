// The way in: `npm start`, `npm test` and `npm run bench` come here. Written so that even a Node of many years ago reads
// it to the end and can say in one sentence what is missing; run.mjs goes on with whatever Node 20 or later there is.
const oldest = 20
const version = process.versions.node

if (Number(version.split('.')[0]) < oldest) {
  process.stderr.write(
    `Heju needs Node ${oldest} or later, and this is ${version}: install a newer one from https://nodejs.org and run the command again.\n`,
  )
  process.exitCode = 1
} else {
  import('./run.mjs')
}
