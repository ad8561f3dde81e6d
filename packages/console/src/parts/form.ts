import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, type FormInstance } from 'antd'
import { useRef } from 'react'
import { ApiError, newRequestId } from '../app/api.ts'
import { useErrorText } from './states.tsx'

/**
 * A change of something: sends it once, however often the button is pressed, says what became of it, and puts each
 * field's problem beside its field. Pressing again after a failure repeats the same request, so nothing happens twice.
 */
export function useChange<I, O>(options: {
  send: (input: I, requestId: string) => Promise<O>
  /** Keys of what is fetched anew afterwards. */
  refreshes: readonly (readonly unknown[])[]
  form?: FormInstance
  /** The field that a refusal is about, by its code or by the path that the API has for it: it is said there. */
  fieldOf?: Readonly<Record<string, string | string[]>>
  done?: string
  onDone?: (answer: O) => void
}) {
  const { message } = App.useApp()
  const errorText = useErrorText()
  const queries = useQueryClient()
  const attempt = useRef<{ input: string; requestId: string } | undefined>(undefined)
  return useMutation({
    mutationFn: (input: I) => {
      // What needs no input has no JSON either.
      const text = JSON.stringify(input) ?? ''
      if (attempt.current?.input !== text) attempt.current = { input: text, requestId: newRequestId() }
      return options.send(input, attempt.current.requestId)
    },
    onSuccess: async (answer) => {
      attempt.current = undefined
      if (options.done !== undefined) void message.success(options.done)
      await Promise.all(options.refreshes.map((queryKey) => queries.invalidateQueries({ queryKey })))
      options.onDone?.(answer)
    },
    onError: (error) => {
      const fields = error instanceof ApiError ? error.fields : []
      options.form?.setFields(
        fields.map(({ path, message: words }) => ({
          name: options.fieldOf?.[path] ?? namePath(path),
          errors: [words],
        })),
      )
      const field = error instanceof ApiError ? options.fieldOf?.[error.code] : undefined
      if (field !== undefined && options.form !== undefined) {
        options.form.setFields([{ name: field, errors: [errorText(error)] }])
        options.form.scrollToField(field, { focus: true })
        return
      }
      void message.error(errorText(error), 6)
    },
  })
}

/** Where a form keeps the field of a path: places in a list are numbers there, `phones.0` is `['phones', 0]`. */
function namePath(path: string): (string | number)[] {
  return path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part))
}
