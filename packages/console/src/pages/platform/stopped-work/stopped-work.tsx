import { stoppedWork as texts } from './texts.ts'
import { Segmented, Tag, Typography, type TableProps } from 'antd'
import { Link } from 'react-router'
import { useTexts } from '../../../app/language.tsx'
import { useFilter } from '../../../parts/address.ts'
import { When } from '../../../parts/figures.tsx'
import { List } from '../../../parts/list.tsx'
import { Stacked, useNarrow } from '../../../parts/on-phone.tsx'
import { Page } from '../../../parts/page.tsx'
import { listStopped, type Stopped } from './api.ts'
import { Decisions } from './decisions.tsx'
import { pageOf, useWords } from './words.ts'

const colors = { stopped: 'error', retrying: 'warning', set_aside: 'default' } as const
const views = ['open', 'set_aside'] as const

/** What the system could not do by itself, for those who can see to it. */
export function Component() {
  const t = useTexts(texts)
  const [filter, setFilter] = useFilter(['view'])
  const view = views.find((one) => one === filter.view) ?? 'open'
  const setAside = view === 'set_aside' ? 'yes' : 'no'
  const narrow = useNarrow()
  const columns: NonNullable<TableProps<Stopped>['columns']> = [
    { title: t('what'), width: 250, render: (_, stopped) => <What stopped={stopped} /> },
    { title: t('since'), width: 150, render: (_, stopped) => <Since stopped={stopped} /> },
    { title: t('why'), width: 300, render: (_, stopped) => <Why stopped={stopped} /> },
    { title: t('holds'), width: 240, render: (_, stopped) => <Holds stopped={stopped} /> },
  ]
  // On a phone all of it stands under what it is about: beside it, it would be out of sight.
  const onOne: (typeof columns)[number] = {
    title: t('what'),
    render: (_, stopped) => <OnOne stopped={stopped} />,
  }
  return (
    <Page title={t('title')} about={t('about')}>
      <Segmented
        value={view}
        onChange={(next) => setFilter({ view: next })}
        options={views.map((value) => ({ value, label: t(`view.${value}`) }))}
        style={{ marginBottom: 16 }}
      />
      <List<Stopped>
        queryKey={['stopped-work', view]}
        load={(after) => listStopped({ setAside, ...(after && { after }) })}
        empty={t(view === 'open' ? 'empty' : 'empty.set_aside')}
        columns={narrow ? [onOne] : columns}
      />
    </Page>
  )
}

function OnOne({ stopped }: { stopped: Stopped }) {
  const t = useTexts(texts)
  return (
    <Stacked beside={90} gap={8}>
      <div>
        <What stopped={stopped} />
      </div>
      <div>
        {t('since')} <Since stopped={stopped} />
      </div>
      <div>
        <Why stopped={stopped} />
      </div>
      <div>
        <Typography.Text type="secondary">{t('holds')}</Typography.Text> <Holds stopped={stopped} />
      </div>
    </Stacked>
  )
}

function Since({ stopped: { since, attempts } }: { stopped: Stopped }) {
  const t = useTexts(texts)
  return (
    <>
      <When at={since} />
      <br />
      <Typography.Text type="secondary">{t('tried', { attempts })}</Typography.Text>
    </>
  )
}

function What({ stopped }: { stopped: Stopped }) {
  const { kind, subject } = useWords()(stopped)
  const page = pageOf(stopped)
  return (
    <>
      <strong>{kind}</strong>
      <br />
      {page === undefined ? subject : <Link to={page}>{subject}</Link>}
      <div style={{ marginTop: 8 }}>
        <Decisions stopped={stopped} />
      </div>
    </>
  )
}

function Why({ stopped }: { stopped: Stopped }) {
  const t = useTexts(texts)
  const { state, nextAt } = stopped
  return (
    <>
      <Tag color={colors[state]}>{t(`state.${state}`)}</Tag>
      <span style={{ overflowWrap: 'anywhere' }}>{useWords()(stopped).why}</span>
      {nextAt !== null && (
        <div>
          <Typography.Text type="secondary">
            {t('next')} <When at={nextAt} />
          </Typography.Text>
        </div>
      )}
    </>
  )
}

function Holds({ stopped }: { stopped: Stopped }) {
  return <>{useWords()(stopped).holds}</>
}
