import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { cssVariables } from '@heju/look'

const require = createRequire(import.meta.url)
const pages = join(dirname(require.resolve('./package.json')), '../../workers/api/src/pages')

/**
 * What goes with the pages that Workers render: one stylesheet of WeUI, our look over it and the pages' own rules, and
 * one small script that they can do without.
 */
export function pageAssets(): { fileName: string; source: string }[] {
  const weui = readFileSync(require.resolve('weui/dist/style/weui.min.css'), 'utf8')
  const own = readFileSync(join(pages, 'pages.css'), 'utf8')
  return [
    { fileName: 'assets/pages.css', source: `${weui}\n${cssVariables()}\n${own}` },
    { fileName: 'assets/pages.js', source: readFileSync(join(pages, 'islands.js'), 'utf8') },
  ]
}
