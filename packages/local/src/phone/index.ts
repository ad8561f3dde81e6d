export { startPhone, type Phone } from './server.ts'
