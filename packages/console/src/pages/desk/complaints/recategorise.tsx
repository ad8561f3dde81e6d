import { complaints as texts } from './texts.ts'
import { Form } from 'antd'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { FormDrawer } from '../../../parts/form-drawer.tsx'
import { useMustChoose } from '../../../parts/must-choose.ts'
import { useCategoryName } from './category-name.ts'
import { CategorySelect } from './category-select.tsx'
import { useVerb, type VerbProps } from './verb.ts'

interface Fields {
  categoryId: string
}

/** Puts a complaint under the category that it is really about: owners often choose another. */
export function Recategorise({ complaint, close }: VerbProps) {
  const t = useTexts(texts)
  const mustChoose = useMustChoose()
  const categoryName = useCategoryName()
  const [form] = Form.useForm<Fields>()
  const move = useVerb(form, close, {
    command: api.complaints[':complaintId'].category.$post,
    asks: (json: Fields) => ({ param: { complaintId: complaint.id }, json }),
    fieldOf: { 'complaints.category_not_found': 'categoryId', 'complaints.nothing_changed': 'categoryId' },
  })
  const now = categoryName({ code: complaint.categoryCode, name: complaint.categoryName })
  return (
    <FormDrawer<Fields>
      title={t('verb.category')}
      about={t('category.about', { now })}
      close={close}
      form={form}
      pending={move.isPending}
      initial={{}}
      send={(fields) => move.mutate(fields)}
    >
      <Form.Item name="categoryId" label={t('category.to')} rules={mustChoose}>
        <CategorySelect besides={complaint.categoryId} />
      </Form.Item>
    </FormDrawer>
  )
}
