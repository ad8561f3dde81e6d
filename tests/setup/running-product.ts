import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startWorkers } from '@heju/local/start'
import { makeKeys, startStack } from '@heju/local/stack'
import type { TestProject } from 'vitest/node'

/** The whole product as it runs on one machine: three Workers in workerd, databases, payment provider, phones. */
export interface RunningProduct {
  /** `http://localhost:PORT`; a company answers at `http://<slug>.localhost:PORT`. */
  url: string
  baseHost: string
  phoneUrl: string
  wechatPayUrl: string
  /** A merchant at the simulated provider, as a company enters it. */
  merchant: object
  /** Variables that the Workers run with: tests open databases with them as the Workers do. */
  env: Record<string, string>
  /** What the Workers wrote, for a test that failed. */
  logFile: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    product: RunningProduct
  }
}

const root = join(import.meta.dirname, '../..')

/** Starts the product once for all files of a project. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'heju-product-'))
  const port = await freePort()
  const baseHost = `localhost:${port}`
  const stack = await startStack({ dataDir, keys: await makeKeys(), baseHost })
  const logFile = join(dataDir, 'workers.log')
  const close = async () => {
    await stack.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
  const workers = await startWorkers(root, dataDir, port, stack.env, logFile).catch(
    async (error: unknown) => {
      await close()
      throw error
    },
  )
  project.provide('product', {
    url: workers.url,
    baseHost,
    phoneUrl: stack.phone.url,
    wechatPayUrl: stack.wechatPay.url,
    merchant: stack.wechatPay.merchants[0] ?? {},
    env: stack.env,
    logFile,
  })
  return async () => {
    await workers.close()
    await close()
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => probe.once('listening', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
