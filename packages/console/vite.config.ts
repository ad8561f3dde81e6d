import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { viteStaticCopy } from 'vite-plugin-static-copy'
import { pageAssets } from './page-assets.ts'

const viewer = packageFolder('swagger-ui-dist')

// What is built is for people, whoever has it built. Where NODE_ENV said "test", as in a test that starts the product, all
// drawers and dialogs had one id, and each was called by the title of the first.
process.env.NODE_ENV = 'production'

export default defineConfig({
  plugins: [
    react(),
    pages(),
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
  build: { target: 'es2023', assetsDir: 'assets/console', chunkSizeWarningLimit: 1_500 },
})

/** The stylesheet and script of the pages that Workers render, beside the console's own files. */
function pages(): Plugin {
  return {
    name: 'pages',
    generateBundle() {
      for (const asset of pageAssets()) this.emitFile({ type: 'asset', ...asset })
    },
  }
}

function packageFolder(name: string): string {
  return dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`)))
}
