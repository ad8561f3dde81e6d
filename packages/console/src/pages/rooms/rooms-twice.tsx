import { rooms as texts } from '@heju/i18n/console/rooms'
import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { Fragment } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../../app/language.tsx'
import { listRoomsTwice } from './api.ts'

/** More stand in the list anyhow; whoever has put these right sees the next. */
const shown = 10

/** Says which rooms are on record twice, and what to do about it; nothing where there are none. */
export function RoomsTwice({ projectId }: { projectId: string }) {
  const t = useTexts(texts)
  const { data } = useQuery({
    queryKey: ['rooms', projectId, 'twice'],
    queryFn: () => listRoomsTwice(projectId),
  })
  const pairs = data?.pairs ?? []
  if (pairs.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={t('twice', { count: pairs.length })}
      description={
        <>
          <p>{t('twice.what')}</p>
          <ul>
            {pairs.slice(0, shown).map(({ first, second }) => (
              <li key={first.id + second.id}>
                {[first, second].map(({ id, name }, at) => (
                  <Fragment key={id}>
                    {at > 0 && ' = '}
                    <Link to={`/console/rooms/${id}`}>{name}</Link>
                  </Fragment>
                ))}
              </li>
            ))}
          </ul>
        </>
      }
    />
  )
}
