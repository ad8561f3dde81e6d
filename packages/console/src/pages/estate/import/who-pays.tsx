import { whoPays as texts } from './who-pays-texts.ts'
import { Alert, Button, Card, Flex, Typography } from 'antd'
import { useState } from 'react'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
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

export interface PlacesLeft {
  question: PayersQuestion | undefined
  /** Those that are left out as it was sent, by name. */
  sent: ReadonlyMap<string, string | null>
  /** What was ticked since. */
  changed: readonly (readonly [place: string, isOut: boolean])[]
  isLeft: (place: string) => boolean
  leave: (place: string, isOut: boolean) => void
  onSent: () => void
}

/** Which places are left out of an import, as far as it was sent and as it is ticked. */
export function usePlacesLeft({ questions }: Import): PlacesLeft {
  const question = questions.find((one): one is PayersQuestion => one.payers !== undefined)
  const [ticked, setTicked] = useState<{ of?: string | undefined; said: Readonly<Record<string, boolean>> }>({
    said: {},
  })
  // What was ticked for other lines is no word about these.
  const said = ticked.of === question?.id ? ticked.said : {}
  const places = questions.filter(({ about }) => about === 'place')
  const sent = new Map(places.map(({ id, heading }) => [id.slice(ofPlace.length), heading]))
  return {
    question,
    sent,
    changed: Object.entries(said).filter(([place, isOut]) => isOut !== sent.has(place)),
    isLeft: (place) => said[place] ?? sent.has(place),
    leave: (place, isOut) => setTicked({ of: question?.id, said: { ...said, [place]: isOut } }),
    onSent: () => setTicked({ said: {} }),
  }
}

/**
 * Who pays from when once a workbook is imported, at the places where it changes hands or is bounded in time: looked through
 * by a person, who says of all together that they are right and may leave single ones out.
 */
export function WhoPays({ job, places }: { job: Import; places: PlacesLeft }) {
  if (places.question === undefined) return null
  return <Lines job={job} question={places.question} places={places} />
}

function Lines({ job, question, places }: { job: Import; question: PayersQuestion; places: PlacesLeft }) {
  const t = useTexts(texts)
  const { sent, changed, isLeft, leave, onSent } = places
  const isOpen = question.answer === null
  const may = job.state === 'previewed'
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
    onDone: onSent,
  })
  const left = sent.size + changed.reduce((sum, [, isOut]) => sum + (isOut ? 1 : -1), 0)
  const named = [...sent.values()].slice(0, mostNamed).join('、')
  return (
    <Card size="small" title={isOpen ? t('title') : `${t('title')} · ${t('checked')}`}>
      <Flex vertical gap={12}>
        {isOpen && <Alert type="warning" showIcon title={t('about')} />}
        <Counts question={question} />
        {sent.size > 0 && (
          <div>{t('left', { left: sent.size, places: sent.size > mostNamed ? `${named}…` : named })}</div>
        )}
        <PayerLines
          importId={job.id}
          counts={question.payers}
          isLeft={isLeft}
          disabled={!may}
          onLeave={leave}
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
