export {
  startLibsqlServer,
  type LibsqlServer,
  type LibsqlServerOptions,
  type ServerLimits,
} from './server.ts'
