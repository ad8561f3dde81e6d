import { measureCodes, measureWords } from '@heju/core/insight/measures/shape'
import { measureTexts } from '@heju/core/insight/measures/texts'
import { Typography } from 'antd'
import { useLanguage, useTexts } from '../../../app/language.tsx'
import { Page } from '../../../parts/page.tsx'
import { RowsTable } from '../../../parts/rows-table.tsx'
import { SatisfactionPages } from '../satisfaction/pages.tsx'
import { measuresPage as texts } from './texts.ts'

export { MeasuresPage as Component }

/** The register of what is measured, for who wants to know what a figure says. */
function MeasuresPage() {
  const t = useTexts(texts)
  const m = useTexts(measureTexts)
  const { locale } = useLanguage()
  const rows = measureCodes.map((code) => {
    const { formula, grain, more } = measureWords(code, locale)
    const [month, better, least = '—'] = more
    return { code, formula, grain, month, better, least }
  })
  return (
    <Page title={t('title')} about={t('about')}>
      <SatisfactionPages />
      <RowsTable
        label={t('title')}
        size="middle"
        rowKey="code"
        dataSource={rows}
        columns={[
          { title: t('measure'), render: (_, { code }) => m(code) },
          { title: t('formula'), render: (_, { formula }) => <Broken atMost={330}>{formula}</Broken> },
          {
            title: t('month'),
            render: (_, { month, grain }) => (
              <>
                {month}
                <br />
                <Typography.Text type="secondary">{grain}</Typography.Text>
              </>
            ),
          },
          { title: t('better'), dataIndex: 'better' },
          { title: t('least'), render: (_, { least }) => <Broken atMost={190}>{least}</Broken> },
        ]}
      />
    </Page>
  )
}

/** Words that go on in the next line: all columns are in sight. */
function Broken({ atMost, children }: { atMost: number; children: string }) {
  return <div style={{ whiteSpace: 'normal', maxWidth: atMost }}>{children}</div>
}
