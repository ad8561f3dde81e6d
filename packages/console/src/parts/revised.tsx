import { frame } from '../app/texts.ts'
import { notifyManager, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, type FormInstance } from 'antd'
import { useCallback, useState, useSyncExternalStore, type ReactNode } from 'react'
import { useTexts } from '../app/language.tsx'
import { latestOf, type Revised } from './latest.ts'

interface Form<T extends Revised, F extends object> {
  /** Of the queries that have the thing; what refuses a change has them fetched anew. */
  queryKey: readonly unknown[]
  /** As it was when the form was opened; nothing in one that makes a new thing. */
  opened: T | undefined
  form: FormInstance<F>
  fieldsOf: (thing: T) => Partial<F>
  /** What is said of it, to be read: labels and words. */
  wordsOf: (thing: T) => readonly (readonly [label: string, words: string])[]
}

/**
 * What somebody else changes while a form is open is told in it, and taken over into the fields that one has not touched. What
 * is saved goes with the revision of what was shown: `revision`. `notice` stands above the fields.
 */
export function useRevised<T extends Revised, F extends object>({
  queryKey,
  opened,
  form,
  fieldsOf,
  wordsOf,
}: Form<T, F>): { revision: number; notice: ReactNode } {
  const [shown, setShown] = useState(opened)
  const latest = useLatest(queryKey, shown)
  const revision = shown?.revision ?? 0
  if (shown === undefined || latest === undefined || latest.revision === revision)
    return { revision, notice: null }
  const takeOver = () => {
    const untouched = Object.entries(fieldsOf(latest)).filter(([name]) => !form.isFieldTouched(name as never))
    form.setFieldsValue(Object.fromEntries(untouched) as never)
    setShown(latest)
  }
  const before = new Map(wordsOf(shown))
  const changed = wordsOf(latest).filter(([label, words]) => before.get(label) !== words)
  const changes = changed.map(([label, to]) => ({ label, from: before.get(label) ?? '', to }))
  return { revision, notice: <ChangedMeanwhile changes={changes} takeOver={takeOver} /> }
}

function useLatest<T extends Revised>(queryKey: readonly unknown[], opened: T | undefined): T | undefined {
  const queries = useQueryClient()
  const subscribe = useCallback(
    (notify: () => void) => queries.getQueryCache().subscribe(notifyManager.batchCalls(notify)),
    [queries],
  )
  const answers = () => queries.getQueriesData({ queryKey }).map(([, answer]) => answer)
  return useSyncExternalStore(subscribe, () => opened && latestOf(answers(), opened))
}

function ChangedMeanwhile({
  changes,
  takeOver,
}: {
  changes: readonly { label: string; from: string; to: string }[]
  takeOver: () => void
}) {
  const f = useTexts(frame)
  return (
    <Alert
      type="warning"
      showIcon
      // Whoever has read on is told at its top.
      ref={(alert) => alert?.nativeElement.scrollIntoView({ block: 'center' })}
      title={f('changed.meanwhile')}
      description={
        <>
          <ul style={{ margin: '4px 0 8px', paddingInlineStart: 20 }}>
            {changes.map(({ label, from, to }) => (
              <li key={label}>
                {f('changed.fact', { label, from: from || f('changed.none'), to: to || f('changed.none') })}
              </li>
            ))}
          </ul>
          <Button size="small" onClick={takeOver}>
            {f('changed.takeOver')}
          </Button>
        </>
      }
      style={{ marginBottom: 16 }}
    />
  )
}
