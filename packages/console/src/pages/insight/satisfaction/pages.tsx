import { frame } from '../../../app/texts.ts'
import { measuresPage } from '../measures/texts.ts'
import { trend as texts } from '../trend/texts.ts'
import { useTexts } from '../../../app/language.tsx'
import { SiblingPages } from '../../../parts/sibling-pages.tsx'

/** What head office looks at: a month's projects side by side, a measure over months, and whether results hold. */
export function SatisfactionPages() {
  const t = useTexts(texts)
  const f = useTexts(frame)
  const m = useTexts(measuresPage)
  return (
    <SiblingPages
      label={t('pages')}
      pages={[
        { to: '/console/satisfaction', name: f('nav.satisfaction.compare') },
        { to: '/console/satisfaction/trend', name: t('title') },
        { to: '/console/satisfaction/check', name: t('checkTitle') },
        { to: '/console/satisfaction/measures', name: m('title') },
      ]}
    />
  )
}
