import { Alert, Button, Card, Checkbox, Drawer, Flex, Tag, Tree, Typography } from 'antd'
import { useState, type ReactNode } from 'react'
import { organisation as texts } from './texts.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { useFilter } from '../../../parts/address.ts'
import { DateFilter } from '../../../parts/filters.tsx'
import { useNarrow } from '../../../parts/on-phone.tsx'
import { useOrganisation, useToday, type Organisation } from '../../../parts/organisation.ts'
import { Page } from '../../../parts/page.tsx'
import { useProjectNames } from '../../../parts/projects.ts'
import { Failure, Loading, Nothing } from '../../../parts/states.tsx'
import { Forms, type OpenForm } from './forms.tsx'
import { OrganisationPages } from './organisation-pages.tsx'
import { ProjectDetail } from './project-detail.tsx'
import { nodesOf, type Node } from '../../../parts/tree-nodes.ts'
import { UnitDetail } from './unit-detail.tsx'

/** The tree of units with the projects as its leaves, on any day, and what can be done with each. */
export function Component() {
  const t = useTexts(texts)
  const list = useOrganisation()
  return (
    <Page title={t('title')} about={t('about')}>
      <OrganisationPages />
      {list.isLoadingError ? (
        <Failure error={list.error} retry={() => void list.refetch()} />
      ) : list.data === undefined ? (
        <Loading />
      ) : (
        <Whole organisation={list.data} />
      )}
    </Page>
  )
}

function Whole({ organisation }: { organisation: Organisation }) {
  const t = useTexts(texts)
  const narrow = useNarrow()
  const may = useMay()
  const today = useToday()
  const [filter, setFilter] = useFilter(['on', 'unitId', 'projectId'])
  const [withClosed, setWithClosed] = useState(false)
  const day = filter.on ?? today
  const choose = (node: Node | undefined) =>
    setFilter({ unitId: node?.unit?.id, projectId: node?.project?.projectId })
  const [form, setForm] = useState<OpenForm>()
  const detail = useDetail(organisation, day, { ...filter, open: setForm })
  return (
    <Flex vertical gap={16}>
      {organisation.units.length === 1 && <Alert type="info" showIcon title={t('alone.about')} />}
      <Flex gap={16} wrap align="center">
        <Flex gap={8} align="center" wrap>
          <span aria-hidden>{t('on')}</span>
          <DateFilter name="on" label={t('on')} type="date" otherwise={today} />
        </Flex>
        <Checkbox checked={withClosed} onChange={({ target }) => setWithClosed(target.checked)}>
          {t('closed')}
        </Checkbox>
      </Flex>
      {day !== today && (
        <Alert
          type="warning"
          showIcon
          role="status"
          title={t('on.other', { day })}
          action={
            <Button size="small" onClick={() => setFilter({ on: undefined })}>
              {t('on.today')}
            </Button>
          }
        />
      )}
      <Flex gap={16} align="start">
        <Card size="small" style={{ flex: '1 1 0', minWidth: 0 }}>
          <Units {...{ organisation, day, withClosed, choose }} chosen={filter.unitId ?? filter.projectId} />
        </Card>
        {!narrow && (
          <Card size="small" title={detail?.title} style={{ width: 400, flex: 'none' }}>
            {detail?.content ?? (
              <Nothing words={t(may('organisation.manage') ? 'none.chosen' : 'none.chosen.read')} />
            )}
          </Card>
        )}
      </Flex>
      {narrow && detail !== undefined && (
        <Drawer title={detail.title} open onClose={() => choose(undefined)} size={480} styles={fullWidth}>
          {detail.content}
        </Drawer>
      )}
      {form !== undefined && (
        <Forms form={form} organisation={organisation} close={() => setForm(undefined)} />
      )}
    </Flex>
  )
}

const fullWidth = { wrapper: { maxWidth: '100vw' } }

/** What is shown of the unit or project that the address names. */
function useDetail(
  organisation: Organisation,
  day: string,
  { unitId, projectId, open }: { unitId?: string; projectId?: string; open: (form: OpenForm) => void },
) {
  const projectName = useProjectNames()
  const unit = organisation.units.find(({ id }) => id === unitId)
  const project = organisation.projects.find((one) => one.projectId === projectId)
  if (unit !== undefined)
    return { title: unit.name, content: <UnitDetail {...{ unit, organisation, day, open }} /> }
  if (project === undefined) return undefined
  const name = projectName(project.projectId)
  return {
    title: name,
    content: <ProjectDetail {...{ project, name, organisation, day, open }} />,
  }
}

function Units({
  organisation,
  day,
  withClosed,
  chosen,
  choose,
}: {
  organisation: Organisation
  day: string
  withClosed: boolean
  chosen: string | undefined
  choose: (node: Node) => void
}) {
  const t = useTexts(texts)
  const projectName = useProjectNames()
  const nodes = nodesOf(organisation, day, projectName, withClosed)
  // What is folded is kept, not what is open: something moves into a branch that had nothing, and is to be seen.
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [active, setActive] = useState<string>()
  const severalEntities = organisation.entities.length > 1
  return (
    // Left and right fold and unfold; Enter opens what it stands on, as the space bar and a click do.
    <div
      role="presentation"
      onKeyDownCapture={(event) => {
        const node = event.key === 'Enter' ? nodeIn(nodes, active) : undefined
        if (node === undefined) return
        event.preventDefault()
        event.stopPropagation()
        choose(node)
      }}
    >
      <Tree<Branch>
        aria-label={t('tree')}
        treeData={nodes.map((node) => branchOf(node, { day, severalEntities }))}
        expandedKeys={keysOf(nodes).filter((key) => !folded.has(key))}
        onExpand={(_, { node: { key }, expanded }) =>
          setFolded(new Set(expanded ? [...folded].filter((one) => one !== key) : [...folded, key]))
        }
        blockNode
        showLine
        selectedKeys={chosen === undefined ? [] : [chosen]}
        onActiveChange={(key) => setActive(key === null ? undefined : String(key))}
        onSelect={(_, { node }) => choose(node.node)}
      />
    </div>
  )
}

function nodeIn(nodes: readonly Node[], key: string | undefined): Node | undefined {
  return nodes.flatMap(withAll).find((node) => node.key === key)
}

const withAll = (node: Node): Node[] => [node, ...node.children.flatMap(withAll)]

/** A node as it is drawn. */
interface Branch {
  key: string
  title: ReactNode
  node: Node
  children: Branch[]
}
interface Drawn {
  day: string
  /** Whether each project says whose it is. */
  severalEntities: boolean
}

function keysOf(nodes: readonly Node[]): string[] {
  return nodes.flatMap(({ key, children }) => [key, ...keysOf(children)])
}

function branchOf(node: Node, drawn: Drawn): Branch {
  const children = node.children.map((child) => branchOf(child, drawn))
  return { key: node.key, title: <Title node={node} {...drawn} />, node, children }
}

function Title({ node, day, severalEntities }: { node: Node } & Drawn) {
  const t = useTexts(texts)
  const { unit, project } = node
  if (project !== undefined)
    return (
      <Flex gap={8} wrap align="center">
        <span>{project.name}</span>
        {severalEntities && <Typography.Text type="secondary">{project.entity}</Typography.Text>}
      </Flex>
    )
  if (unit === undefined) return null
  const isClosed = unit.closedOn !== null && unit.closedOn <= day
  return (
    <Flex gap={8} wrap align="center">
      <Typography.Text strong delete={isClosed}>
        {unit.name}
      </Typography.Text>
      <Tag>{t(`kind.${unit.kind}`)}</Tag>
      {isClosed && <Tag>{t('closedOn.since', { day: unit.closedOn ?? '' })}</Tag>}
      {(unit.openedOn ?? '') > day && (
        <Tag color="warning">{t('opens.on', { day: unit.openedOn ?? '' })}</Tag>
      )}
    </Flex>
  )
}
