import { NavLink } from 'react-router'

/** Pages on one thing beside each other, above what they show; the one that is open is marked. */
export function SiblingPages({
  label,
  pages,
}: {
  label: string
  pages: readonly { to: string; name: string }[]
}) {
  if (pages.length < 2) return null
  return (
    <nav aria-label={label} className="siblings no-print">
      {pages.map(({ to, name }) => (
        <NavLink key={to} to={to} end>
          {name}
        </NavLink>
      ))}
    </nav>
  )
}
