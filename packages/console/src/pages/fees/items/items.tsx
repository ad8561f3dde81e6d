import { feeItems as texts } from './texts.ts'
import { Button, Flex, Tag, Typography } from 'antd'
import { useState } from 'react'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { useFilter } from '../../../parts/address.ts'
import { ExportButton } from '../../../parts/export-button.tsx'
import { listFeeItems, useFeeItems, useItemName, type FeeItem } from '../../../parts/fee-items.ts'
import { ChoiceFilter, Filters } from '../../../parts/filters.tsx'
import { List } from '../../../parts/list.tsx'
import { Page } from '../../../parts/page.tsx'
import { AddItem, ChangeItem } from './item-form.tsx'
import { Retire } from './retire.tsx'

const states = ['used', 'retired'] as const

/** For what the company asks money, in the order in which it is settled. */
export function Component() {
  const t = useTexts(texts)
  const may = useMay()
  const [{ state: wished }] = useFilter(['state'])
  const state = states.find((each) => each === wished)
  const [form, setForm] = useState<FeeItem | 'new'>()
  const manages = may('company.settings')
  const all = useFeeItems()
  const asked = { ...(state && { state }) }
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        <>
          <ExportButton load={() => api['fee-items'].file.$get({ query: asked })} />
          {manages && (
            <Button type="primary" onClick={() => setForm('new')}>
              {t('add')}
            </Button>
          )}
        </>
      }
    >
      <Filters names={['state']}>
        <ChoiceFilter
          name="state"
          label={t('state.filter')}
          options={states.map((value) => ({ value, label: t(`state.${value}`) }))}
        />
      </Filters>
      <Items asked={asked} change={manages ? setForm : undefined} />
      {/* Only once it is known after which it comes: a company has three at least. */}
      {form === 'new' && all.length > 0 && <AddItem all={all} close={() => setForm(undefined)} />}
      {form !== undefined && form !== 'new' && <ChangeItem item={form} close={() => setForm(undefined)} />}
    </Page>
  )
}

function Items({
  asked,
  change,
}: {
  asked: { state?: (typeof states)[number] }
  change: ((item: FeeItem) => void) | undefined
}) {
  const t = useTexts(texts)
  const itemName = useItemName()
  const tax = ({ taxRateE4, taxIncluded, taxCode }: FeeItem) => (
    <Flex vertical>
      <span>
        {taxRateE4 === null
          ? t('tax.none')
          : `${taxRateE4 / 100}% ${t(`taxIncluded.${taxIncluded ? 'yes' : 'no'}`)}`}
      </span>
      {taxCode !== '' && <Typography.Text type="secondary">{taxCode}</Typography.Text>}
    </Flex>
  )
  return (
    <List<FeeItem>
      queryKey={['fee-items', 'list', asked]}
      load={(after) => listFeeItems({ ...asked, ...(after && { after }) })}
      empty={t(asked.state === 'retired' ? 'empty.retired' : 'empty')}
      columns={[
        {
          title: t('name'),
          onPhone: 'name',
          render: (_, item) => (
            <Flex vertical>
              <strong>{itemName(item)}</strong>
              {item.receiptName !== '' && (
                <Typography.Text type="secondary">
                  {t('receiptName')} {item.receiptName}
                </Typography.Text>
              )}
            </Flex>
          ),
        },
        { title: t('whoseMoney'), onPhone: 'plain', render: (_, item) => t(`whose.${item.whoseMoney}`) },
        {
          title: t('exclusive'),
          onPhone: 'plain',
          render: (_, { exclusive }) => t(`exclusive.${exclusive ? 'yes' : 'no'}`),
        },
        {
          title: t('targetKinds'),
          render: (_, { targetKinds }) => targetKinds.map((kind) => t(`target.${kind}`)).join('、'),
        },
        { title: t('taxRate'), render: (_, item) => tax(item) },
        { title: t('account'), render: (_, { account }) => account || '—' },
        { title: t('settleOrder'), align: 'right', render: (_, { settleOrder }) => settleOrder },
        {
          title: t('state'),
          onPhone: 'end',
          render: (_, { retiredAt }) =>
            retiredAt === null ? (
              <Tag color="success">{t('state.used')}</Tag>
            ) : (
              <Tag>{t('state.retired')}</Tag>
            ),
        },
        ...(change === undefined
          ? []
          : [
              {
                title: t('actions'),
                render: (_: unknown, item: FeeItem) => (
                  <Flex gap={8}>
                    <Button
                      size="small"
                      aria-label={`${t('change')} ${itemName(item)}`}
                      onClick={() => change(item)}
                    >
                      {t('change')}
                    </Button>
                    <Retire item={item} />
                  </Flex>
                ),
              },
            ]),
      ]}
    />
  )
}
