import { collection as texts } from './collection-texts.ts'
import { useTexts } from '../../../app/language.tsx'
import { SiblingPages } from '../../../parts/sibling-pages.tsx'

/** Who owes, and how much of each month came in. */
export function ArrearsPages() {
  const t = useTexts(texts)
  return (
    <SiblingPages
      label={t('pages')}
      pages={[
        { to: '/console/fees/arrears', name: t('list') },
        { to: '/console/fees/arrears/collection', name: t('title') },
      ]}
    />
  )
}
