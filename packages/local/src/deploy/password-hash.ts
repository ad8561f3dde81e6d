import { text } from 'node:stream/consumers'
import { hashPassword } from '@heju/core/people/identity'

// Reads a password from standard input and prints its hash, for OPERATOR_PASSWORD_HASH: see docs/deploy.md.
const password = (await text(process.stdin)).replace(/\r?\n$/, '')
if (password.length < 12) {
  process.stderr.write('An operator sees every company: give a password of at least 12 characters.\n')
  process.exitCode = 1
} else {
  process.stdout.write(`${await hashPassword(password)}\n`)
}
