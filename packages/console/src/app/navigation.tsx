import {
  BankOutlined,
  BarChartOutlined,
  CalendarOutlined,
  CustomerServiceOutlined,
  PayCircleOutlined,
  SettingOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import { frame } from './texts.ts'
import type { Permission } from '@heju/core/permissions'
import { stoppedPermissions } from './stopped-permissions.ts'
import type { MenuProps } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

interface Entry {
  text: keyof typeof frame
  path: string
  /** Shown to who holds one of these; to everybody without. */
  needs?: readonly Permission[]
}
interface Area extends Entry {
  icon: ReactNode
  pages?: readonly Entry[]
}

/** The console's areas, in the order of a working day. */
const areas: readonly Area[] = [
  { text: 'nav.today', path: '/console/today', icon: <CalendarOutlined /> },
  {
    text: 'nav.desk',
    path: '/console/desk',
    icon: <CustomerServiceOutlined />,
    pages: [
      {
        text: 'nav.desk.complaints',
        path: '/console/desk/complaints',
        needs: ['complaints.read', 'complaints.own'],
      },
      { text: 'nav.desk.revisits', path: '/console/desk/revisits', needs: ['revisits.record'] },
      { text: 'nav.desk.messages', path: '/console/desk/messages', needs: ['messages.read'] },
      { text: 'nav.stopped', path: '/console/stopped', needs: stoppedPermissions },
    ],
  },
  {
    text: 'nav.fees',
    path: '/console/fees',
    icon: <PayCircleOutlined />,
    pages: [
      { text: 'nav.fees.desk', path: '/console/fees/desk', needs: ['payments.record'] },
      { text: 'nav.fees.bills', path: '/console/fees/bills', needs: ['bills.read'] },
      { text: 'nav.fees.arrears', path: '/console/fees/arrears', needs: ['bills.read'] },
      { text: 'nav.fees.runs', path: '/console/fees/runs', needs: ['bills.run', 'bills.publish'] },
      { text: 'nav.fees.payments', path: '/console/fees/payments', needs: ['payments.read'] },
      { text: 'nav.fees.day-sheet', path: '/console/fees/day-sheet', needs: ['payments.read'] },
      { text: 'nav.fees.exceptions', path: '/console/fees/exceptions', needs: ['payments.exceptions'] },
      { text: 'nav.fees.reminders', path: '/console/fees/reminders', needs: ['reminders.read'] },
      { text: 'nav.fees.tariffs', path: '/console/fees/tariffs', needs: ['tariffs.read'] },
      { text: 'nav.fees.items', path: '/console/fees/items', needs: ['tariffs.read'] },
    ],
  },
  { text: 'nav.people', path: '/console/people', icon: <TeamOutlined />, needs: ['registry.read'] },
  {
    text: 'nav.projects',
    path: '/console/projects',
    icon: <BankOutlined />,
    pages: [
      { text: 'nav.projects.list', path: '/console/projects', needs: ['projects.read'] },
      { text: 'nav.projects.rooms', path: '/console/rooms', needs: ['registry.read'] },
      { text: 'nav.projects.areas', path: '/console/areas', needs: ['registry.read'] },
      { text: 'nav.projects.places', path: '/console/places', needs: ['registry.read'] },
      { text: 'nav.projects.parking', path: '/console/parking', needs: ['registry.read'] },
      { text: 'nav.projects.import', path: '/console/import', needs: ['registry.import'] },
    ],
  },
  {
    text: 'nav.satisfaction',
    path: '/console/satisfaction',
    icon: <BarChartOutlined />,
    pages: [
      { text: 'nav.satisfaction.compare', path: '/console/satisfaction', needs: ['satisfaction.compare'] },
      {
        text: 'nav.satisfaction.complaints',
        path: '/console/satisfaction/complaints',
        needs: ['complaints.read'],
      },
      { text: 'nav.satisfaction.surveys', path: '/console/satisfaction/surveys', needs: ['surveys.read'] },
    ],
  },
  {
    text: 'nav.settings',
    path: '/console/settings',
    icon: <SettingOutlined />,
    pages: [
      { text: 'nav.settings.organisation', path: '/console/settings/organisation', needs: ['staff.read'] },
      { text: 'nav.settings.entities', path: '/console/settings/entities', needs: ['staff.read'] },
      { text: 'nav.settings.staff', path: '/console/settings/staff', needs: ['staff.read'] },
      { text: 'nav.settings.merchant', path: '/console/settings/merchant', needs: ['merchant.write'] },
      { text: 'nav.settings.surveys', path: '/console/settings/surveys', needs: ['surveys.manage'] },
      {
        text: 'nav.settings.complaint-categories',
        path: '/console/settings/categories',
        needs: ['company.settings'],
      },
      { text: 'nav.settings.calendar', path: '/console/settings/calendar', needs: ['company.settings'] },
      { text: 'nav.settings.audit', path: '/console/settings/audit', needs: ['audit.read'] },
    ],
  },
]

type MenuItem = NonNullable<MenuProps['items']>[number]

/** The menu of what someone may open. */
export function menuItems(
  t: (key: keyof typeof frame) => string,
  may: (permission: Permission) => boolean,
): MenuItem[] {
  const open = ({ needs }: Entry) => needs === undefined || needs.some(may)
  const link = ({ text, path }: Entry) => ({ key: path, label: <Link to={path}>{t(text)}</Link> })
  return areas.flatMap((area): MenuItem[] => {
    if (area.pages === undefined) return open(area) ? [{ ...link(area), icon: area.icon }] : []
    const children = area.pages.filter(open).map(link)
    return children.length === 0
      ? []
      : [{ key: `area ${area.path}`, icon: area.icon, label: t(area.text), children }]
  })
}

/** The entry that an address belongs to: the one with the longest path that begins it. */
export function currentEntry(pathname: string): string | undefined {
  const paths = areas.flatMap((area) => (area.pages ?? [area]).map(({ path }) => path))
  const fitting = paths.filter((path) => pathname === path || pathname.startsWith(`${path}/`))
  return fitting.toSorted((a, b) => b.length - a.length)[0]
}
