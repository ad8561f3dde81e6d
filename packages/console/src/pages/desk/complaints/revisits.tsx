import { Complaints } from './complaints.tsx'

export function Component() {
  return <Complaints only="revisit" />
}
