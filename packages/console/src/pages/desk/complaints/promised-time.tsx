import { policy } from '@heju/core/desk/complaints/shape'
import { complaints as texts } from './texts.ts'
import { Input, type InputProps } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../../app/language.tsx'
import { useSession } from '../../../app/session.tsx'
import { localAfter } from '../../../parts/local-time.ts'

/** The last moment that an owner may be promised something for, as a field of day and time writes it. */
function useLast(): string {
  const { zone } = useSession().company
  const [last] = useState(() => localAfter(Date.now(), policy.furthestPromiseMs, zone))
  return last
}

/** Day and time that an owner is promised: a form hands it its value. The calendar ends where the product refuses more. */
export function PromisedTime(field: InputProps) {
  return <Input {...field} type="datetime-local" max={useLast()} />
}

/** The rule that goes with it: a browser keeps what lies beyond from being sent, in words of its own that are soon gone. */
export function useNotTooFar() {
  const t = useTexts(texts)
  const last = useLast()
  const validator = (_: unknown, local = '') =>
    local > last ? Promise.reject(new Error(t('promised.far'))) : Promise.resolve()
  return [{ validator }]
}
