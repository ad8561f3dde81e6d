import { registryTexts } from '@heju/core/estate/registry/texts'
import { Typography } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import type { Occupant } from './api.ts'

/** An owner in a list of rooms: the name, the masked phone, and the role where it is not simply the owner. */
export function OwnerLine({ owner: { name, phone, role } }: { owner: Occupant }) {
  const r = useTexts(registryTexts)
  return (
    <div>
      {name}{' '}
      <Typography.Text type="secondary">
        {[phone, role === 'owner' ? null : r(`role.${role}`)].filter((part) => part !== null).join(' · ')}
      </Typography.Text>
    </div>
  )
}
