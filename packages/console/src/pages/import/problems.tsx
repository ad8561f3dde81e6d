import { importing as texts } from '@heju/i18n/console/import'
import { Button, Card, Tag, Typography } from 'antd'
import { useTexts } from '../../app/language.tsx'
import { listProblems, type Import, type Problem } from './api.ts'
import { PartsTable } from './parts-table.tsx'

const colors = { error: 'error', warning: 'warning', note: 'default' } as const

/** What was found in the workbook, by its place there, with what to do. */
export function Problems({ job: { id, errors, warnings } }: { job: Import }) {
  const t = useTexts(texts)
  return (
    <Card
      size="small"
      title={`${t('problems')} · ${t('found.counts', { errors, warnings })}`}
      extra={
        errors + warnings > 0 && (
          <Button size="small" href={`/api/v1/imports/${id}/bad-rows`} download>
            {t('badRows')}
          </Button>
        )
      }
    >
      <PartsTable<Problem>
        label={t('problems')}
        queryKey={['import-problems', id]}
        load={(part) => listProblems(id, part)}
        empty={t('problems.none')}
        columns={[
          { title: t('sheet'), dataIndex: 'sheet' },
          { title: t('row'), align: 'right', render: (_, { row }) => row ?? '—' },
          { title: t('column'), render: (_, { column }) => column ?? '—' },
          {
            title: t('value'),
            render: (_, { value }) =>
              value === null ? '—' : <Typography.Text code>{value.slice(0, 60)}</Typography.Text>,
          },
          {
            title: t('severity'),
            render: (_, { severity }) => <Tag color={colors[severity]}>{t(`severity.${severity}`)}</Tag>,
          },
          {
            title: t('message'),
            render: (_, { message }) => (
              <div style={{ minWidth: 240, maxWidth: 480, whiteSpace: 'normal' }}>{message}</div>
            ),
          },
        ]}
      />
    </Card>
  )
}
