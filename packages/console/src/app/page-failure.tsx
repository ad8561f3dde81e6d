import { frame } from '@heju/i18n/console/frame'
import { Button, Result } from 'antd'
import { useTexts } from './language.tsx'

/** A page that does not exist, or one that broke. */
export function PageFailure({ missing = false }: { missing?: boolean }) {
  const t = useTexts(frame)
  return (
    <Result
      status={missing ? '404' : 'error'}
      title={t(missing ? 'error.not_found' : 'error.page')}
      extra={
        <Button type="primary" href="/console">
          {t('nav.today')}
        </Button>
      }
    />
  )
}
