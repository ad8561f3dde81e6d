import { feeItemTexts } from '@heju/core/fees/items/texts'
import { useQuery } from '@tanstack/react-query'
import { api, call } from '../app/api.ts'
import { useTexts } from '../app/language.tsx'

export const listFeeItems = (query: Parameters<(typeof api)['fee-items']['$get']>[0]['query']) =>
  call(api['fee-items'].$get({ query }))
export type FeeItem = Awaited<ReturnType<typeof listFeeItems>>['items'][number]

/** What is fetched anew once items were changed: tariffs say what their items are. */
export const feeItemKeys = [['fee-items'], ['tariffs']]

/** More than any company has, and as many as one page of a list may hold. */
const most = '200'

/** All fee items of the company in their order; none until they have come. */
export function useFeeItems(): FeeItem[] {
  const list = useQuery({
    queryKey: ['fee-items', 'all'],
    queryFn: () => listFeeItems({ limit: most }),
    staleTime: 60_000,
  })
  return list.data?.items ?? []
}

/** What an item is called: as the company named it, or by the product's word in the reader's language. */
export function useItemName(): (item: { id: string; name: string }) => string {
  const say = useTexts(feeItemTexts)
  return ({ id, name }) => {
    const key = `item.${id}`
    if (name !== '') return name
    return key in feeItemTexts ? say(key as 'item.property') : ''
  }
}

/** The same by its id. */
export function useItemNames(): (id: string) => string {
  const items = useFeeItems()
  const nameOf = useItemName()
  return (id) => nameOf(items.find((item) => item.id === id) ?? { id, name: '' })
}
