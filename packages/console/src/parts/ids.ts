import { newId, type Id } from '@heju/kernel'
import { useRef, useState } from 'react'

/**
 * The id of a thing that is being made: the same however often the form is sent, so that it is made once.
 * The second value gives the next one its own.
 */
export function useNewId<P extends string>(prefix: P): [Id<P>, () => void] {
  const [id, setId] = useState(() => newId(prefix, Date.now()))
  return [id, () => setId(newId(prefix, Date.now()))]
}

/**
 * Gives the id of what is made of a file: the same when a file is chosen again because the answer was lost, another one
 * when it was corrected meanwhile.
 */
export function useIdOfFile<P extends string>(prefix: P): (file: File) => Id<P> {
  const known = useRef(new Map<string, Id<P>>())
  return ({ name, size, lastModified }) => {
    const key = `${name} ${size} ${lastModified}`
    const id = known.current.get(key) ?? newId(prefix, Date.now())
    known.current.set(key, id)
    return id
  }
}
