import { measureOf, measureWords, type MeasureCode } from '@heju/core/insight/measures/shape'
import { measureTexts } from '@heju/core/insight/measures/texts'
import { color } from '@heju/look'
import { Tooltip } from 'antd'
import { useLanguage, useTexts } from '../app/language.tsx'
import { useMay } from '../app/session.tsx'

/**
 * The name of a measure as a heading, with how it is calculated for who points at it; for everybody else the page 指标口径 says
 * so. It takes no focus: tables keep a hidden copy of their headings.
 */
export function MeasureName({ code }: { code: MeasureCode }) {
  const t = useTexts(measureTexts)
  const { locale } = useLanguage()
  const { formula, more } = measureWords(code, locale)
  return (
    <Tooltip
      title={[formula, ...more].map((line) => (
        <div key={line}>{line}</div>
      ))}
    >
      <span style={{ whiteSpace: 'nowrap', cursor: 'help', borderBottom: `1px dotted ${color.inkFaint}` }}>
        {t(code)}
      </span>
    </Tooltip>
  )
}

/**
 * The address of the rows that a measure counts in a month, in a project or in all that one sees, for who may see them; `more` narrows them to a part of
 * what the measure counts.
 */
export function useRowsBehind(): (
  code: MeasureCode,
  of: { projectId?: string | undefined; month: string },
  more?: Readonly<Record<string, string>>,
) => string | undefined {
  const may = useMay()
  return (code, { projectId, month }, more) => {
    const { page, needs, month: named, filter } = measureOf(code).behind
    if (!may(needs)) return undefined
    return `/console/${page}?${new URLSearchParams({ ...filter, ...(projectId && { projectId }), [named]: month, ...more })}`
  }
}
