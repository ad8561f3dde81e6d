import { organisation as texts } from './texts.ts'
import { useTexts } from '../../../app/language.tsx'
import { SiblingPages } from '../../../parts/sibling-pages.tsx'

/** The tree and the legal entities, beside each other. */
export function OrganisationPages() {
  const t = useTexts(texts)
  const pages = [
    { to: '/console/settings/organisation', name: t('title') },
    { to: '/console/settings/entities', name: t('entities.title') },
  ]
  return <SiblingPages label={t('siblings')} pages={pages} />
}
