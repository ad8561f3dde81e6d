import { Alert, Button, Flex } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMayIn } from '../../../app/session.tsx'
import { useCommand } from '../../../parts/form.ts'
import { List } from '../../../parts/list.tsx'
import { Nothing } from '../../../parts/states.tsx'
import { listCommonPlaces, placeKeys, type CommonPlace, type CommonPlaceFilter } from './api.ts'
import { places as texts } from './texts.ts'

/** The common places that a filter finds; what was taken out of use a moment ago is taken up again with one press. */
export function PlaceList({
  filter,
  open,
}: {
  filter: CommonPlaceFilter
  /** For whoever may change them. */
  open?: (what: CommonPlace | 'template') => void
}) {
  const t = useTexts(texts)
  const mayRead = useMayIn(filter.projectId)('complaints.read')
  const [retired, setRetired] = useState<CommonPlace>()
  const save = useCommand({
    command: api.places.common[':commonPlaceId'].state.$put,
    asks: ({ id, isRetired }: { id: string; isRetired: boolean }) => ({
      param: { commonPlaceId: id },
      json: { retired: isRetired },
    }),
    refreshes: placeKeys,
  })
  const retire = (place: CommonPlace) =>
    save.mutate({ id: place.id, isRetired: true }, { onSuccess: () => setRetired(place) })
  const restore = ({ id }: CommonPlace) =>
    save.mutate({ id, isRetired: false }, { onSuccess: () => setRetired(undefined) })
  return (
    <>
      {retired !== undefined && (
        <Alert
          type="success"
          showIcon
          role="status"
          title={t('retire.done', { name: retired.wholeName })}
          action={
            <Button size="small" autoFocus loading={save.isPending} onClick={() => restore(retired)}>
              {t('undo')}
            </Button>
          }
          closable={{ onClose: () => setRetired(undefined) }}
          style={{ marginBottom: 16 }}
        />
      )}
      <List<CommonPlace>
        queryKey={['common-places', filter]}
        load={(after) => listCommonPlaces({ ...filter, ...(after && { after }) })}
        empty={<Empty filter={filter} {...(open && { begin: () => open('template') })} />}
        columns={[
          {
            title: t('wholeName'),
            onPhone: 'name',
            render: (_, { wholeName }) => <strong>{wholeName}</strong>,
          },
          { title: t('kind'), onPhone: 'end', render: (_, { kind }) => t(`common.${kind}`) },
          ...(mayRead
            ? [
                {
                  title: t('complaints'),
                  render: (_: unknown, { id, wholeName }: CommonPlace) => (
                    <Link
                      to={`/console/desk/complaints?view=all&placeId=${id}`}
                      aria-label={`${t('complaints.of')} ${wholeName}`}
                    >
                      {t('complaints.of')}
                    </Link>
                  ),
                },
              ]
            : []),
          ...(open === undefined
            ? []
            : [
                {
                  title: t('actions'),
                  onPhone: 'foot' as const,
                  render: (_: unknown, place: CommonPlace) => (
                    <Actions place={place} change={open} set={place.retiredAt === null ? retire : restore} />
                  ),
                },
              ]),
        ]}
      />
    </>
  )
}

function Actions({
  place,
  change,
  set,
}: {
  place: CommonPlace
  change: (place: CommonPlace) => void
  set: (place: CommonPlace) => void
}) {
  const t = useTexts(texts)
  const label = t(place.retiredAt === null ? 'retire' : 'restore')
  return (
    <Flex gap={8}>
      <Button size="small" aria-label={`${t('change')} ${place.wholeName}`} onClick={() => change(place)}>
        {t('change')}
      </Button>
      <Button size="small" aria-label={`${label} ${place.wholeName}`} onClick={() => set(place)}>
        {label}
      </Button>
    </Flex>
  )
}

function Empty({ filter, begin }: { filter: CommonPlaceFilter; begin?: () => void }) {
  const t = useTexts(texts)
  const { state, search, buildingId, kind } = filter
  if (state === 'retired') return <Nothing words={t('empty.retired')} />
  if ([search, buildingId, kind].some((asked) => asked !== undefined))
    return <Nothing words={t('empty.found')} />
  return (
    <Nothing words={t('empty')}>
      {begin !== undefined && (
        <Button type="primary" onClick={begin}>
          {t('template')}
        </Button>
      )}
    </Nothing>
  )
}
