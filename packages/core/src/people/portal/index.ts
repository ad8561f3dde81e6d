export { readAccount, type Account } from './read-account.ts'
export { readComplaintForm, type ComplaintForm } from './read-complaint-form.ts'
export { readHome, type Home } from './read-home.ts'
export type { OwnerPlace } from '../../estate/registry/index.ts'
