import { lacking } from '@heju/core/permissions'
import { Button, Flex, Typography } from 'antd'
import { Link } from 'react-router'
import { useLackWords } from './lack-words.ts'
import { roles as texts } from './role-texts.ts'
import { frame } from '../../../app/texts.ts'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { useAskFirst } from '../../../parts/ask-first.ts'
import { useCommand } from '../../../parts/form.ts'
import { roleKeys, useRoleName, type CompanyRole } from '../../../parts/roles.ts'
import { RowsTable } from '../../../parts/rows-table.tsx'
import { Nothing } from '../../../parts/states.tsx'

/** The roles of the company's own, with who holds them and what can be done about them. */
export function OwnRoles({
  roles,
  create,
  change,
}: {
  roles: CompanyRole[]
  create: () => void
  change: (role: CompanyRole) => void
}) {
  const t = useTexts(texts)
  const may = useMay()
  const roleName = useRoleName()
  const manages = may('staff.manage')
  const begin = manages && (
    <Button type="primary" onClick={create}>
      {t('create')}
    </Button>
  )
  return (
    <RowsTable<CompanyRole>
      label={t('own')}
      size="middle"
      rowKey="id"
      dataSource={roles}
      locale={{ emptyText: <Nothing words={t('own.empty')}>{begin}</Nothing> }}
      columns={[
        {
          title: t('own'),
          render: (_, { name, about }) => (
            <Flex vertical>
              {name}
              <Typography.Text type="secondary">{about}</Typography.Text>
            </Flex>
          ),
        },
        {
          title: t('template'),
          render: (_, { template }) => (template === null ? '—' : roleName(template)),
        },
        {
          title: t('count'),
          align: 'right',
          render: (_, { permissions }) => <Carried permissions={permissions} />,
        },
        {
          title: t('holders'),
          align: 'right',
          onPhone: 'end',
          render: (_, { id, holders }) =>
            holders === 0 ? (
              t('holders.none')
            ) : (
              <Link to={`/console/settings/staff?role=${id}`}>{t('holders.of', { count: holders })}</Link>
            ),
        },
        ...(manages
          ? [
              {
                title: '',
                onPhone: 'end' as const,
                render: (_: unknown, role: CompanyRole) => <Actions role={role} change={change} />,
              },
            ]
          : []),
      ]}
    />
  )
}

/** How much a role may do; one that was made before lacks were asked about says what it lacks. */
function Carried({ permissions }: Pick<CompanyRole, 'permissions'>) {
  const t = useTexts(texts)
  const words = useLackWords()
  return (
    <Flex vertical>
      {t('count.of', { count: permissions.length })}
      {lacking(permissions).map((lack) => (
        <Typography.Text key={`${lack.permission} ${lack.needs.join()}`} type="warning">
          {words(lack)}
        </Typography.Text>
      ))}
    </Flex>
  )
}

function Actions({ role, change }: { role: CompanyRole; change: (role: CompanyRole) => void }) {
  const t = useTexts(texts)
  const f = useTexts(frame)
  const askFirst = useAskFirst()
  const name = role.name ?? ''
  const retire = useCommand({
    command: api.staff.roles[':roleId'].retirement.$post,
    asks: (roleId: string) => ({ param: { roleId } }),
    refreshes: roleKeys,
    done: t('retire.done', { name }),
  })
  const ask = () =>
    askFirst({
      title: t('retire.title', { name }),
      content: t('retire.about'),
      okText: t('retire'),
      cancelText: f('cancel'),
      onOk: () => retire.mutateAsync(role.id),
    })
  return (
    <Flex gap={8}>
      <Button size="small" aria-label={`${t('change')} ${name}`} onClick={() => change(role)}>
        {t('change')}
      </Button>
      <Button
        size="small"
        aria-label={`${t('retire')} ${name}`}
        disabled={role.holders > 0}
        title={role.holders > 0 ? t('retire.held') : undefined}
        onClick={ask}
      >
        {t('retire')}
      </Button>
    </Flex>
  )
}
