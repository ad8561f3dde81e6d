import { feeItems as texts } from './texts.ts'
import { useTexts } from '../../../app/language.tsx'
import { useItemName, type FeeItem } from '../../../parts/fee-items.ts'

/** All that is said of an item, to be read. */
export function useItemWords(): (item: FeeItem) => [label: string, words: string][] {
  const t = useTexts(texts)
  const nameOf = useItemName()
  return (item) => [
    [t('name'), nameOf(item)],
    [t('receiptName'), item.receiptName],
    [t('invoiceName'), item.invoiceName],
    [t('whoseMoney'), t(`whose.${item.whoseMoney}`)],
    [t('taxCode'), item.taxCode],
    [t('taxRate'), item.taxRateE4 === null ? '' : `${item.taxRateE4 / 100}`],
    [t('taxIncluded'), t(`taxIncluded.${item.taxIncluded ? 'yes' : 'no'}`)],
    [t('account'), item.account],
    [t('settleOrder'), `${item.settleOrder}`],
    [t('targetKinds'), item.targetKinds.map((kind) => t(`target.${kind}`)).join('、')],
    [t('exclusive'), t(`exclusive.${item.exclusive ? 'yes' : 'no'}`)],
    [t('guided'), t(`guided.${item.guided ? 'yes' : 'no'}`)],
    [t('chargedBy'), t(`charger.${item.chargedBy}`)],
    [t('state'), t(item.retiredAt === null ? 'state.used' : 'state.retired')],
  ]
}
