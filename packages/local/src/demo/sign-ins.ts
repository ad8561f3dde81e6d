import type { Role } from '@heju/core/permissions'

/** Everybody's password in the demo company, and the operator's. */
export const demoPassword = 'heju-demo-2026'
export const demoSlug = 'demo'

/** The people of the demo company; each signs in to the console with phone and password. */
export const demoStaff = [
  { key: 'administrator', name: '林岚', phone: '13800000001', role: 'company_admin' },
  { key: 'headOffice', name: '周启明', phone: '13800000002', role: 'head_office' },
  { key: 'manager', name: '沈若兰', phone: '13800000003', role: 'project_manager' },
  { key: 'desk', name: '唐小满', phone: '13800000004', role: 'front_desk' },
  { key: 'cashier', name: '许文', phone: '13800000005', role: 'cashier' },
] as const satisfies { key: string; name: string; phone: string; role: Role }[]
export type StaffKey = (typeof demoStaff)[number]['key']

/** Who works for a region: invited once the company has one. */
export const demoRegional = { name: '陆远航', phone: '13800000007' } as const

/** Phone of the owner of the first room; the rooms that follow have the numbers that follow. */
export const demoOwnerPhone = '13900000001'
/** Who operates an installation on this machine; it listens to nobody else. */
export const operator = { email: 'operator@heju.local', password: demoPassword }

const titles: Record<StaffKey, { en: string; zh: string }> = {
  administrator: { en: 'Company administrator', zh: '公司管理员' },
  headOffice: { en: 'Head office', zh: '总部' },
  manager: { en: 'Project manager', zh: '项目经理' },
  desk: { en: 'Front desk', zh: '前台客服' },
  cashier: { en: 'Cashier', zh: '收费员' },
}

export interface SignIn {
  who: { en: string; zh: string }
  /** Phone or e-mail. */
  with: string
  /** Path on the company's host, or on the base host for the operator. */
  path: string
  /** By a code that is read on the local phone page, and not by the password. */
  byCode: boolean
}

/** Who can sign in to a local installation with the demo company, as the start prints it and the README shows it. */
export const signIns: readonly SignIn[] = [
  ...demoStaff.map(({ key, phone }) => ({
    who: titles[key],
    with: phone,
    path: '/console',
    byCode: false,
  })),
  {
    who: { en: 'Regional manager', zh: '区域经理' },
    with: demoRegional.phone,
    path: '/console',
    byCode: false,
  },
  { who: { en: 'Owner', zh: '业主' }, with: demoOwnerPhone, path: '/portal', byCode: true },
  {
    who: { en: 'Operator of the platform', zh: '平台运维' },
    with: operator.email,
    path: '/operator',
    byCode: false,
  },
]
