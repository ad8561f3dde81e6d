import { staff as texts } from './texts.ts'
import { formatInstant } from '@heju/kernel'
import { App, Button, Input, Modal, Space, Typography } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import { useSession } from '../../../app/session.tsx'

export interface Link {
  name: string
  link: string
  /** Epoch ms. */
  expiresAt: number
}

/** The link by which a colleague sets a password: shown once, to be passed on. */
export function LinkDialog({ link: { name, link, expiresAt }, close }: { link: Link; close: () => void }) {
  const t = useTexts(texts)
  const { company } = useSession()
  const { message } = App.useApp()
  async function copy() {
    await navigator.clipboard.writeText(link)
    void message.success(t('link.copied'))
  }
  return (
    <Modal title={t('link.title', { name })} open onCancel={close} footer={null}>
      <Typography.Paragraph type="secondary">
        {t('link.hint', { until: formatInstant(expiresAt, company.zone) })}
      </Typography.Paragraph>
      <Space.Compact block>
        <Input value={link} readOnly aria-label={t('link.title', { name })} />
        <Button type="primary" onClick={() => void copy()}>
          {t('link.copy')}
        </Button>
      </Space.Compact>
    </Modal>
  )
}
