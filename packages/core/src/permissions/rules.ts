import type { PermissionRule } from '@heju/kernel'
import type { Role } from './roles.ts'

/** What a capability lets do, by `<what>.<verb>`. The company administrator may do everything and is not repeated. */
export type PermissionRules = Readonly<Record<string, PermissionRule<Role>>>
