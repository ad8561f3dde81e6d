import type { FormInstance } from 'antd'
import { useEffect } from 'react'

/** The forms on the page, however they are shown. */
const forms = new Set<FormInstance>()

/** Whether leaving the page now would throw away what somebody entered. */
export function isEntered(): boolean {
  return [...forms].some((form) => form.isFieldsTouched())
}

/** Counts what is entered in a form as long as it is on the page. */
export function useEntered(form: FormInstance | undefined): void {
  useEffect(() => {
    if (form === undefined) return
    forms.add(form)
    return () => void forms.delete(form)
  }, [form])
}

/** What was saved is not lost any more, also where its form stays. */
export function markSaved(form: FormInstance): void {
  form.setFields(form.getFieldsError().map(({ name }) => ({ name, touched: false })))
}

/**
 * Goes to an address that begins anew, whatever was entered: where it is not for whoever sits there now, nobody is asked
 * whether to stay with it.
 */
export function leaveFor(address: string): void {
  forms.clear()
  location.replace(address)
}
