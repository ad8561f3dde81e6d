import { frame } from '@heju/i18n/console/frame'
import { Button, Flex, Result } from 'antd'
import { useTexts } from './language.tsx'

/** A page that does not exist, or one that broke. */
export function PageFailure({ missing = false }: { missing?: boolean }) {
  const t = useTexts(frame)
  return (
    <Result
      status={missing ? '404' : 'error'}
      title={t(missing ? 'error.not_found' : 'error.page')}
      extra={
        <Flex gap={8} justify="center" wrap>
          {!missing && (
            <Button type="primary" onClick={() => location.reload()}>
              {t('reload')}
            </Button>
          )}
          <Button type={missing ? 'primary' : 'default'} href="/console">
            {t('nav.today')}
          </Button>
        </Flex>
      }
    />
  )
}
