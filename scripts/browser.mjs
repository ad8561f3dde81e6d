// Finds the browser that the browser tests drive, or installs Debian's where that can be done.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

function found() {
  return process.env.CHROMIUM ?? places.find((path) => existsSync(path))
}

/** Path of a Chromium. @throws when there is none and none can be installed */
export function browser() {
  const known = found()
  if (known !== undefined) return known
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    process.stdout.write('Installing Chromium and Chinese fonts…\n')
    spawnSync('apt-get', ['update'], { stdio: 'ignore' })
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  }
  const installed = found()
  if (installed === undefined) {
    throw new Error(
      'The browser tests need Chromium: install it (Debian: apt-get install chromium fonts-noto-cjk), or set CHROMIUM to its path.',
    )
  }
  return installed
}
