import { useQuery } from '@tanstack/react-query'
import { fetched } from '../app/fetched.ts'

/**
 * The code of a part of a page, fetched beside the page. Unlike one of `lazy`, that it could not be fetched breaks no page,
 * and it is asked for again: by whoever looks at the failure, or when the network is back.
 */
export function useCode<T>(name: string, load: () => Promise<T>) {
  return useQuery({ queryKey: ['code', name], queryFn: fetched(load), staleTime: Infinity, gcTime: Infinity })
}
