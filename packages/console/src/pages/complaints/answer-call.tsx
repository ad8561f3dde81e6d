import { useEffect, useState } from 'react'
import { useFilter } from '../../parts/address.ts'
import { RegisterForm } from './register-form.tsx'

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
    return () => removeEventListener('keydown', answer)
  }, [])
  if (!open && call === undefined) return null
  const close = () => {
    setOpen(false)
    if (call !== undefined) setFilter({ call: undefined })
  }
  return (
    <RegisterForm key={call ?? ''} {...(call !== undefined && { ring: call })} close={close} onDone={close} />
  )
}
