import type { switchedStates } from '@heju/core/fees/billing/shape'
import { frame } from '../../../app/texts.ts'
import { tariffs as texts } from './texts.ts'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { useAskFirst } from '../../../parts/ask-first.ts'
import { useChange, useCommand } from '../../../parts/form.ts'
import { AssignForm } from './assign-form.tsx'
import { DisablePreview } from './end-preview.tsx'
import { PriceForm } from './price-form.tsx'
import type { TariffDetail } from './api.ts'
import { useDecision } from './use-decision.tsx'

/** What can be decided about a tariff: its price, its approval, for what it holds, whether it is used. */
export function TariffDecisions({ tariff }: { tariff: TariffDetail }) {
  const t = useTexts(texts)
  const f = useTexts(frame)
  const may = useMay()
  const askFirst = useAskFirst()
  const [open, setOpen] = useState<'price' | 'approve' | 'assign' | 'unassign'>()
  const close = () => setOpen(undefined)
  const decided = useDecision(t('others.newSurcharge'))
  const change = useChange({
    send: (state: (typeof switchedStates)[number], send) =>
      decided({ state }, (json) =>
        send(api.tariffs[':tariffId'].state.$put, { param: { tariffId: tariff.id }, json }),
      ),
    refreshes: [['tariffs']],
    done: f('saved'),
  })
  if (!may('tariffs.write')) return null
  if (tariff.state === 'draft') {
    return (
      <>
        <Discard tariff={tariff} />
        <Button type="primary" onClick={() => setOpen('approve')}>
          {t('tariffs.approve')}
        </Button>
        {open === 'approve' && <PriceForm tariff={tariff} approves close={close} />}
      </>
    )
  }
  const disable = () =>
    askFirst({
      title: t('disable'),
      content: <DisablePreview tariff={tariff} />,
      okText: t('disable'),
      onOk: () => change.mutateAsync('disabled'),
    })
  return (
    <>
      {tariff.state === 'active' ? (
        <Button onClick={disable}>{t('disable')}</Button>
      ) : (
        <Button loading={change.isPending} onClick={() => change.mutate('active')}>
          {t('enable')}
        </Button>
      )}
      <Button onClick={() => setOpen('unassign')}>{t('unassign')}</Button>
      <Button onClick={() => setOpen('assign')}>{t('assign')}</Button>
      <Button type="primary" onClick={() => setOpen('price')}>
        {t('addPrice')}
      </Button>
      {open === 'price' && <PriceForm tariff={tariff} close={close} />}
      {open === 'assign' && <AssignForm tariff={tariff} close={close} />}
      {open === 'unassign' && <AssignForm tariff={tariff} ends close={close} />}
    </>
  )
}

/** A draft that was imported by mistake is dropped. */
function Discard({ tariff: { id, name, places } }: { tariff: TariffDetail }) {
  const t = useTexts(texts)
  const askFirst = useAskFirst()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const change = useCommand({
    command: api.tariffs[':tariffId'].discard.$post,
    asks: () => ({ param: { tariffId: id } }),
    refreshes: [],
    outdated: { keys: [['tariffs']] },
    done: t('discard.done', { name }),
    onDone: () => void leave(),
  })
  /** What is of tariffs is fetched anew by the list, and not by this page, which is of what is gone. */
  const leave = async () => {
    await queries.invalidateQueries({ queryKey: ['tariffs'], refetchType: 'none' })
    await navigate('/console/fees/tariffs')
    queries.removeQueries({ queryKey: ['tariffs', id] })
  }
  const ask = () =>
    askFirst({
      title: t('discard.title', { name }),
      content: places === 0 ? t('discard.none') : t('discard.about', { places }),
      okText: t('discard'),
      okButtonProps: { danger: true },
      onOk: () => change.mutateAsync(undefined),
    })
  return (
    <Button danger loading={change.isPending} onClick={ask}>
      {t('discard')}
    </Button>
  )
}
