import {
  createProjectSchema,
  priceRegimes,
  projectTypes,
  serviceModes,
} from '@heju/core/estate/projects/shape'
import { projects as texts } from './texts.ts'
import { Form, Input, Select } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import { FormDrawer } from '../../../parts/form-drawer.tsx'
import { useChange } from '../../../parts/form.ts'
import { useNewId } from '../../../parts/ids.ts'
import type { Project } from '../../../parts/projects.ts'
import { useMustChoose } from '../../../parts/must-choose.ts'
import { useProjectPlaces } from '../../../parts/organisation.ts'
import { UnitSelect } from '../organisation/unit-select.tsx'
import { longestOf } from '../../../parts/longest-of.ts'
import { useRevised } from '../../../parts/revised.tsx'
import { changeProject, createProject } from './api.ts'

interface Fields {
  name: string
  type: (typeof projectTypes)[number]
  serviceMode: (typeof serviceModes)[number]
  priceRegime?: (typeof priceRegimes)[number]
  address?: string
  phone?: string
  /** Of a new one. */
  unitId?: string
  entityId?: string
}

/** Takes a project under management, or changes what is known of one. */
export function ProjectForm({
  project,
  close,
  onCreated,
}: {
  project?: Project
  close: () => void
  onCreated?: (projectId: string) => void
}) {
  const t = useTexts(texts)
  const mustChoose = useMustChoose()
  const [form] = Form.useForm<Fields>()
  const [newId] = useNewId('proj')
  const { hasUnits, openEntities: entities } = useProjectPlaces()
  // Of one there is nothing to choose.
  const only = entities.length === 1 ? { entityId: entities[0]!.id } : {}
  const { revision, notice } = useRevised({
    queryKey: ['projects'],
    opened: project,
    form,
    fieldsOf: ({ id: _id, revision: _revision, ...fields }) => fields,
    wordsOf: ({ name, type, serviceMode, priceRegime, address, phone }) => [
      [t('name'), name],
      [t('type'), t(`type.${type}`)],
      [t('serviceMode'), t(`mode.${serviceMode}`)],
      [t('priceRegime'), t(`regime.${priceRegime}`)],
      [t('address'), address],
      [t('phone'), phone],
    ],
  })
  const save = useChange({
    send: (fields: Fields, send) => {
      if (project === undefined) return createProject({ ...only, ...fields, projectId: newId }, send)
      const { priceRegime = project.priceRegime, unitId: _, entityId: __, ...rest } = fields
      return changeProject({ ...rest, priceRegime, revision, projectId: project.id }, send)
    },
    refreshes: [['projects'], ['organisation']],
    fieldOf: { 'organisation.unit_closed': 'unitId', 'organisation.entity_closed': 'entityId' },
    form,
    done: t(project === undefined ? 'created' : 'changed'),
    onDone: () => {
      close()
      if (project === undefined) onCreated?.(newId)
    },
  })
  return (
    <FormDrawer<Fields>
      title={project === undefined ? t('create') : `${t('change')} · ${project.name}`}
      close={close}
      form={form}
      pending={save.isPending}
      initial={project ?? { type: 'residential', serviceMode: 'custom' }}
      send={(fields) => save.mutate(fields)}
    >
      {notice}
      <Form.Item name="name" label={t('name')} rules={[{ required: true }]}>
        <Input placeholder={t('name.hint')} {...longestOf(createProjectSchema.entries.name)} autoFocus />
      </Form.Item>
      {project === undefined && hasUnits && (
        <Form.Item name="unitId" label={t('unit')} rules={mustChoose}>
          <UnitSelect />
        </Form.Item>
      )}
      {project === undefined && entities.length > 1 && (
        <Form.Item name="entityId" label={t('entity')} extra={t('entity.hint')} rules={mustChoose}>
          <Select options={entities.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
      )}
      <Form.Item name="type" label={t('type')}>
        <Select options={projectTypes.map((value) => ({ value, label: t(`type.${value}`) }))} />
      </Form.Item>
      <Form.Item name="serviceMode" label={t('serviceMode')}>
        <Select options={serviceModes.map((value) => ({ value, label: t(`mode.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="priceRegime"
        label={t('priceRegime')}
        extra={project === undefined ? undefined : t('priceRegime.change')}
      >
        <Select
          allowClear={project === undefined}
          placeholder={t('priceRegime.usual')}
          options={priceRegimes.map((value) => ({ value, label: t(`regime.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="address" label={t('address')}>
        <Input {...longestOf(createProjectSchema.entries.address)} />
      </Form.Item>
      <Form.Item name="phone" label={t('phone')} extra={t('phone.hint')}>
        <Input {...longestOf(createProjectSchema.entries.phone)} inputMode="tel" />
      </Form.Item>
    </FormDrawer>
  )
}
