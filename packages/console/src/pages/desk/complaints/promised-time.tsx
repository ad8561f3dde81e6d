import { policy } from '@heju/core/desk/complaints/shape'
import { Input, type InputProps } from 'antd'
import { useState } from 'react'
import { useSession } from '../../../app/session.tsx'
import { localAfter } from '../../../parts/local-time.ts'

/** Day and time that an owner is promised: a form hands it its value. The calendar ends where the product refuses more. */
export function PromisedTime(field: InputProps) {
  const { zone } = useSession().company
  const [last] = useState(() => localAfter(Date.now(), policy.furthestPromiseMs, zone))
  return <Input {...field} type="datetime-local" max={last} />
}
