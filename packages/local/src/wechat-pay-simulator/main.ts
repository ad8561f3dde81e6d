import { parseArgs } from 'node:util'
import { startWechatPaySimulator } from './simulator.ts'

const { values } = parseArgs({
  options: { port: { type: 'string', default: '8799' }, directory: { type: 'string' } },
})
const simulator = await startWechatPaySimulator({
  port: Number(values.port),
  ...(values.directory ? { directory: values.directory } : {}),
})
process.stdout.write(`WeChat Pay simulator on ${simulator.url}\n`)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void simulator.close())
