import { saveCategorySchema } from '@heju/core/desk/complaints/shape'
import { noServiceLine, serviceLines, type ServiceLine } from '@heju/core/estate/service-lines/shape'
import { frame } from '../../../app/texts.ts'
import { serviceLineTexts } from '@heju/core/estate/service-lines/texts'
import { complaintCategories as texts } from './texts.ts'
import { Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { longestOf } from '../../../parts/longest-of.ts'
import { FormDrawer } from '../../../parts/form-drawer.tsx'
import { useCommand } from '../../../parts/form.ts'
import { useNewId } from '../../../parts/ids.ts'
import { useRevised } from '../../../parts/revised.tsx'
import { useMustChoose } from '../../../parts/must-choose.ts'
import { useCategoryName } from '../complaints/category-name.ts'
import type { Category } from './api.ts'

/** What is not chosen in a select is nothing; the first level is a choice. */
const firstLevel = 'first'

interface Fields {
  name?: string
  parentId: string
  serviceLine?: ServiceLine
  aboutFees: boolean
  position: number
}

function fieldsOf({ name, parentId, serviceLine, aboutFees, position }: Category): Fields {
  return {
    name: name ?? '',
    parentId: parentId ?? firstLevel,
    ...(serviceLine && { serviceLine }),
    aboutFees,
    position,
  }
}

/** Adds a category, or changes one: its name, where it stands, whose work it is, and whether it is about fees. */
export function CategoryForm({
  all,
  category,
  close,
}: {
  all: readonly Category[]
  category?: Category
  close: () => void
}) {
  const t = useTexts(texts)
  const categoryName = useCategoryName()
  const [form] = Form.useForm<Fields>()
  const [newId] = useNewId('ccat')
  const categoryId = category?.id ?? newId
  const l = useTexts(serviceLineTexts)
  const f = useTexts(frame)
  const { revision, notice } = useRevised({
    queryKey: ['complaint-categories'],
    opened: category,
    form,
    fieldsOf,
    wordsOf: ({ code, name, parentId, parentCode, parentName, serviceLine, aboutFees, position }) => [
      [t('name'), categoryName({ code, name })],
      [
        t('parent'),
        parentId === null ? t('parent.none') : categoryName({ code: parentCode, name: parentName }),
      ],
      [l('serviceLine'), l(`line.${serviceLine ?? noServiceLine}`)],
      [t('position'), `${position}`],
      [t('aboutFees'), f(aboutFees ? 'yes' : 'no')],
    ],
  })
  const save = useCommand({
    command: api.complaints.categories[':categoryId'].$put,
    asks: ({ name = '', parentId, serviceLine, aboutFees, position }: Fields) => ({
      param: { categoryId },
      json: {
        name: name.trim() === '' ? null : name,
        parentId: parentId === firstLevel ? null : parentId,
        // What is below another is of its line.
        ...(parentId === firstLevel && serviceLine && { serviceLine }),
        aboutFees,
        position,
        ...(category && { revision }),
      },
    }),
    refreshes: [['complaint-categories'], ['complaints']],
    form,
    fieldOf: {
      'complaints.category_too_deep': 'parentId',
      'complaints.category_not_found': 'parentId',
      'complaints.category_line_missing': 'serviceLine',
      'complaints.category_unnamed': 'name',
      'complaints.category_name_taken': 'name',
    },
    done: t('saved'),
    onDone: close,
  })
  const ofProduct = category !== undefined && category.code !== null
  const hasBelow = all.some(({ parentId }) => parentId === categoryId)
  const tops = all.filter(
    ({ id, parentId, archived }) =>
      parentId === null && id !== categoryId && (!archived || id === category?.parentId),
  )
  return (
    <FormDrawer<Fields>
      title={category === undefined ? t('add') : `${t('change')} · ${categoryName(category)}`}
      about={category === undefined ? t('add.about') : t('change.about')}
      close={close}
      form={form}
      pending={save.isPending}
      initial={
        category === undefined
          ? {
              parentId: firstLevel,
              aboutFees: false,
              position: Math.min(999, Math.max(0, ...all.map(({ position }) => position)) + 1),
            }
          : fieldsOf(category)
      }
      send={(fields) => save.mutate(fields)}
    >
      {notice}
      <Form.Item
        name="name"
        label={t('name')}
        rules={[{ required: !ofProduct, whitespace: !ofProduct }]}
        {...(ofProduct && { extra: t('name.product') })}
      >
        <Input
          {...longestOf(saveCategorySchema.entries.name)}
          {...(ofProduct && { placeholder: categoryName({ code: category.code, name: null }) })}
        />
      </Form.Item>
      <Form.Item name="parentId" label={t('parent')} {...(hasBelow && { extra: t('parent.hasBelow') })}>
        <Select
          disabled={hasBelow}
          options={[
            { value: firstLevel, label: t('parent.none') },
            ...tops.map((top) => ({ value: top.id, label: categoryName(top) })),
          ]}
        />
      </Form.Item>
      <LineField all={all} />
      <Form.Item
        name="position"
        label={t('position')}
        extra={t('position.hint')}
        rules={[{ required: true }]}
      >
        <InputNumber min={0} max={999} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="aboutFees" valuePropName="checked" extra={t('aboutFees.hint')}>
        <Checkbox>{t('aboutFees')}</Checkbox>
      </Form.Item>
    </FormDrawer>
  )
}

/** Chosen on the first level; below it the line is that of the category above, and said as such. */
function LineField({ all }: { all: readonly Category[] }) {
  const t = useTexts(texts)
  const l = useTexts(serviceLineTexts)
  const mustChoose = useMustChoose()
  const parentId = Form.useWatch<string | undefined>('parentId')
  const above = all.find(({ id }) => id === parentId)
  if (above !== undefined)
    return (
      <Form.Item label={l('serviceLine')} extra={t('line.inherited')}>
        {l(`line.${above.serviceLine ?? noServiceLine}`)}
      </Form.Item>
    )
  return (
    <Form.Item name="serviceLine" label={l('serviceLine')} extra={t('line.hint')} rules={mustChoose}>
      <Select
        placeholder={l(`line.${noServiceLine}`)}
        options={serviceLines.map((value) => ({ value, label: l(`line.${value}`) }))}
      />
    </Form.Item>
  )
}
