import { spans, template, type CommonKind, type Span } from '@heju/core/estate/places/shape'
import { Checkbox, Form, Typography } from 'antd'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { FormDrawer } from '../../../parts/form-drawer.tsx'
import { useCommand } from '../../../parts/form.ts'
import { placeKeys } from './api.ts'
import { countOfParents, useParents } from './parents.ts'
import { places as texts } from './texts.ts'

type Fields = Record<Span, CommonKind[]>

/** From the many to the one: what each unit has is most of the work. */
const inOrder = spans.toReversed()
const usual: Fields = {
  project: [...template.project.usual],
  building: [...template.building.usual],
  unit: [...template.unit.usual],
}

/** Makes what the project, each building and each unit has, all at once. */
export function TemplateForm({ projectId, close }: { projectId: string; close: () => void }) {
  const t = useTexts(texts)
  const [form] = Form.useForm<Fields>()
  const parents = useParents(projectId)
  const counts = countOfParents(parents ?? [])
  const save = useCommand({
    command: api.places.common['from-template'].$post,
    asks: (fields: Fields) => ({
      json: {
        projectId,
        rows: spans.flatMap((per) => fields[per].map((kind) => ({ per, kind, name: t(`common.${kind}`) }))),
      },
    }),
    refreshes: placeKeys,
    form,
    fieldOf: { rows: 'project', 'places.too_many': 'unit' },
    done: (made) => t(made.present === 0 ? 'template.done' : 'template.done.some', made),
    onDone: close,
  })
  return (
    <FormDrawer<Fields>
      title={t('template')}
      about={t('template.about')}
      action={t('template.make')}
      close={close}
      form={form}
      pending={save.isPending}
      initial={usual}
      send={(fields) => save.mutate(fields)}
    >
      {inOrder.map((per) => (
        <Form.Item
          key={per}
          name={per}
          label={t(`template.${per}`, { count: counts[per] })}
          {...(per === 'unit' && { extra: t('template.unit.hint') })}
          {...(per === 'project' && {
            dependencies: spans.filter((each) => each !== per),
            rules: [oneAtLeast(t('template.none'))],
          })}
        >
          <Checkbox.Group
            options={template[per].offered.map((value) => ({ value, label: t(`common.${value}`) }))}
          />
        </Form.Item>
      ))}
      <Total counts={counts} />
    </FormDrawer>
  )
}

const oneAtLeast =
  (message: string) =>
  ({ getFieldsValue }: { getFieldsValue: () => unknown }) => ({
    validator: () =>
      Object.values(getFieldsValue() as Fields).some((kinds) => kinds.length > 0)
        ? Promise.resolve()
        : Promise.reject(new Error(message)),
  })

function Total({ counts }: { counts: Record<Span, number> }) {
  const t = useTexts(texts)
  const fields = Form.useWatch((all: Partial<Fields>) => all) ?? usual
  const count = spans.reduce((sum, per) => sum + counts[per] * (fields[per]?.length ?? 0), 0)
  return <Typography.Text role="status">{t('template.total', { count })}</Typography.Text>
}
