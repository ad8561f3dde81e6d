import { countedKinds } from '@heju/core/estate/registry-import/shape'
import { importing as texts } from './texts.ts'
import { Card, Table } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import { RowsTable } from '../../../parts/rows-table.tsx'
import { Sideways } from '../../../parts/sideways.tsx'
import type { Import } from './api.ts'

/** What an import does in numbers, and how its sheets were understood. */
export function Preview({ job }: { job: Import }) {
  const t = useTexts(texts)
  const rows = countedKinds
    .map((kind) => ({ kind, ...job.counts[kind] }))
    .filter(({ created, changed, unchanged }) => created + changed + unchanged > 0)
  return (
    <>
      {job.openQuestions === 0 && rows.length > 0 && (
        <Card size="small" title={t('preview')}>
          <Sideways label={t('preview')}>
            <Table
              size="small"
              rowKey="kind"
              dataSource={rows}
              pagination={false}
              columns={[
                { title: t('kind'), render: (_, { kind }) => t(`kind.${kind}`) },
                { title: t('created'), dataIndex: 'created', align: 'right' },
                { title: t('changed'), dataIndex: 'changed', align: 'right' },
                { title: t('unchanged'), dataIndex: 'unchanged', align: 'right' },
              ]}
            />
          </Sideways>
        </Card>
      )}
      {job.tables.length > 0 && (
        <Card size="small" title={t('sheets')}>
          <RowsTable
            label={t('sheets')}
            size="small"
            rowKey={({ sheet, kind, headings }) => `${sheet} ${kind} ${headings.first}`}
            dataSource={job.tables}
            columns={[
              { title: t('sheet'), dataIndex: 'sheet' },
              { title: t('sheet.as'), onPhone: 'end', render: (_, { kind }) => t(`table.${kind}`) },
              { title: t('sheet.rows'), dataIndex: 'dataRows', align: 'right' },
              {
                title: t('sheet.columns'),
                render: (_, { columns }) => (
                  <div style={{ maxWidth: 'clamp(460px, 60vw, 560px)', whiteSpace: 'normal' }}>
                    {columns.map(({ heading }) => heading).join('、')}
                  </div>
                ),
              },
            ]}
          />
        </Card>
      )}
    </>
  )
}
