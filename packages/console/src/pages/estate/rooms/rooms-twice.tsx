import { charges as chargeTexts } from '../../fees/tariffs/charge-texts.ts'
import { rooms as texts } from './texts.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, App, Button, Card, Drawer, Flex } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { useChange } from '../../../parts/form.ts'
import { Nothing } from '../../../parts/states.tsx'
import { archiveDouble, listRoomsTwice, tellRoomsApart, type RoomTwice } from './api.ts'

/** Says that rooms are on record twice, and leads to where that is put right; nothing where there are none. */
export function RoomsTwice({ projectId }: { projectId: string }) {
  const t = useTexts(texts)
  const [looking, setLooking] = useState(false)
  const { data } = useQuery({
    queryKey: ['rooms', projectId, 'twice'],
    queryFn: () => listRoomsTwice(projectId),
  })
  const pairs = data?.pairs ?? []
  // The drawer stays while its last pair is being settled.
  if (pairs.length === 0 && !looking) return null
  return (
    <>
      {pairs.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('twice', { count: pairs.length })}
          action={<Button onClick={() => setLooking(true)}>{t('twice.look')}</Button>}
          style={{ marginBlock: 16 }}
        />
      )}
      {looking && (
        <Drawer
          title={t('twice.title')}
          open
          onClose={() => setLooking(false)}
          size={640}
          styles={{ wrapper: { maxWidth: '100vw' } }}
        >
          {pairs.length === 0 ? (
            <Nothing words={t('twice.none')} />
          ) : (
            <Flex vertical gap={12}>
              <p>{t('twice.what')}</p>
              {pairs.map((pair) => (
                <Pair key={pair.first.id + pair.second.id} pair={pair} projectId={projectId} />
              ))}
            </Flex>
          )}
        </Drawer>
      )}
    </>
  )
}

function Pair({ pair, projectId }: { pair: RoomTwice; projectId: string }) {
  const t = useTexts(texts)
  const c = useTexts(chargeTexts)
  const may = useMay()
  const { modal } = App.useApp()
  const refreshes = [['rooms']]
  const apart = useChange({ send: tellRoomsApart, refreshes, done: t('twice.told') })
  const archive = useChange({ send: archiveDouble, refreshes, done: t('twice.archived') })
  const write = may('registry.write')
  const ask = async (gone: RoomTwice['first'], kept: RoomTwice['first']) => {
    const names = { gone: gone.name, kept: kept.name }
    const content = t('twice.archive.about')
    if (await modal.confirm({ title: t('twice.archive.ask', names), content, okText: t('twice.archive') }))
      archive.mutate({ roomId: gone.id, keptId: kept.id })
  }
  // Nothing takes it back: a pair that was told apart is never shown again.
  const askApart = async () => {
    const names = { first: pair.first.name, second: pair.second.name }
    const content = t('twice.apart.about')
    if (await modal.confirm({ title: t('twice.apart.ask', names), content, okText: t('twice.apart') }))
      apart.mutate(pair)
  }
  return (
    <Card size="small">
      <Flex vertical gap={8}>
        {[pair.first, pair.second].map((room, at) => (
          <Flex key={room.id} gap={12} align="center" justify="space-between" wrap>
            <Flex gap={12}>
              <Link to={`/console/rooms/${room.id}`}>{room.name}</Link>
              {may('tariffs.read') && (
                <Link to={`/console/fees/charges/room/${room.id}?projectId=${projectId}`}>{c('title')}</Link>
              )}
            </Flex>
            {write && (
              <Button
                size="small"
                loading={archive.isPending && archive.variables.roomId === room.id}
                disabled={archive.isPending || apart.isPending}
                onClick={() => void ask(room, at === 0 ? pair.second : pair.first)}
              >
                {t('twice.archive')}
              </Button>
            )}
          </Flex>
        ))}
        {write && (
          <Button loading={apart.isPending} disabled={archive.isPending} onClick={() => void askApart()}>
            {t('twice.apart')}
          </Button>
        )}
      </Flex>
    </Card>
  )
}
