import { merchant as texts } from './texts.ts'
import { Alert, Button, Card, Descriptions, Flex, Tag } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../../app/language.tsx'
import { When } from '../../../parts/figures.tsx'
import { useAskFirst } from '../../../parts/ask-first.ts'
import { useChange } from '../../../parts/form.ts'
import { useProjectPlaces } from '../../../parts/organisation.ts'
import { useProjectNames } from '../../../parts/projects.ts'
import { proveMerchant, retireMerchant, type Merchant } from './api.ts'

/** One merchant in use: what it is for, whether it works, what can be done about it. */
export function MerchantCard({
  merchant,
  fallsBack,
  sharedWith,
  change,
}: {
  merchant: Merchant
  /** Whether projects of its legal entity without a merchant of their own have one to fall back on. */
  fallsBack: boolean
  /** Merchants of the same account that are other entities'. */
  sharedWith: readonly Merchant[]
  change: () => void
}) {
  const t = useTexts(texts)
  const projectName = useProjectNames()
  const { id, projectId, entityId, merchantId } = merchant
  const { hasEntities, organisation, placeOf } = useProjectPlaces()
  const entityName = (of: string) => organisation?.entities.find((one) => one.id === of)?.name ?? ''
  const entity = entityName(entityId)
  const whose = projectId === null ? undefined : placeOf(projectId).entity
  const isIdle = whose !== undefined && whose.id !== entityId
  const [reason, setReason] = useState<string | null>(null)
  const prove = useChange({
    send: proveMerchant,
    refreshes: [['merchants']],
    onDone: (proof) => setReason(proof.reason),
  })
  const all = hasEntities ? t('scope.entity', { name: entity }) : t('scope.all')
  const scope = projectId === null ? all : projectName(projectId)
  const retire = useRetirement(merchant, scope, projectId !== null && fallsBack)
  return (
    <Card
      title={
        <Flex gap={8} align="center" wrap>
          {scope}
          <State merchant={merchant} />
        </Flex>
      }
      extra={
        <Flex gap={8} wrap>
          <Button type="primary" loading={prove.isPending} onClick={() => prove.mutate(id)}>
            {t('test')}
          </Button>
          <Button onClick={change}>{t('change')}</Button>
          <Button danger onClick={retire}>
            {t('retire')}
          </Button>
        </Flex>
      }
      styles={{ header: { flexWrap: 'wrap', paddingBlock: 12, gap: 8 }, title: { whiteSpace: 'normal' } }}
    >
      {isIdle && (
        <Alert
          type="warning"
          showIcon
          title={t('idle', { project: scope, entity: whose.name })}
          style={{ marginBottom: 16 }}
        />
      )}
      {sharedWith.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('shared', {
            id: merchantId,
            entity,
            others: [...new Set(sharedWith.map((one) => entityName(one.entityId)))].join('、'),
          })}
          style={{ marginBottom: 16 }}
        />
      )}
      <Proof merchant={merchant} reason={reason} />
      <Descriptions
        size="small"
        column={1}
        styles={{ content: { overflowWrap: 'anywhere' } }}
        items={[
          ...(projectId === null
            ? [{ key: 'scope', label: t('scope'), children: `${scope}（${t('scope.all.hint')}）` }]
            : []),
          ...(hasEntities ? [{ key: 'entity', label: t('entity'), children: entity }] : []),
          { key: 'merchantId', label: t('merchantId'), children: merchantId },
          { key: 'appId', label: t('appId'), children: merchant.appId },
          { key: 'serial', label: t('merchantSerial'), children: merchant.merchantSerial },
          { key: 'keys', label: t('platformSerial'), children: merchant.platformSerials.join('、') },
          { key: 'apiV3Key', label: t('apiV3Key'), children: `••••${merchant.apiV3KeyLast4}` },
          { key: 'changedAt', label: t('changedAt'), children: <When at={merchant.changedAt} /> },
        ]}
      />
    </Card>
  )
}

function State({ merchant: { provenAt, proofFailure } }: { merchant: Merchant }) {
  const t = useTexts(texts)
  if (provenAt === null) return <Tag color="warning">{t('state.untested')}</Tag>
  if (proofFailure !== null) return <Tag color="error">{t('state.fails')}</Tag>
  return <Tag color="success">{t('state.works')}</Tag>
}

/** What the last test found, in words that say what to correct. */
function Proof({ merchant, reason }: { merchant: Merchant; reason: string | null }) {
  const t = useTexts(texts)
  const { provenAt, proofFailure } = merchant
  if (provenAt === null) return null
  const key = `failure.${proofFailure}`
  const words =
    proofFailure === null
      ? t('test.works')
      : key in texts
        ? t(key as keyof typeof texts, { reason: reason ?? 'none' })
        : t('failure.other', { code: proofFailure })
  return (
    <Alert
      role="status"
      type={proofFailure === null ? 'success' : 'error'}
      showIcon
      title={words}
      description={<When at={provenAt} />}
      style={{ marginBottom: 16 }}
    />
  )
}

function useRetirement({ id, merchantId }: Merchant, scope: string, fallsBack: boolean): () => void {
  const t = useTexts(texts)
  const askFirst = useAskFirst()
  const retire = useChange({ send: retireMerchant, refreshes: [['merchants']], done: t('retired') })
  return () =>
    askFirst({
      title: t('retire.title', { id: merchantId }),
      content: (
        <>
          <p>{t('retire.confirm', { scope })}</p>
          {fallsBack && <p>{t('retire.falls_back')}</p>}
        </>
      ),
      okText: t('retire'),
      okButtonProps: { danger: true },
      onOk: () => retire.mutateAsync(id),
    })
}
