import { today as texts } from '@heju/i18n/console/today'
import { useTexts } from '../../app/language.tsx'
import { Page } from '../../parts/page.tsx'

export function Component() {
  const t = useTexts(texts)
  return <Page title={t('title')}>{null}</Page>
}
