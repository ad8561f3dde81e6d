import { whoPays as texts } from './who-pays-texts.ts'
import { payersOfPage } from '@heju/core/estate/registry-import/shape'
import { searchSchema } from '@heju/core/estate/registry/shape'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Alert, Button, Card, Checkbox, Flex, Input, Typography } from 'antd'
import { useState, type ReactNode } from 'react'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { DownloadButton } from '../../../parts/download-button.tsx'
import { useChosen } from '../../../parts/entered.ts'
import { useCommand } from '../../../parts/form.ts'
import { longestOf } from '../../../parts/longest-of.ts'
import { RowsTable } from '../../../parts/rows-table.tsx'
import { rowsOrWaiting } from '../../../parts/rows.ts'
import { Failure, Nothing } from '../../../parts/states.tsx'
import { listPayers, payersFile, type Import, type PayerLine } from './api.ts'
import { LineAfter, LineBefore, LineSource } from './payer-line.tsx'

type Question = Import['questions'][number]
type PayersQuestion = Question & Required<Pick<Question, 'payers'>>

/** Whether a question is about who pays, or one of the places that are left out of it. */
export function isOfPayers({ about }: Question): boolean {
  return about === 'payers' || about === 'place'
}

const ofPlace = (place: string) => `place:${place}`

/**
 * Who pays from when once a workbook is imported, at the places where it changes hands or is bounded in time: looked through
 * by a person, who says of all together that they are right and may leave single ones out.
 */
export function WhoPays({ job }: { job: Import }) {
  const question = job.questions.find((one): one is PayersQuestion => one.payers !== undefined)
  if (question === undefined) return null
  // What was ticked for other lines is no word about these.
  return <Lines key={question.id} job={job} question={question} />
}

function Lines({ job, question }: { job: Import; question: PayersQuestion }) {
  const t = useTexts(texts)
  const [said, setSaid] = useState<Readonly<Record<string, boolean>>>({})
  const leftOut = new Map(
    job.questions.flatMap((one) => (one.about === 'place' ? [[one.id, one.heading]] : [])),
  )
  const isLeft = (place: string) => said[ofPlace(place)] ?? leftOut.has(ofPlace(place))
  const changed = Object.entries(said).filter(([id, left]) => left !== leftOut.has(id))
  const isOpen = question.answer === null
  const may = job.state === 'previewed'
  useChosen(changed.length > 0 && may)
  const send = useCommand({
    command: api.imports[':importId'].answers.$post,
    asks: () => ({
      param: { importId: job.id },
      json: {
        answers: [
          { id: question.id, answer: 'right' },
          ...changed.map(([id, left]) => ({ id, answer: left ? 'leave' : '' })),
        ],
      },
    }),
    refreshes: [
      ['imports'],
      ['import-problems', job.id],
      ['import-changes', job.id],
      ['import-payers', job.id],
    ],
    done: t('said'),
    onDone: () => setSaid({}),
  })
  const left = leftOut.size + changed.reduce((sum, [, isIn]) => sum + (isIn ? 1 : -1), 0)
  return (
    <Card size="small" title={isOpen ? t('title') : `${t('title')} · ${t('checked')}`}>
      <Flex vertical gap={12}>
        {isOpen && <Alert type="warning" showIcon title={t('about')} />}
        <Counts question={question} />
        {leftOut.size > 0 && (
          <div>{t('left', { left: leftOut.size, places: [...leftOut.values()].join('、') })}</div>
        )}
        <Table
          job={job}
          columnOf={(place, name) => (
            <Checkbox
              aria-label={t('leave.of', { place: name })}
              checked={isLeft(place)}
              disabled={!may}
              onChange={({ target }) => setSaid({ ...said, [ofPlace(place)]: target.checked })}
            >
              {t('leave')}
            </Checkbox>
          )}
        />
        {may && (isOpen || changed.length > 0) && (
          <Button
            type="primary"
            style={{ alignSelf: 'start' }}
            loading={send.isPending}
            onClick={() => send.mutate(undefined)}
          >
            {left > 0 ? t('right.rest', { left }) : t('right')}
          </Button>
        )}
      </Flex>
    </Card>
  )
}

/** How much there is to look at, and what needs no look. */
function Counts({ question: { payers } }: { question: PayersQuestion }) {
  const t = useTexts(texts)
  const { places, assumed, gaps, throughout } = payers
  return (
    <Typography.Text>
      {[
        t('places', { places }),
        ...(assumed > 0 ? [t('assumed', { assumed })] : []),
        ...(gaps > 0 ? [t('gaps', { gaps })] : []),
        ...(throughout > 0 ? [t('throughout', { throughout })] : []),
      ].join(' ')}
    </Typography.Text>
  )
}

/** The places page by page, with what narrows them. @param columnOf what is done about one */
function Table({ job, columnOf }: { job: Import; columnOf: (place: string, name: string) => ReactNode }) {
  const t = useTexts(texts)
  const [asked, setAsked] = useState({ search: '', assumed: false, page: 1 })
  const list = useQuery({
    queryKey: ['import-payers', job.id, asked],
    queryFn: () => listPayers(job.id, asked),
    placeholderData: keepPreviousData,
  })
  if (list.isLoadingError) return <Failure error={list.error} retry={() => void list.refetch()} />
  return (
    <>
      <Flex gap={12} wrap align="center">
        <Input.Search
          aria-label={t('search')}
          placeholder={t('search')}
          allowClear
          {...longestOf(searchSchema)}
          onSearch={(typed) => setAsked({ ...asked, search: typed.trim(), page: 1 })}
          style={{ maxWidth: 300 }}
        />
        <Checkbox
          checked={asked.assumed}
          onChange={({ target }) => setAsked({ ...asked, assumed: target.checked, page: 1 })}
        >
          {t('assumed.only')}
        </Checkbox>
        <DownloadButton load={() => payersFile(job.id)}>{t('download')}</DownloadButton>
      </Flex>
      <RowsTable<PayerLine>
        label={t('title')}
        size="small"
        rowKey="place"
        {...rowsOrWaiting(list.data?.items)}
        pagination={{
          current: asked.page,
          pageSize: payersOfPage,
          total: list.data?.total ?? 0,
          hideOnSinglePage: true,
          showSizeChanger: false,
          onChange: (page) => setAsked({ ...asked, page }),
        }}
        locale={{ emptyText: <Nothing words={t('none')} /> }}
        columns={[
          { title: t('place'), onPhone: 'name', render: (_, { name }) => <strong>{name}</strong> },
          { title: t('after'), onPhone: 'plain', render: (_, line) => <LineAfter line={line} /> },
          { title: t('before'), render: (_, line) => <LineBefore line={line} /> },
          { title: t('source'), render: (_, line) => <LineSource line={line} /> },
          { title: t('leave'), onPhone: 'foot', render: (_, { place, name }) => columnOf(place, name) },
        ]}
      />
    </>
  )
}
