import { changesNothing } from '@heju/core/estate/registry-import/shape'
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
type LeftBefore = Question & Required<Pick<Question, 'tellOf'>>
const isOfBefore = (one: Question): one is LeftBefore => one.tellOf !== undefined

/** Whether a question is about who pays, or one of the places that are left out of it. */
export function isOfPayers({ about }: Question): boolean {
  return about === 'payers' || about === 'place'
}

function namesOf(names: readonly (string | null)[]): string {
  return `${names.slice(0, mostNamed).join('、')}${names.length > mostNamed ? '…' : ''}`
}

/** What the question about a place is known by. */
const ofPlace = 'place:'
/** So many of those that are left out are named. */
const mostNamed = 20

export function answerOfPlace([place, isOut]: Ticked): { id: string; answer: string } {
  return { id: `${ofPlace}${place}`, answer: isOut ? 'leave' : '' }
}

type Ticked = readonly [place: string, isOut: boolean]

export interface PlacesLeft {
  question: PayersQuestion | undefined
  /** Those that were left out before their rows told otherwise. */
  before: readonly LeftBefore[]
  /** Those that are left out as it was sent, by name. */
  sent: ReadonlyMap<string, string | null>
  /** What was ticked since, or is proposed. */
  changed: readonly Ticked[]
  /** What somebody ticked that was not sent. */
  ticked: readonly Ticked[]
  isLeft: (place: string) => boolean
  leave: (place: string, isOut: boolean) => void
  onSent: () => void
}

/** Which places are left out of an import, as far as it was sent and as it is ticked. */
export function usePlacesLeft({ questions }: Import): PlacesLeft {
  const question = questions.find((one): one is PayersQuestion => one.payers !== undefined)
  const [last, setTicked] = useState<{ of?: string | undefined; said: Readonly<Record<string, boolean>> }>({
    said: {},
  })
  const places = questions.filter(({ about }) => about === 'place')
  const before = places.filter(isOfBefore)
  const out = places.filter((one) => !isOfBefore(one))
  const sent = new Map(out.map(({ place = '', heading }) => [place, heading]))
  // What was ticked for other lines is no word about these. What is the same under another name is ticked until that is sent.
  const same = before.flatMap(({ tellOf }) => tellOf.filter(({ isSame }) => isSame))
  const proposed = question?.answer === null ? same.map(({ place }) => [place, true] as const) : []
  const byHand = last.of === question?.id ? last.said : {}
  const said: Readonly<Record<string, boolean>> = { ...Object.fromEntries(proposed), ...byHand }
  const isOtherwise = ([place, isOut]: Ticked) => isOut !== sent.has(place)
  return {
    question,
    before,
    sent,
    changed: Object.entries(said).filter(isOtherwise),
    ticked: Object.entries(byHand).filter(isOtherwise),
    isLeft: (place) => said[place] ?? sent.has(place),
    leave: (place, isOut) => setTicked({ of: question?.id, said: { ...byHand, [place]: isOut } }),
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
  const { before, sent, changed, isLeft, leave, onSent } = places
  const isOpen = question.answer === null
  const may = job.state === 'previewed'
  const send = useCommand({
    command: api.imports[':importId'].answers.$post,
    asks: () => ({
      param: { importId: job.id },
      json: {
        revision: job.revision,
        answers: [{ id: question.id, answer: 'right' }, ...changed.map(answerOfPlace)],
      },
    }),
    refreshes: [['imports']],
    done: (answer) => t(...nextWords(answer)),
    onDone: onSent,
  })
  const left = sent.size + changed.reduce((sum, [, isOut]) => sum + (isOut ? 1 : -1), 0)
  return (
    <Card size="small" title={isOpen ? t('title') : `${t('title')} · ${t('checked')}`}>
      <Flex vertical gap={12}>
        {isOpen && <Alert type="warning" showIcon title={t('about')} />}
        {isOpen && before.length > 0 && <WhatWasLeft before={before} />}
        <Counts question={question} />
        {sent.size > 0 && <div>{t('left', { left: sent.size, places: namesOf([...sent.values()]) })}</div>}
        <PayerLines
          importId={job.id}
          revision={job.revision}
          // What was left out before is of the question: once it is imported, it is over.
          counts={may ? question.payers : { ...question.payers, leftBefore: 0 }}
          isLeft={isLeft}
          disabled={!may}
          isOver={job.state === 'applied'}
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

/** What is said once it was sent: that it can be confirmed only where it can. */
function nextWords({
  counts,
  errors,
  openQuestions,
  mayCharge,
}: Pick<Import, 'counts' | 'errors' | 'openQuestions' | 'mayCharge'>): [
  'said' | 'said.noted' | 'said.errors',
  { errors: number },
] {
  const isOver = openQuestions > 0 || changesNothing(counts) || !mayCharge
  return [isOver ? 'said.noted' : errors > 0 ? 'said.errors' : 'said', { errors }]
}

/** What was left out as the workbook was read otherwise, and what its rows tell of now. */
function WhatWasLeft({ before }: { before: readonly LeftBefore[] }) {
  const t = useTexts(texts)
  return (
    <Alert
      type="warning"
      showIcon
      title={t('left_before')}
      description={
        <ul style={{ margin: 0, paddingInlineStart: 20 }}>
          {before.slice(0, mostNamed).map(({ id, heading, rows = [], tellOf }) => (
            <li key={id}>
              {t('left_before.now', {
                place:
                  heading ?? (rows[0] ? t('rows', { sheet: rows[0].sheet, rows: String(rows[0].row) }) : ''),
                now: namesOf(tellOf.map(({ name }) => name)),
              })}
            </li>
          ))}
          {before.length > mostNamed && <li>{t('left_before.more', { more: before.length - mostNamed })}</li>}
        </ul>
      }
    />
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
