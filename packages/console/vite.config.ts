import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cssVariables } from '@heju/look'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { viteStaticCopy } from 'vite-plugin-static-copy'

const viewer = packageFolder('swagger-ui-dist')

export default defineConfig({
  plugins: [
    react(),
    pageAssets(),
    // The viewer of the API's description; /docs loads it from our own host.
    viteStaticCopy({
      targets: [
        {
          src: [`${viewer}/swagger-ui.css`, `${viewer}/swagger-ui-bundle.js`, 'docs/show.js'],
          dest: 'assets/docs',
          rename: { stripBase: true },
        },
      ],
    }),
  ],
  build: { target: 'es2023', chunkSizeWarningLimit: 1_500 },
})

/**
 * What goes with the pages that Workers render: one stylesheet of WeUI, our look over it and the pages' own rules, and
 * one small script that they can do without.
 */
function pageAssets(): Plugin {
  const pages = new URL('../../workers/api/src/pages/', import.meta.url)
  return {
    name: 'page-assets',
    generateBundle() {
      const weui = readFileSync(join(packageFolder('weui'), 'dist/style/weui.min.css'), 'utf8')
      const styles = `${cssVariables()}\n${readFileSync(new URL('pages.css', pages), 'utf8')}`
      const script = readFileSync(new URL('islands.js', pages), 'utf8')
      this.emitFile({ type: 'asset', fileName: 'assets/pages.css', source: `${weui}\n${styles}` })
      this.emitFile({ type: 'asset', fileName: 'assets/pages.js', source: script })
    },
  }
}

function packageFolder(name: string): string {
  return dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`)))
}
