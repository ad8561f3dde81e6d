export { startPhone, type Phone, type PhoneMessage } from './server.ts'
