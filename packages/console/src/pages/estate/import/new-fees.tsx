import { importQuestions as texts } from './question-texts.ts'
import { formatYuan } from '@heju/kernel'
import { Button, Flex, Radio, Select, Typography } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import { scaled } from '../../../parts/figures.tsx'
import { useItemNames } from '../../../parts/fee-items.ts'
import { useNarrow } from '../../../parts/on-phone.tsx'
import { RowsTable } from '../../../parts/rows-table.tsx'
import type { Import } from './api.ts'

type Question = Import['questions'][number]
type FeeQuestion = Question & Required<Pick<Question, 'fee'>>
type Fee = FeeQuestion['fee']

export function isOfFee(question: Question): question is FeeQuestion {
  return question.fee !== undefined
}

interface Props {
  fees: readonly FeeQuestion[]
  valueOf: (question: FeeQuestion) => string | null
  disabled: boolean
  sending: boolean
  onChange: (id: string, answer: string) => void
  /** Says of all that are still open at once that they are right. */
  onAll: (said: Record<string, string>) => void
}

/**
 * The fee items that would become new tariffs, each as it was understood beside what stands in the workbook: they are looked
 * through together, and a wrong one is seen by whoever knows the prices.
 */
export function NewFees({ fees, valueOf, disabled, sending, onChange, onAll }: Props) {
  const t = useTexts(texts)
  const open = fees.filter((one) => (valueOf(one) ?? '') === '')
  return (
    <section aria-label={t('fees')}>
      <Typography.Text strong>{t('fees')}</Typography.Text>
      <div style={{ margin: '4px 0 8px' }}>
        <Typography.Text type="secondary">{t('fees.about')}</Typography.Text>
      </div>
      <RowsTable<FeeQuestion>
        label={t('fees')}
        size="small"
        rowKey="id"
        dataSource={[...fees]}
        columns={[
          { title: t('fee.name'), render: (_, { fee }) => <Named fee={fee} /> },
          { title: t('fee.charge'), render: (_, { fee }) => <Charged fee={fee} /> },
          {
            title: t('fee.rooms'),
            align: 'right',
            render: (_, { fee: { rooms } }) => t('fee.rooms.count', { rooms }),
          },
          { title: t('fee.written'), render: (_, { sheet, fee }) => <Written sheet={sheet} fee={fee} /> },
          {
            title: t('fee.right'),
            onPhone: 'foot',
            render: (_, one) => (
              <Right one={one} value={valueOf(one)} disabled={disabled} onChange={onChange} />
            ),
          },
        ]}
      />
      {!disabled && open.length > 0 && (
        <Button
          type="primary"
          style={{ marginTop: 12 }}
          loading={sending}
          onClick={() => onAll(Object.fromEntries(open.map(({ id }) => [id, 'right'])))}
        >
          {t(open.length === fees.length ? 'fees.right' : 'fees.rest')}
        </Button>
      )}
    </section>
  )
}

/** What an answer begins with that names another fee item of the company's. */
const as = 'as:'

/** Whether it is right, and of which of the company's fee items, where these may be chosen. */
function Right({
  one,
  value,
  disabled,
  onChange,
}: { one: FeeQuestion; value: string | null } & Pick<Props, 'disabled' | 'onChange'>) {
  const t = useTexts(texts)
  const itemName = useItemNames()
  const own = one.choices.filter((each) => each.startsWith(as))
  const isAs = value?.startsWith(as) === true
  const plain = one.choices.filter((each) => !each.startsWith(as))
  return (
    <Flex vertical gap={4}>
      <Radio.Group
        aria-label={t('fee.right.of', { name: one.fee.name })}
        value={isAs ? 'right' : value}
        disabled={disabled}
        onChange={({ target }) => onChange(one.id, String(target.value))}
        options={plain.map((each) => ({ value: each, label: t(`choice.${each as 'right'}`) }))}
      />
      {own.length > 0 && value !== 'leave' && (
        <Select
          size="small"
          aria-label={t('fee.item.of', { name: one.fee.name })}
          placeholder={t('fee.item')}
          value={isAs ? value : null}
          allowClear
          disabled={disabled}
          onChange={(chosen: string | undefined) => onChange(one.id, chosen ?? '')}
          options={own.map((each) => ({ value: each, label: itemName(each.slice(as.length)) }))}
          style={{ minWidth: 160 }}
        />
      )}
    </Flex>
  )
}

function Named({ fee: { name, item } }: { fee: Fee }) {
  const itemName = useItemNames()
  return (
    <Flex vertical>
      <strong>{name}</strong>
      <Typography.Text type="secondary">{itemName(item)}</Typography.Text>
    </Flex>
  )
}

function Charged({ fee: { basis, priceE4, additionFen, fromOn, endsOn } }: { fee: Fee }) {
  const t = useTexts(texts)
  const days = [
    fromOn === null ? '' : t('fee.from', { day: fromOn }),
    endsOn === null ? '' : t('fee.until', { day: endsOn }),
  ].filter(Boolean)
  return (
    <Flex vertical>
      <strong style={{ fontVariantNumeric: 'tabular-nums' }}>
        {t(`fee.by.${basis}`, { price: `¥${scaled(priceE4, 4)}` })}
      </strong>
      {additionFen > 0 && <span>{t('fee.addition', { amount: formatYuan(additionFen) })}</span>}
      {days.length > 0 && <span>{days.join('，')}</span>}
    </Flex>
  )
}

/** The cells as they are written, so that a column that was taken for another one is seen. */
function Written({ sheet, fee: { row, cells } }: { sheet: string; fee: Fee }) {
  const t = useTexts(texts)
  const narrow = useNarrow()
  const wide = narrow ? {} : { width: 'clamp(240px, 30vw, 520px)' }
  return (
    <div style={{ whiteSpace: 'normal', overflowWrap: 'anywhere', ...wide }}>
      <Typography.Text type="secondary">{t('fee.where', { sheet, row })}</Typography.Text>
      <Flex wrap gap="0 12px">
        {cells.map(({ column, heading, value }) => (
          <span key={column}>
            <Typography.Text type="secondary">
              {t('fee.cell', { heading: heading.replaceAll('\n', ' ') || column })}
            </Typography.Text>
            {value}
          </span>
        ))}
      </Flex>
    </div>
  )
}
