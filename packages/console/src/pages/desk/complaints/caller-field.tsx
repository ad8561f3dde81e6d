import { complaints as texts } from './texts.ts'
import { registryTexts } from '@heju/core/estate/registry/texts'
import { Select, Spin, Typography } from 'antd'
import { useEffect, useState } from 'react'
import { useTexts } from '../../../app/language.tsx'
import { useProjects } from '../../../parts/projects.ts'
import { useCallers, type Party } from './callers.ts'

/**
 * Finds who calls while they still say their name: number or last digits, name or room, then Enter. What is offered
 * always belongs to what stands in the field, so that a quick Enter takes nobody from an earlier search.
 */
export function CallerField({
  ring,
  choose,
  onTyped,
  ...field
}: {
  id?: string
  /** The number that rings, when a telephone system tells it. */
  ring: string
  choose: (party: Party | undefined) => void
  /** What was typed, for a caller who is not known. */
  onTyped: (typed: string) => void
}) {
  const t = useTexts(texts)
  const [typed, setTyped] = useState(ring)
  // Null: whoever rings is not whom it is about.
  const [picked, setPicked] = useState<Party | null>()
  const [open, setOpen] = useState(false)
  // The field forgets what stands in it when it loses the focus; whoever rings is still there.
  const search = typed.trim() || (picked === undefined ? ring : '')
  const { parties, isFetching } = useCallers(search)
  const waiting = isFetching || parties === undefined
  // The one who rings is greeted without a key; of several the list opens.
  const rings = useCallers(ring).parties ?? []
  const chosen = picked === undefined && rings.length === 1 ? rings[0] : (picked ?? undefined)
  const offered = open || (rings.length > 1 && search === ring && picked === undefined)
  const nobody = (
    <Typography.Text type="secondary" role="status">
      {t('caller.none')}
    </Typography.Text>
  )
  const line = chosen && <PartyLine party={chosen} />
  useEffect(() => {
    if (chosen !== undefined) choose(chosen)
  }, [chosen, choose])

  function take(party: Party | undefined) {
    setPicked(party ?? null)
    if (party === undefined) choose(undefined)
  }

  return (
    <>
      <Select<string>
        {...field}
        autoFocus
        allowClear
        // Open also where nobody is found: a list that closes takes what was typed with it.
        open={offered && search !== ''}
        onOpenChange={setOpen}
        suffixIcon={null}
        placeholder={t('caller.find')}
        showSearch={{
          filterOption: false,
          searchValue: typed,
          onSearch: (next) => {
            setTyped(next)
            onTyped(next)
          },
        }}
        {...(chosen !== undefined && { value: chosen.key })}
        labelRender={() => line}
        onChange={(key: string | undefined) => take(parties?.find((each) => each.key === key))}
        notFoundContent={waiting ? <Spin size="small" /> : nobody}
        options={(waiting ? [] : parties).map((party) => ({
          value: party.key,
          label: <PartyLine party={party} />,
        }))}
      />
      {!offered && search !== '' && !waiting && parties.length === 0 && nobody}
    </>
  )
}

/** 王女士 · 3栋-2单元-1501 · 业主 · 138****1234 */
function PartyLine({ party: { caller, room, projectName } }: { party: Party }) {
  const t = useTexts(texts)
  const r = useTexts(registryTexts)
  const several = useProjects().length > 1
  const role = caller?.rooms.find(({ id }) => id === room?.id)?.role
  const more = [
    caller && room?.name,
    role && r(`role.${role}`),
    caller?.phoneMasked,
    caller ? undefined : t('caller.nobodyThere'),
    several && projectName,
  ].filter(Boolean)
  return (
    <>
      <strong>{caller?.name ?? room?.name}</strong>{' '}
      <Typography.Text type="secondary">{more.join(' · ')}</Typography.Text>
    </>
  )
}
