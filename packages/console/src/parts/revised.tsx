import { frame } from '../app/texts.ts'
import { notifyManager, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, type FormInstance } from 'antd'
import { useCallback, useState, useSyncExternalStore, type ReactNode } from 'react'
import { useTexts } from '../app/language.tsx'
import { beginAnew, isSaved } from './entered.ts'
import { latestOf, type Revised } from './latest.ts'

interface Form<T extends Revised, F extends object> {
  /** Of the queries that have the thing, empty for any; what refuses a change has them fetched anew. */
  queryKey: readonly unknown[]
  /** By what it is known there, if not by its `id`. */
  idOf?: (thing: T) => string | undefined
  /** As it was when the form was opened; nothing in one that makes a new thing. */
  opened: T | undefined
  form: FormInstance<F>
  fieldsOf: (thing: T) => Partial<F>
  /** What is said of it, to be read: labels and words. */
  wordsOf: (thing: T) => readonly (readonly [label: string, words: string])[]
}

/**
 * What somebody else changes while a form is open is told in it, and taken over into the fields that one has not touched. What
 * is saved goes with the revision of what was shown: `revision`. `notice` stands above the fields. What one saves oneself is no
 * news; a form that stays open once it was saved takes over what is there then by `takeOver`.
 */
export function useRevised<T extends Revised, F extends object>({
  queryKey,
  idOf,
  opened,
  form,
  fieldsOf,
  wordsOf,
}: Form<T, F>): { revision: number; notice: ReactNode; takeOver: () => void } {
  const [shown, setShown] = useState(opened)
  const readLatest = useLatest(queryKey, shown, idOf)
  const latest = useSyncExternalStore(useAnswers(), readLatest)
  const revision = shown?.revision ?? 0
  const takeOver = () => {
    // Asked anew: what is there by now may have come after what was drawn last.
    const now = readLatest()
    if (now === undefined) return
    // What is nothing by now may have no field of its own in what is there.
    const emptied = Object.keys(fieldsOf(shown ?? now)).map((name) => [name, undefined])
    const fields = { ...Object.fromEntries(emptied), ...fieldsOf(now) }
    const untouched = Object.entries(fields).filter(([name]) => !form.isFieldTouched(name as never))
    form.setFieldsValue(Object.fromEntries(untouched) as never)
    beginAnew(form)
    setShown(now)
  }
  if (shown === undefined || latest === undefined || latest.revision === revision || isSaved(form))
    return { revision, notice: null, takeOver }
  const before = new Map(wordsOf(shown))
  const changed = wordsOf(latest).filter(([label, words]) => before.get(label) !== words)
  const changes = changed.map(([label, to]) => ({ label, from: before.get(label) ?? '', to }))
  return { revision, notice: <ChangedMeanwhile changes={changes} takeOver={takeOver} />, takeOver }
}

/** Tells when an answer comes. */
function useAnswers(): (notify: () => void) => () => void {
  const queries = useQueryClient()
  return useCallback(
    (notify: () => void) => queries.getQueryCache().subscribe(notifyManager.batchCalls(notify)),
    [queries],
  )
}

function useLatest<T extends Revised>(
  queryKey: readonly unknown[],
  opened: T | undefined,
  idOf: ((thing: T) => string | undefined) | undefined,
): () => T | undefined {
  const queries = useQueryClient()
  const answers = () => queries.getQueriesData({ queryKey }).map(([, answer]) => answer)
  return () => opened && latestOf(answers(), opened, idOf)
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
          {changes.length > 0 && (
            <ul style={{ margin: '4px 0 8px', paddingInlineStart: 20 }}>
              {changes.map(({ label, from, to }) => (
                <li key={label}>
                  {f('changed.fact', { label, from: from || f('changed.none'), to: to || f('changed.none') })}
                </li>
              ))}
            </ul>
          )}
          <Button size="small" onClick={takeOver}>
            {f('changed.takeOver')}
          </Button>
        </>
      }
      style={{ marginBottom: 16 }}
    />
  )
}
