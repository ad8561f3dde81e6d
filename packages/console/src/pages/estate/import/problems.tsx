import { importing as texts } from './texts.ts'
import { Card, Tag, Typography, type TableProps } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import { DownloadButton } from '../../../parts/download-button.tsx'
import { Stacked, useNarrow } from '../../../parts/on-phone.tsx'
import { badRows, listProblems, type Import, type Problem } from './api.ts'
import { PartsTable } from './parts-table.tsx'

const colors = { error: 'error', warning: 'warning', note: 'default' } as const

/** What was found in the workbook, by its place there, with what to do. */
export function Problems({
  job: { id, state, revision, errors, warnings, openQuestions, tables },
}: {
  job: Import
}) {
  const t = useTexts(texts)
  const narrow = useNarrow()
  const severity = (problem: Problem) => (
    <Tag color={problem.ofAPart ? 'warning' : colors[problem.severity]}>
      {t(problem.ofAPart ? 'severity.part' : `severity.${problem.severity}`)}
    </Tag>
  )
  const value = (problem: Problem) =>
    problem.value === null ? '—' : <Typography.Text code>{problem.value.slice(0, 60)}</Typography.Text>
  const columns: NonNullable<TableProps<Problem & { key: number }>['columns']> = [
    { title: t('sheet'), dataIndex: 'sheet' },
    { title: t('row'), align: 'right', render: (_, { row }) => row ?? '—' },
    { title: t('column'), render: (_, { column }) => column ?? '—' },
    { title: t('value'), render: (_, problem) => value(problem) },
    { title: t('severity'), render: (_, problem) => severity(problem) },
    {
      title: t('message'),
      render: (_, { message }) => (
        <div style={{ minWidth: 240, maxWidth: 480, whiteSpace: 'normal' }}>{message}</div>
      ),
    },
  ]
  // On a phone what is wrong stands under where it is: beside it, it would be out of sight.
  const onOne: (typeof columns)[number] = {
    title: t('message'),
    render: (_, problem) => (
      <Stacked beside={90} gap={0}>
        <div>
          {[
            problem.sheet,
            ...(problem.row === null ? [] : [t('place.row', { row: problem.row })]),
            ...(problem.column === null ? [] : [t('place.column', { column: problem.column })]),
          ].join(' · ')}{' '}
          {severity(problem)}
        </div>
        {problem.value !== null && <div>{value(problem)}</div>}
        {problem.message}
      </Stacked>
    ),
  }
  const isToCorrect = errors + warnings > 0 && tables.length > 0
  const rows = isToCorrect && (
    <DownloadButton size="small" load={() => badRows(id)}>
      {t('badRows')}
    </DownloadButton>
  )
  // On a phone the counts take the whole line: beside a button they are cut.
  return (
    <Card
      size="small"
      title={`${t('problems')} · ${t('found.counts', { errors, warnings })}`}
      extra={!narrow && rows}
    >
      {narrow && rows && <div style={{ marginBottom: 12 }}>{rows}</div>}
      {isToCorrect && (
        <Typography.Text type="secondary" style={{ display: 'block', marginBottom: 12 }}>
          {state === 'previewed' && <div>{t('problems.before')}</div>}
          {t('badRows.along')}
        </Typography.Text>
      )}
      <PartsTable<Problem>
        label={t('problems')}
        queryKey={['import-problems', id, revision]}
        load={(part) => listProblems(id, part)}
        empty={t(openQuestions > 0 ? 'problems.notYet' : 'problems.none')}
        columns={narrow ? [onOne] : columns}
      />
    </Card>
  )
}
