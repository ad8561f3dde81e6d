import type { FormInstance } from 'antd'
import { useEffect } from 'react'

type NamePath = ReturnType<FormInstance['getFieldsError']>[number]['name']

/** Whatever holds what somebody enters on the page, however it is shown: asked whether there is any. */
const holders = new Set<() => boolean>()

/** Whether leaving the page now would throw away what somebody entered. */
export function isEntered(): boolean {
  return [...holders].some((holds) => holds())
}

/** Counts what is entered in a form as long as it is on the page. */
export function useEntered(form: FormInstance | undefined): void {
  useEffect(() => {
    if (form === undefined) return
    const holds = () => form.isFieldsTouched()
    holders.add(holds)
    return () => void holders.delete(holds)
  }, [form])
}

/** The same of what is chosen in no form. */
export function useChosen(anything: boolean): void {
  useEffect(() => {
    if (!anything) return
    const holds = () => true
    holders.add(holds)
    return () => void holders.delete(holds)
  }, [anything])
}

/** Forms whose fields were saved. */
const saved = new WeakSet<FormInstance>()

/** What a form holds at a moment, by which it is known later what was entered since. */
export type Held = readonly { name: NamePath; value: unknown }[]

export function heldBy(form: FormInstance): Held {
  return form.getFieldsError().map(({ name }) => ({ name, value: form.getFieldValue(name) as unknown }))
}

/** What was saved is not lost any more, also where its form stays; what was entered since it was sent is. */
export function markSaved(form: FormInstance, sent: Held): void {
  saved.add(form)
  const isAsSent = ({ name, value }: Held[number]) => Object.is(form.getFieldValue(name), value)
  form.setFields(sent.filter(isAsSent).map(({ name }) => ({ name, touched: false })))
}

/** Whether what a form held was saved, and it did not begin anew since. */
export function isSaved(form: FormInstance): boolean {
  return saved.has(form)
}

/** A form that stays begins anew with what it holds. */
export function beginAnew(form: FormInstance): void {
  saved.delete(form)
}

/**
 * Goes to an address that begins anew, whatever was entered: where it is not for whoever sits there now, nobody is asked
 * whether to stay with it.
 */
export function leaveFor(address: string): void {
  holders.clear()
  location.replace(address)
}
