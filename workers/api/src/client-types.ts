import type { projectRoutes } from './routes/projects.ts'

/** The types of the API's routes, one a capability: all that a client may know of this Worker. */
export type ProjectApi = typeof projectRoutes
