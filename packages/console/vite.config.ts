import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { viteStaticCopy } from 'vite-plugin-static-copy'

const viewer = dirname(fileURLToPath(import.meta.resolve('swagger-ui-dist/package.json')))

export default defineConfig({
  plugins: [
    react(),
    // The viewer of the API's description; /docs loads it from our own host.
    viteStaticCopy({
      targets: [
        {
          src: [`${viewer}/swagger-ui.css`, `${viewer}/swagger-ui-bundle.js`, 'docs/show.js'],
          dest: 'assets/docs',
        },
      ],
    }),
  ],
  build: { target: 'es2023', chunkSizeWarningLimit: 1_500 },
})
