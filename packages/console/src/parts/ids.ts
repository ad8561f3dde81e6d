import { newId, type Id } from '@heju/kernel'
import { useState } from 'react'

/**
 * The id of a thing that is being made: the same however often the form is sent, so that it is made once.
 * The second value gives the next one its own.
 */
export function useNewId<P extends string>(prefix: P): [Id<P>, () => void] {
  const [id, setId] = useState(() => newId(prefix, Date.now()))
  return [id, () => setId(newId(prefix, Date.now()))]
}
