import { heldOn } from '@heju/core/estate/organisation/shape'
import { organisation as texts } from './texts.ts'
import { useTexts } from '../../../app/language.tsx'
import { useToday, type Organisation, type Unit } from '../../../parts/organisation.ts'
import { CloseUnit } from './close-form.tsx'
import { HandOver } from './hand-over-form.tsx'
import { heldAbove, heldBy } from './held-by.ts'
import { History } from './history.tsx'
import { MoveProject, MoveUnit } from './move-form.tsx'
import { AddUnit, ChangeUnit } from './unit-form.tsx'

/** What stands over the tree: a form or the history of a unit or project. */
export type OpenForm =
  | { what: 'add' | 'change' | 'move' | 'close' | 'history'; unit: Unit }
  | { what: 'move' | 'handOver' | 'history'; project: Organisation['projects'][number]; name: string }

interface Props {
  organisation: Organisation
  close: () => void
}

/** It belongs to the page, so that it stays when the detail goes from beside the tree to over it, as on a phone that is turned. */
export function Forms({ form, ...props }: Props & { form: OpenForm }) {
  return 'unit' in form ? <OfUnit form={form} {...props} /> : <OfProject form={form} {...props} />
}

function OfUnit({
  form: { what, unit },
  organisation,
  close,
}: Props & { form: Extract<OpenForm, { unit: Unit }> }) {
  const t = useTexts(texts)
  const today = useToday()
  switch (what) {
    case 'add':
      return <AddUnit parent={unit} close={close} />
    case 'change': {
      const parentId = heldOn(unit.parents, today)?.parentId
      const parent = organisation.units.find(({ id }) => id === parentId)
      return <ChangeUnit {...{ unit, parent, close }} />
    }
    case 'move':
      return <MoveUnit {...{ unit, close }} />
    case 'close':
      return <CloseUnit {...{ unit, close }} />
    case 'history': {
      const held = heldAbove(unit, organisation)
      return <History name={unit.name} parts={[{ title: t('history.units'), held }]} close={close} />
    }
  }
}

function OfProject({
  form: { what, project, name },
  organisation,
  close,
}: Props & { form: Exclude<OpenForm, { unit: Unit }> }) {
  const t = useTexts(texts)
  switch (what) {
    case 'move':
      return <MoveProject projectId={project.projectId} {...{ name, close }} />
    case 'handOver':
      return <HandOver {...{ project, name, organisation, close }} />
    case 'history': {
      const { under, whose } = heldBy(project, organisation)
      const parts = [
        { title: t('history.units'), held: under },
        { title: t('history.entities'), held: whose },
      ]
      return <History {...{ name, parts, close }} />
    }
  }
}
