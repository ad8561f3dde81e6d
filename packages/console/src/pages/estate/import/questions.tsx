import { importQuestions as texts } from './question-texts.ts'
import { Alert, Button, Card, Flex, Typography } from 'antd'
import { useState } from 'react'
import { api, ApiError } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useCommand } from '../../../parts/form.ts'
import type { Import } from './api.ts'
import { isOfFee, NewFees } from './new-fees.tsx'
import { OneQuestion } from './one-question.tsx'
import { answerOfPlace, isOfPayers, type PlacesLeft } from './who-pays.tsx'

type Question = Import['questions'][number]

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
