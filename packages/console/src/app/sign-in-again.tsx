import { signIn as texts } from '../pages/people/sign-in/texts.ts'
import { Button, Flex, Modal, Typography } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { leaveFor } from '../parts/entered.ts'
import { SignInForm } from '../parts/sign-in-form.tsx'
import { call, door, whenSignedOut } from './api.ts'
import { useTexts } from './language.tsx'
import { hearTabs } from './other-tabs.ts'
import { useSession } from './session.tsx'

/**
 * Asks for a sign-in over the page when one has ended: forms, filters and drawers stay as they are, and what was refused
 * goes on. Whoever else signs in here gets a fresh page and nothing of this one.
 */
export function SignInAgain() {
  const t = useTexts(texts)
  const { staff } = useSession()
  const [answer, setAnswer] = useState<(same: boolean) => void>()
  const open = answer !== undefined

  useEffect(
    () =>
      whenSignedOut(() =>
        new Promise<boolean>((resolve) => setAnswer(() => resolve)).finally(() => setAnswer(undefined)),
      ),
    [],
  )

  const goOn = useCallback(async () => {
    const now = await call(door.$get())
    if (now.staff.id === staff.id) answer?.(true)
    else leaveFor('/console')
  }, [staff.id, answer])

  // Whoever has the same page open in several tabs signs in once.
  useEffect(
    () =>
      hearTabs((news) => {
        if (news === 'in' && open) void goOn().catch(() => undefined)
      }),
    [open, goOn],
  )

  const { name, email, phone } = staff
  return (
    <Modal
      title={t('again.title')}
      open={open}
      footer={null}
      closable={false}
      keyboard={false}
      // What stands below may be about people; nobody reads it who only passes by.
      mask={{ closable: false, blur: true }}
      destroyOnHidden
      width={400}
      // Above drawers, whichever of them was opened last.
      zIndex={1900}
    >
      <Typography.Paragraph>{t('again.about', { name })}</Typography.Paragraph>
      <SignInForm login={email ?? phone ?? undefined} onDone={goOn} />
      <Flex justify="space-between" gap={8} wrap style={{ marginTop: 12 }}>
        <Button type="link" onClick={() => leaveFor('/console/sign-in')} style={{ padding: 0 }}>
          {t('again.other', { name })}
        </Button>
        <Button type="link" onClick={() => answer?.(false)} style={{ padding: 0 }}>
          {t('again.later')}
        </Button>
      </Flex>
    </Modal>
  )
}
