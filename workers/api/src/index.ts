import { baseApp, companyApp } from './app.ts'
import type { Env } from './env.ts'

export default {
  fetch(request, env, context) {
    const app = new URL(request.url).host === env.BASE_HOST ? baseApp : companyApp
    return app.fetch(request, env, context)
  },
} satisfies ExportedHandler<Env>
