import { merchant as texts } from './texts.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Flex, Typography } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../../app/language.tsx'
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
              change={() => setForm(each)}
            />
          ))}
          <Typography.Text type="secondary">{t('test.about')}</Typography.Text>
          <Alert type="info" showIcon title={t('domain', { host: location.host })} />
        </Flex>
      )}
      {form !== undefined && (
        <MerchantForm
          merchant={form === 'new' ? undefined : form}
          taken={merchants.map(scopeOf)}
          close={() => setForm(undefined)}
        />
      )}
    </Page>
  )
}
