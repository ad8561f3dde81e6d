/** What there is to say of a permission, beside the name under which its capability has it. */
export interface PermissionRule<R extends string = string, P extends string = string> {
  /** Whether it lets change something, or cause something outside; otherwise it shows, or lets take along what is shown. */
  effect: 'reads' | 'changes'
  /**
   * What concerns the company as a whole takes an assignment to all projects. Otherwise an administrator of one project
   * could appoint themselves to the others.
   */
  companyWide?: true
  /**
   * What it takes besides to do anything with it: what is acted on must be seen. Of several names in a list one is enough, and
   * the first is what is taken where nothing else is said.
   */
  needs?: readonly (P | readonly P[])[]
  /** The roles that hold it. */
  roles: readonly R[]
}

/** Something that is held in all projects, present and future, or in those listed. */
export interface Holding {
  projects: 'all' | readonly string[]
}

/** Holdings as far as they reach into some projects: what takes two permissions is done where both are held. */
export function within<H extends Holding>(
  holdings: readonly H[],
  projects: 'all' | readonly string[],
): readonly H[] {
  if (projects === 'all') return holdings
  return holdings.map((holding) => ({
    ...holding,
    projects: holding.projects === 'all' ? projects : holding.projects.filter((id) => projects.includes(id)),
  }))
}

/** What may be asked of what somebody holds. */
export interface Access<P extends string, H extends Holding> {
  /**
   * The projects in which someone holds a permission; `[]` when they hold it nowhere. A permission that concerns the
   * whole company is held everywhere or nowhere.
   */
  projectsWhere(holdings: readonly H[], permission: P): 'all' | string[]
  /**
   * Whether someone holds a permission in a project. Without a project it says whether they hold it in any: enough to
   * show a menu entry, or for a verb that then narrows its rows by `projectsWhere`; never enough to act on one project.
   */
  may(holdings: readonly H[], permission: P, projectId?: string): boolean
  /** Everything that someone may do in at least one project, in the order of the table. */
  permissionsOf(holdings: readonly H[]): P[]
}

/** @param rules all permissions, which of them concern the whole company, and what each holding carries */
export function accessBy<P extends string, H extends Holding>(rules: {
  permissions: readonly P[]
  isCompanyWide: (permission: P) => boolean
  grants: (holding: H, permission: P) => boolean
}): Access<P, H> {
  const projectsWhere = (holdings: readonly H[], permission: P) => {
    const listed = new Set<string>()
    for (const holding of holdings) {
      if (!rules.grants(holding, permission)) continue
      if (holding.projects === 'all') return 'all'
      if (!rules.isCompanyWide(permission)) for (const id of holding.projects) listed.add(id)
    }
    return [...listed]
  }
  const may = (holdings: readonly H[], permission: P, projectId?: string) => {
    const projects = projectsWhere(holdings, permission)
    if (projects === 'all') return true
    return projectId === undefined ? projects.length > 0 : projects.includes(projectId)
  }
  const permissionsOf = (holdings: readonly H[]) =>
    rules.permissions.filter((permission) => may(holdings, permission))
  return { projectsWhere, may, permissionsOf }
}
