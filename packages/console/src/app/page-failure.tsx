import { frame } from './texts.ts'
import { focusManager, onlineManager } from '@tanstack/react-query'
import { Button, Flex, Result } from 'antd'
import { useEffect } from 'react'
import { useLocation, useNavigate, useNavigation, useRouteError } from 'react-router'
import { Failure, Loading } from '../parts/states.tsx'
import { ApiError } from './api.ts'
import { useTexts } from './language.tsx'

/** A page that does not exist, one that could not be fetched, or one that broke. */
export function PageFailure({ missing = false }: { missing?: boolean }) {
  const error = useRouteError()
  if (!missing && error instanceof ApiError) return <Unfetched error={error} />
  return <Broken missing={missing} />
}

/** Tries again when the network is back, or somebody is back at a page that they had left aside, as lists do. */
function Unfetched({ error }: { error: ApiError }) {
  const t = useTexts(frame)
  const navigate = useNavigate()
  const { pathname, search, hash, state } = useLocation()
  const isTrying = useNavigation().state === 'loading'
  const again = () => void navigate({ pathname, search, hash }, { replace: true, state: state as unknown })
  useEffect(() => {
    const listen = (isBack: boolean) => {
      if (isBack) again()
    }
    const stops = [onlineManager.subscribe(listen), focusManager.subscribe(listen)]
    return () => stops.forEach((stop) => stop())
  })
  return isTrying ? <Loading /> : <Failure error={error} retry={again} words={t('error.unfetched')} />
}

function Broken({ missing }: { missing: boolean }) {
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
