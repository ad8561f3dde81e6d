import { searchSchema } from '@heju/core/estate/registry/shape'
import { desk as texts } from './texts.ts'
import { fees } from '../bills/texts.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Col, Flex, Input, Row, Select, Typography, type InputRef } from 'antd'
import { useEffect, useRef } from 'react'
import { api, call } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useFilter } from '../../../parts/address.ts'
import { NoProject } from '../../../parts/chosen-project.tsx'
import { Page } from '../../../parts/page.tsx'
import { useNoProjects, useProjects } from '../../../parts/projects.ts'
import { rememberProject, usualProject } from '../../../parts/remembered-project.ts'
import { Failure, Loading, Nothing } from '../../../parts/states.tsx'
import { Owed } from './owed.tsx'
import { longestOf } from '../../../parts/longest-of.ts'

const names = ['projectId', 'search', 'roomId', 'parkingSpaceId'] as const

/** Where money is taken: find the room, check the bills, take it, print the receipt. */
export function Component() {
  const t = useTexts(texts)
  const f = useTexts(fees)
  const [filter, setFilter] = useFilter(names)
  const { search, roomId, parkingSpaceId } = filter
  const projects = useProjects()
  const projectId = filter.projectId ?? usualProject(projects) ?? projects[0]?.id
  const none = useNoProjects()
  const place = roomId ?? parkingSpaceId
  const box = useRef<InputRef>(null)
  const find = (changes: Partial<Record<(typeof names)[number], string>>) =>
    setFilter({ roomId: undefined, parkingSpaceId: undefined, ...changes })
  if (none)
    return (
      <Page title={t('desk.title')} about={t('desk.about')}>
        <NoProject />
      </Page>
    )
  return (
    <Page title={t('desk.title')} about={t('desk.about')}>
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={8}>
          <Card size="small">
            {projects.length > 1 && (
              <Select
                aria-label={f('project')}
                value={projectId ?? null}
                onChange={(next) => {
                  if (next !== null) rememberProject(next)
                  find({ projectId: next ?? '', search: '' })
                }}
                // A room of it is what comes next, also where the box was empty before.
                onSelect={() => box.current?.focus()}
                options={projects.map(({ id, name }) => ({ value: id, label: name }))}
                style={{ width: '100%', marginBottom: 8 }}
              />
            )}
            <Input.Search
              ref={box}
              // After a household the next one is looked for: the box is empty then and has the focus.
              key={search ?? ''}
              aria-label={t('desk.search')}
              placeholder={t('desk.search')}
              defaultValue={search}
              {...longestOf(searchSchema)}
              enterButton
              onSearch={(typed) => find({ search: typed.trim() })}
              autoFocus={place === undefined && search === undefined}
            />
            {projectId !== undefined && search !== undefined && (
              <Rooms
                key={`${projectId} ${search}`}
                projectId={projectId}
                search={search}
                chosen={roomId}
                choose={(id) => find({ roomId: id })}
              />
            )}
          </Card>
        </Col>
        <Col xs={24} lg={16}>
          {place === undefined ? (
            <Nothing words={t('desk.begin')} />
          ) : (
            <Owed
              key={place}
              place={{ kind: roomId === undefined ? 'parking' : 'room', id: place }}
              next={() => find({ search: '' })}
            />
          )}
        </Col>
      </Row>
    </Page>
  )
}

/** What the search found. A single room opens by itself; of several the first has the focus. */
function Rooms({
  projectId,
  search,
  chosen,
  choose,
}: {
  projectId: string
  search: string
  chosen: string | undefined
  choose: (roomId: string) => void
}) {
  const t = useTexts(texts)
  const rooms = useQuery({
    queryKey: ['rooms', 'desk', projectId, search],
    queryFn: () => call(api.registry.rooms.$get({ query: { projectId, search, limit: '20' } })),
  })
  const found = rooms.data?.items
  const only = found?.length === 1 ? found[0]?.id : undefined
  useEffect(() => {
    if (only !== undefined && chosen === undefined) choose(only)
  }, [only, chosen, choose])
  if (rooms.isLoadingError) return <Failure error={rooms.error} retry={() => void rooms.refetch()} />
  if (found === undefined) return <Loading />
  if (found.length === 0) return <Nothing words={t('desk.notFound')} />
  return (
    <Flex vertical gap={2} style={{ marginTop: 8 }}>
      {found.map(({ id, name, owners }, at) => (
        <Button
          key={id}
          type={id === chosen ? 'primary' : 'text'}
          block
          autoFocus={at === 0 && found.length > 1 && chosen === undefined}
          onClick={() => choose(id)}
          style={{ height: 'auto', justifyContent: 'flex-start', textAlign: 'start', whiteSpace: 'normal' }}
        >
          <span>
            <Typography.Text strong style={{ color: 'inherit' }}>
              {name}
            </Typography.Text>{' '}
            {owners.map((owner) => [owner.name, owner.phone].filter(Boolean).join(' ')).join('、')}
          </span>
        </Button>
      ))}
    </Flex>
  )
}
