import { merchant as texts } from './texts.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Flex, Typography } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../../app/language.tsx'
import { useProjectPlaces } from '../../../parts/organisation.ts'
import { Page } from '../../../parts/page.tsx'
import { Failure, Loading, Nothing } from '../../../parts/states.tsx'
import { listMerchants, type Merchant } from './api.ts'
import { MerchantCard } from './merchant-card.tsx'
import { MerchantForm } from './merchant-form.tsx'
import { scopeOf } from './scope.ts'

export function Component() {
  const t = useTexts(texts)
  const [form, setForm] = useState<Merchant | 'new'>()
  const list = useQuery({ queryKey: ['merchants'], queryFn: listMerchants })
  const merchants = list.data?.merchants ?? []
  const { organisation, openEntities } = useProjectPlaces()
  const add = (
    <Button type="primary" onClick={() => setForm('new')}>
      {t('add')}
    </Button>
  )
  return (
    <Page title={t('title')} about={t('about')} actions={add}>
      {list.isPending ? (
        <Loading />
      ) : list.isLoadingError ? (
        <Failure error={list.error} retry={() => void list.refetch()} />
      ) : merchants.length === 0 ? (
        <Nothing words={t('empty')} />
      ) : (
        <Flex vertical gap={16} style={{ maxWidth: 880 }}>
          {merchants.map((each) => (
            <MerchantCard
              key={each.id}
              merchant={each}
              fallsBack={merchants.some((one) => one.projectId === null && one.entityId === each.entityId)}
              sharedWith={merchants.filter(
                (one) => one.merchantId === each.merchantId && one.entityId !== each.entityId,
              )}
              change={() => setForm(each)}
            />
          ))}
          <Typography.Text type="secondary">{t('test.about')}</Typography.Text>
          <Alert type="info" showIcon title={t('domain', { host: location.host })} />
        </Flex>
      )}
      {form !== undefined && organisation !== undefined && (
        <MerchantForm
          merchant={form === 'new' ? undefined : form}
          taken={merchants.map(scopeOf)}
          openEntities={openEntities}
          close={() => setForm(undefined)}
        />
      )}
    </Page>
  )
}
