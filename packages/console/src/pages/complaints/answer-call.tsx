import { lazy, Suspense, useEffect, useState } from 'react'
import { useFilter } from '../../parts/address.ts'

// Loaded when the page is there: nobody waits for it, and the key is heard meanwhile.
const form = () => import('./register-form.tsx')
const RegisterForm = lazy(() => form().then(({ RegisterForm: Component }) => ({ default: Component })))

/**
 * The telephone rings: F2 opens the form over whatever page is open, and so does an address with `?call=` and the number,
 * by which a telephone system shows who calls.
 */
export function AnswerCall() {
  const [{ call }, setFilter] = useFilter(['call'])
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const answer = (event: KeyboardEvent) => {
      if (event.key !== 'F2') return
      event.preventDefault()
      setOpen(true)
    }
    addEventListener('keydown', answer)
    void form()
    return () => removeEventListener('keydown', answer)
  }, [])
  if (!open && call === undefined) return null
  const close = () => {
    setOpen(false)
    if (call !== undefined) setFilter({ call: undefined })
  }
  return (
    <Suspense>
      <RegisterForm
        key={call ?? ''}
        {...(call !== undefined && { ring: call })}
        close={close}
        onDone={close}
      />
    </Suspense>
  )
}
