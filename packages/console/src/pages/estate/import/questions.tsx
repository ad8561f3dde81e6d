import { useRights } from './needs-right.ts'
import { importQuestions as texts } from './question-texts.ts'
import { Alert, Button, Card, Flex, Radio, Select, Typography } from 'antd'
import { useState } from 'react'
import { api, ApiError } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMayIn } from '../../../app/session.tsx'
import { useCommand } from '../../../parts/form.ts'
import type { Import } from './api.ts'
import { isOfFee, NewFees } from './new-fees.tsx'
import { answerOfPlace, isOfPayers, type PlacesLeft } from './who-pays.tsx'

type Question = Import['questions'][number]

/** Choices beyond this are chosen from a list, and not looked through at once. */
const mostRadios = 6

type Said = Readonly<Record<string, string>>

export interface Answers {
  said: Said
  say: (more: Said) => void
  /** Forgets what was chosen: it was sent, or a colleague has answered meanwhile and that is to be seen first. */
  clear: () => void
  /** Whether something was chosen that was not sent. */
  changed: boolean
}

/** What is chosen of an import's questions, and not sent yet. */
export function useAnswers({ questions }: Import): Answers {
  const [said, setSaid] = useState<Said>({})
  return {
    said,
    say: (more) => setSaid({ ...said, ...more }),
    clear: () => setSaid({}),
    changed: questions.some(({ id, answer }) => (said[id] ?? answer) !== answer),
  }
}

const ofLayout: readonly Question['about'][] = ['estate', 'column', 'same', 'which', 'sheet']

/** Whether what is said of it holds for the next file of the same layout as well, and not for these rows alone. */
const isRemembered = ({ about }: Question) => ofLayout.includes(about)

/** What a workbook leaves open: which estate is meant, what a column means, whether a sheet is wanted, what is charged. */
export function Questions({ job, chosen, places }: { job: Import; chosen: Answers; places: PlacesLeft }) {
  const t = useTexts(texts)
  const { said, say, clear, changed } = chosen
  const answersWith = (now: Said) =>
    job.questions
      .filter((question) => !isOfPayers(question))
      .map(({ id, answer }) => ({ id, answer: now[id] ?? answer ?? '' }))
  const answers = answersWith(said)
  const send = useCommand({
    command: api.imports[':importId'].answers.$post,
    asks: (json: { answers: typeof answers; revision: number }) => ({ param: { importId: job.id }, json }),
    refreshes: [['imports']],
    done: t('answered'),
    onDone: clear,
  })
  const ticks = useTicksFirst(job, places)
  const submit = async (all: typeof answers) => {
    const revision = await ticks.send()
    if (revision === undefined) return
    send.mutate({ answers: all, revision }, { onError: (error) => isAnsweredMeanwhile(error) && clear() })
  }
  const asked = job.questions.filter((question) => !isOfPayers(question))
  if (asked.length === 0) return null
  const missing = asked.filter(({ id, answer }) => (said[id] ?? answer ?? '') === '').length
  const isOpen = asked.some(({ answer }) => answer === null)
  const may = job.state === 'previewed'
  const fees = job.questions.filter(isOfFee)
  // Where nothing else is open, the button of the fee items answers them all.
  const feesMissing = fees.filter(({ id, answer }) => (said[id] ?? answer ?? '') === '').length
  const choose = (id: string, answer: string) => say({ [id]: answer })
  const sayOfFees = (more: Said) => {
    say(more)
    const all = answersWith({ ...said, ...more })
    // With nothing else to be said, there is nothing to press for a second time.
    if (all.every(({ answer }) => answer !== '')) void submit(all)
  }
  return (
    <Card size="small" title={t(isOpen ? 'questions' : 'questions.done')}>
      <Flex vertical gap={20}>
        {isOpen && (
          <Alert
            type="warning"
            showIcon
            title={t('questions.about')}
            description={asked.some(isRemembered) ? t('questions.remembered') : undefined}
          />
        )}
        {asked
          .filter((question) => !isOfFee(question))
          .map((question) => (
            <OneQuestion
              key={question.id}
              question={question}
              projectId={job.projectId}
              value={said[question.id] ?? question.answer}
              disabled={!may}
              onChange={(answer) => choose(question.id, answer)}
            />
          ))}
        {fees.length > 0 && (
          <NewFees
            fees={fees}
            valueOf={({ id, answer }) => said[id] ?? answer}
            disabled={!may}
            sending={send.isPending || ticks.isPending}
            onChange={choose}
            onAll={sayOfFees}
          />
        )}
        {may && (changed || missing > feesMissing) && (
          <Flex gap={12} wrap align="center">
            <Button
              type="primary"
              disabled={!changed || missing > 0}
              loading={send.isPending || ticks.isPending}
              onClick={() => void submit(answers)}
            >
              {t('answer')}
            </Button>
            {missing > 0 && (
              <Typography.Text type="secondary">{t('answer.missing', { missing })}</Typography.Text>
            )}
          </Flex>
        )}
      </Flex>
    </Card>
  )
}

/**
 * Sends which places were ticked to be left out before anything else is answered: the answer may make other lines of them, and
 * what was ticked is remembered by the rows of those that were shown.
 */
function useTicksFirst({ id, revision }: Import, { ticked, onSent }: PlacesLeft) {
  const command = useCommand({
    command: api.imports[':importId'].answers.$post,
    asks: (answers: PlacesLeft['ticked']) => ({
      param: { importId: id },
      json: { revision, answers: answers.map(answerOfPlace) },
    }),
    refreshes: [['imports']],
    onDone: onSent,
  })
  return {
    isPending: command.isPending,
    /** @returns the revision of the import with them; undefined where they were refused, as is said by then */
    send: async (): Promise<number | undefined> => {
      if (ticked.length === 0) return revision
      return command.mutateAsync(ticked).then(
        ({ answer }) => answer.revision,
        () => undefined,
      )
    },
  }
}

function isAnsweredMeanwhile(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'registry_import.answered_meanwhile'
}

interface OneProps {
  question: Question
  projectId: string
  value: string | null
  disabled: boolean
  onChange: (answer: string) => void
}

function OneQuestion({ question, projectId, value, disabled, onChange }: OneProps) {
  const t = useTexts(texts)
  const label = useLabels(question)
  const rights = useRights()
  const may = useMayIn(projectId)
  const { about, sheet, column, heading, values, choices, spaces } = question
  const where = column === null ? sheet : t('questions.column', { sheet, column, heading: heading ?? '' })
  const title = t(titleOf(question), {
    sheet,
    heading: heading ?? '',
    value: values[0]?.value ?? '',
    lot: spaces?.lot ?? '',
    before: spaces?.lotOnRecord ?? '',
    spaces: spaces?.onRecord ?? 0,
    codes: firstOf(values),
  })
  const rowsOf = useRows()
  const seen = values.map((one) =>
    about === 'charge'
      ? t('questions.places', { value: one.value, rows: one.rows })
      : t('questions.value', { value: one.value || t('blank'), rows: rowsOf(one) }),
  )
  const options = choices.map((choice) => ({ value: choice, label: label(choice) }))
  return (
    <div role="group" aria-label={title}>
      <Typography.Text strong>{title}</Typography.Text>
      <div>
        <Typography.Text type="secondary">{where}</Typography.Text>
      </div>
      <div style={{ margin: '4px 0 8px', overflowWrap: 'anywhere' }}>
        {t(beforeValues[about])}
        {(about === 'sheet' ? values.map((one) => one.value) : seen.slice(0, 12)).join('、')}
        {seen.length > 12 && '…'}
      </div>
      {spaces !== undefined && spaces.ofOthers > 0 && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 8 }}
          title={t('questions.ofOthers', { spaces: spaces.ofOthers })}
        />
      )}
      {about === 'charge' && !disabled && !may('tariffs.write') && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 8 }}
          title={t('choice.needs', { permission: rights })}
        />
      )}
      {options.length <= mostRadios ? (
        <Radio.Group
          value={value}
          disabled={disabled}
          onChange={({ target }) => onChange(String(target.value))}
          options={options}
          vertical
        />
      ) : (
        <Select
          style={{ width: '100%', maxWidth: 480 }}
          aria-label={title}
          placeholder={t('questions.choose')}
          value={value}
          disabled={disabled}
          onChange={onChange}
          options={options}
          showSearch={{ optionFilterProp: 'label' }}
        />
      )}
    </div>
  )
}

const beforeValues = {
  estate: 'questions.values',
  column: 'questions.values',
  same: 'questions.differing',
  which: 'questions.values',
  sheet: 'questions.firstRow',
  charge: 'questions.charged',
  fee: 'questions.values',
  payers: 'questions.values',
  place: 'questions.values',
  lot: 'questions.spaces',
} as const

/** The first values, to be named in a title. */
function firstOf(values: Question['values']): string {
  const first = values.slice(0, 2).map(({ value }) => value)
  return `${first.join('、')}${values.length > first.length ? '…' : ''}`
}

/** One estate is asked about where it is not that of the rooms on record. */
function titleOf({ about, heading, values, spaces }: Question) {
  if (about === 'fee' || about === 'payers' || about === 'place') return 'fees'
  if (about === 'lot' && spaces?.lotOnRecord !== '') return 'question.lot.other'
  if (about !== 'estate') return `question.${about}` as const
  const of = heading === null ? 'question.sheets' : 'question.estate'
  return values.length > 1 ? (of as 'question.sheets') : (`${of}.one` as const)
}

/** How many rows have a value, of several sheets those of each. */
function useRows(): (value: Question['values'][number]) => string {
  const t = useTexts(texts)
  return ({ rows, sheets }) =>
    sheets === undefined ? t('rows.of', { rows }) : sheets.map((one) => t('rows.of.sheet', one)).join('、')
}

function useLabels({ values, about }: Question): (choice: string) => string {
  const t = useTexts(texts)
  const rowsOf = useRows()
  return (choice) => {
    if (choice.startsWith('only:')) {
      const value = choice.slice(5)
      const told = values.find((one) => one.value === value)
      return t('choice.only', { value: value || t('blank'), rows: told ? rowsOf(told) : '' })
    }
    // A sheet is taken as a whole.
    if (choice.startsWith('take:')) {
      const [, heading = '', nth] = /^take:(.*?)(?:#(\d+))?$/s.exec(choice) ?? []
      return nth === undefined ? t('choice.column', { heading }) : t('choice.column.again', { heading, nth })
    }
    if (choice.startsWith('in:')) {
      const estate = choice.slice(3)
      return estate === '' ? t('choice.in.none') : t('choice.in', { estate })
    }
    if (choice.startsWith('is:')) {
      const key = `means.${choice.slice(3)}`
      return key in texts ? t(key as 'means.room') : choice.slice(3)
    }
    if (choice === 'ignore' && about === 'estate') return t(values.length > 1 ? 'choice.one' : 'choice.same')
    return about === 'lot' ? t(`choice.lot.${choice as 'same'}`) : t(`choice.${choice as 'building'}`)
  }
}
