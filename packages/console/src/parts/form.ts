import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, type FormInstance } from 'antd'
import { useId, useRef, useState } from 'react'
import { ApiError, call, isUnanswered, newRequestId, type Keyed } from '../app/api.ts'
import { heldBy, markSaved, useEntered, type Held } from './entered.ts'
import { NotMeant } from './not-meant.ts'
import { namePathOf, sortProblems, type Problem } from './problems.ts'
import { requestIds, type RequestIds } from './request-ids.ts'
import { useErrorText } from './states.tsx'

/** What is the same of all changes. */
interface Change<I, O> {
  /** Keys of what is fetched anew afterwards. */
  refreshes: readonly (readonly unknown[])[]
  form?: FormInstance
  /** The field that a refusal is about, by its code or by the path that the API has for it: it is said there. */
  fieldOf?: Readonly<Record<string, string | string[]>>
  /** What is said when it is done; some say more by the answer. */
  done?: string | ((answer: O) => string)
  /** Whether the page itself says why it was refused: then it is not said above it as well. */
  told?: (error: unknown) => boolean
  /** What else is out of date when the API refuses for how things stand, and how it is said, if it is, that it was read anew. */
  outdated?: { keys: readonly (readonly unknown[])[]; words?: string }
  /**
   * Whether a refusal may be for what this change did itself by an attempt of before whose answer was lost. That attempt is
   * then repeated under its id: where it was done, its answer comes and nothing happens, and it is `before` in `onDone`; what
   * was changed since is not done. Only where the API would refuse it too if it had not been done.
   */
  ownDoing?: (error: ApiError, before: I, now: I) => boolean
  onDone?: (answer: O, before: I | undefined) => void
}

/** An attempt whose answer was lost. */
interface Lost<I> {
  input: I
  repeat: () => Promise<unknown>
}

/**
 * Sends a command of the API under the id that goes by all that is sent: a change has no other way to an id, and nothing can
 * be sent beside what it goes by.
 */
export type Send = <A extends { header: Keyed }, O>(
  command: (asked: A, options?: { init?: RequestInit }) => Parameters<typeof call<O>>[0],
  asked: Omit<A, 'header'>,
  /** A body that is no JSON; what it is, is named in `asked`. */
  options?: { init: { body: Blob } },
) => Promise<O>

function sendUnder(ids: RequestIds, onLost: (repeat: () => Promise<unknown>) => void): Send {
  return async (command, asked, options) => {
    const header: Keyed = { 'idempotency-key': ids.of(asked) }
    const once = () => call(command({ ...asked, header } as Parameters<typeof command>[0], options))
    try {
      return await once()
    } catch (error) {
      if (isUnanswered(error)) {
        ids.lost(asked)
        onLost(once)
      } else ids.refused(asked)
      throw error
    }
  }
}

/**
 * A change of something: sends it once, however often the button is pressed, says what became of it, and puts each
 * field's problem beside its field. Pressing again after a failure repeats the same request, so nothing happens twice. Until
 * it is done, the page is not left without a question where something was entered in its form.
 */
export function useChange<I, O>(options: Change<I, O> & { send: (input: I, send: Send) => Promise<O> }) {
  return useSending(options).change
}

function useSending<I, O>(options: Change<I, O> & { send: (input: I, send: Send) => Promise<O> }) {
  const { message } = App.useApp()
  const errorText = useErrorText()
  const queries = useQueryClient()
  // What was said of an attempt that failed is gone with the next one: it would stand beside the word that it is done.
  const said = useId()
  useEntered(options.form)
  const [ids] = useState(() => requestIds(newRequestId))
  const lost = useRef<Lost<I>>(undefined)
  const sent = useRef<Held>([])
  const attempt = async (input: I): Promise<{ answer: O; before?: I }> => {
    const send = sendUnder(ids, (repeat) => (lost.current = { input, repeat }))
    try {
      return { answer: await options.send(input, send) }
    } catch (error) {
      const earlier = lost.current
      if (earlier === undefined || !(error instanceof ApiError) || isUnanswered(error)) throw error
      if (!options.ownDoing?.(error, earlier.input, input)) throw error
      const answer = await earlier.repeat().catch(() => undefined)
      if (answer === undefined) throw error
      return { answer: answer as O, before: earlier.input }
    }
  }
  const change = useMutation({
    mutationFn: (input: I) => {
      message.destroy(said)
      if (options.form !== undefined) sent.current = heldBy(options.form)
      return attempt(input)
    },
    onSuccess: async ({ answer, before }) => {
      ids.done()
      lost.current = undefined
      if (options.form !== undefined) markSaved(options.form, sent.current)
      const { done } = options
      if (done !== undefined && before === undefined)
        void message.success(typeof done === 'string' ? done : done(answer))
      await Promise.all(options.refreshes.map((queryKey) => queries.invalidateQueries({ queryKey })))
      options.onDone?.(answer, before)
    },
    onError: (error) => {
      if (error instanceof NotMeant) return
      // What was refused for how things stand, or is not there any more, shows that the page is behind: it says what holds by
      // now.
      if (error instanceof ApiError && (error.status === 409 || error.status === 404))
        for (const queryKey of [...options.refreshes, ...(options.outdated?.keys ?? [])])
          void queries.invalidateQueries({ queryKey })
      if (options.told?.(error)) return
      const wordsOf = (failed: unknown) => errorText(failed, options.form !== undefined)
      const { problems, whole } = problemsOf(error, options.fieldOf ?? {}, wordsOf(error))
      const shown = options.form?.getFieldsError().map(({ name }) => name) ?? []
      const { beside, untold } = sortProblems(problems, shown)
      options.form?.setFields(beside.map(({ name, words }) => ({ name: [name].flat(), errors: [words] })))
      const [first] = beside
      if (first !== undefined) options.form?.scrollToField([first.name].flat(), { focus: true })
      if (!whole && untold.length === 0) return
      const more = error instanceof ApiError && error.status === 409 ? options.outdated?.words : undefined
      const words = [...(whole ? [wordsOf(error)] : []), ...untold, ...(more === undefined ? [] : [more])]
      void message.open({ key: said, type: 'error', content: words.join(' '), duration: 6 })
    },
  })
  return { change, ids, lost }
}

/** A change that is one command of the API. @param asks what a form's fields are to it */
export function useCommand<I, A extends { header: Keyed }, O>({
  command,
  asks,
  ...change
}: Change<I, O> & {
  command: (asked: A) => Parameters<typeof call<O>>[0]
  asks: (input: I) => Omit<A, 'header'>
}) {
  const {
    change: sending,
    ids,
    lost,
  } = useSending<I, O>({
    ...change,
    send: (input, send) => send(command, asks(input)),
  })
  /** Whether just this was sent and not answered: it is repeated before anything else is asked, for it may be done. */
  const isRepeated = (input: I) => ids.isLost(asks(input))
  /** What was sent last without an answer, which may be done. */
  const unanswered = () => lost.current?.input
  return { ...sending, isRepeated, unanswered }
}

/** What an error says of single fields, and whether it is said for the form besides. */
function problemsOf(
  error: unknown,
  fieldOf: Readonly<Record<string, string | string[]>>,
  words: string,
): { problems: Problem[]; whole: boolean } {
  if (!(error instanceof ApiError)) return { problems: [], whole: true }
  const field = fieldOf[error.code]
  if (field !== undefined) return { problems: [{ name: field, words }], whole: false }
  const problems = error.fields.map(({ path, message }) => ({
    name: fieldOf[path] ?? namePathOf(path),
    words: message,
  }))
  return { problems, whole: true }
}
