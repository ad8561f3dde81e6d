export { startLibsqlServer, type LibsqlServer, type ServerLimits } from './server.ts'
