import { whoPays as texts } from './who-pays-texts.ts'
import { Alert, Button, Card, Flex, Typography } from 'antd'
import { useState } from 'react'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useChosen } from '../../../parts/entered.ts'
import { useCommand } from '../../../parts/form.ts'
import type { Import } from './api.ts'
import { PayerLines } from './payer-lines.tsx'

type Question = Import['questions'][number]
type PayersQuestion = Question & Required<Pick<Question, 'payers'>>

/** Whether a question is about who pays, or one of the places that are left out of it. */
export function isOfPayers({ about }: Question): boolean {
  return about === 'payers' || about === 'place'
}

/** What the question about a place is known by. */
const ofPlace = 'place:'
/** So many of those that are left out are named. */
const mostNamed = 20

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
  const places = job.questions.filter(({ about }) => about === 'place')
  const leftOut = new Map(places.map(({ id, heading }) => [id.slice(ofPlace.length), heading]))
  const changed = Object.entries(said).filter(([place, isOut]) => isOut !== leftOut.has(place))
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
          ...changed.map(([place, isOut]) => ({
            id: `${ofPlace}${place}`,
            answer: isOut ? 'leave' : '',
          })),
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
  const left = leftOut.size + changed.reduce((sum, [, isOut]) => sum + (isOut ? 1 : -1), 0)
  const named = [...leftOut.values()].slice(0, mostNamed).join('、')
  return (
    <Card size="small" title={isOpen ? t('title') : `${t('title')} · ${t('checked')}`}>
      <Flex vertical gap={12}>
        {isOpen && <Alert type="warning" showIcon title={t('about')} />}
        <Counts question={question} />
        {leftOut.size > 0 && (
          <div>
            {t('left', { left: leftOut.size, places: leftOut.size > mostNamed ? `${named}…` : named })}
          </div>
        )}
        <PayerLines
          importId={job.id}
          isLeft={(place) => said[place] ?? leftOut.has(place)}
          disabled={!may}
          onLeave={(place, isOut) => setSaid({ ...said, [place]: isOut })}
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
