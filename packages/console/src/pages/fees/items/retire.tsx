import { feeItems as texts } from './texts.ts'
import { App, Button } from 'antd'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { feeItemKeys, useItemName, type FeeItem } from '../../../parts/fee-items.ts'
import { useCommand } from '../../../parts/form.ts'

/** Takes an item out of use, after what follows from that was said, or takes it up again. */
export function Retire({ item }: { item: FeeItem }) {
  const t = useTexts(texts)
  const name = useItemName()(item)
  const { modal } = App.useApp()
  const isRetired = item.retiredAt !== null
  const save = useCommand({
    command: api['fee-items'][':feeItemId'].state.$put,
    asks: (json: { retired: boolean }) => ({ param: { feeItemId: item.id }, json }),
    refreshes: feeItemKeys,
    done: t(isRetired ? 'restored' : 'retired'),
  })
  const ask = async () => {
    const meant = await modal.confirm({
      title: t('retire.title', { name }),
      content: t('retire.about'),
      okText: t('retire'),
    })
    if (meant) save.mutate({ retired: true })
  }
  const label = t(isRetired ? 'restore' : 'retire')
  return (
    <Button
      size="small"
      aria-label={`${label} ${name}`}
      loading={save.isPending}
      onClick={() => (isRetired ? save.mutate({ retired: false }) : void ask())}
    >
      {label}
    </Button>
  )
}
