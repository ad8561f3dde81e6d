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
    portalStyles(),
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

/** The one stylesheet of the pages that Workers render: WeUI, our look over it, and the portal's own few rules. */
function portalStyles(): Plugin {
  return {
    name: 'portal-styles',
    generateBundle() {
      const weui = readFileSync(join(packageFolder('weui'), 'dist/style/weui.min.css'), 'utf8')
      const own = readFileSync(new URL('../../workers/api/src/pages/pages.css', import.meta.url), 'utf8')
      this.emitFile({
        type: 'asset',
        fileName: 'assets/pages.css',
        source: `${weui}\n${cssVariables()}\n${own}`,
      })
    },
  }
}

function packageFolder(name: string): string {
  return dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`)))
}
