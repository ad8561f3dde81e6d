import { complaints as texts } from './texts.ts'
import { Drawer } from 'antd'
import { useEffect, useState } from 'react'
import { useTexts } from '../../../app/language.tsx'
import { useFilter } from '../../../parts/address.ts'
import { useCode } from '../../../parts/code.ts'
import { CodeFailure } from '../../../parts/code-failure.tsx'
import { Loading } from '../../../parts/states.tsx'

const form = () => import('./register-form.tsx').then(({ RegisterForm }) => RegisterForm)

/**
 * The telephone rings: F2 opens the form over whatever page is open, and so does an address with `?call=` and the number,
 * by which a telephone system shows who calls.
 */
export function AnswerCall() {
  const t = useTexts(texts)
  const [{ call }, setFilter] = useFilter(['call'])
  const [open, setOpen] = useState(false)
  // Fetched when the page is there: nobody waits for it, and the key is heard meanwhile.
  const { data: RegisterForm, error, isFetching, refetch } = useCode('register-form', form)
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
  if (RegisterForm !== undefined)
    return (
      <RegisterForm
        key={call ?? ''}
        {...(call !== undefined && { ring: call })}
        close={close}
        onDone={close}
      />
    )
  return (
    <Drawer title={t('register')} open onClose={close} size={720} styles={{ wrapper: { maxWidth: '100vw' } }}>
      {error === null || isFetching ? (
        <Loading />
      ) : (
        <CodeFailure error={error} retry={() => void refetch()} />
      )}
    </Drawer>
  )
}
