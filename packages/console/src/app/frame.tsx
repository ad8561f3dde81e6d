import { MenuOutlined } from '@ant-design/icons'
import { frame } from './texts.ts'
import { color } from '@heju/look'
import { Alert, Button, Drawer, Flex, Grid, Layout, Menu, Typography } from 'antd'
import { useState } from 'react'
import { Outlet, useLocation } from 'react-router'
import { AnswerCall } from '../pages/desk/complaints/answer-call.tsx'
import { AccountMenu } from './account-menu.tsx'
import { useTexts } from './language.tsx'
import { useFirstField } from './first-field.ts'
import { useKeptFocus } from './keep-focus.ts'
import { Leaving } from './leaving.ts'
import { currentEntry, menuItems } from './navigation.tsx'
import { SignInAgain } from './sign-in-again.tsx'
import { SignedIn, useMay, useSession } from './session.tsx'

/** What surrounds every page: where one is, where one can go, who one is. */
export function Frame() {
  useKeptFocus()
  useFirstField()
  return (
    <SignedIn>
      <Surroundings />
      <SignInAgain />
      <Leaving />
      <Calls />
    </SignedIn>
  )
}

/** Whoever takes complaints can do so from every page. */
function Calls() {
  const may = useMay()
  return may('complaints.receive') && <AnswerCall />
}

function Surroundings() {
  const t = useTexts(frame)
  const { company } = useSession()
  const wide = Grid.useBreakpoint().lg ?? true
  const [open, setOpen] = useState(false)
  return (
    <Layout style={{ minHeight: '100vh' }}>
      <a href="#main" className="skip-link">
        {t('main.skip')}
      </a>
      {wide && (
        <Layout.Sider width={216} theme="light" className="no-print side">
          <Brand name={company.name} />
          <SideMenu />
        </Layout.Sider>
      )}
      <Layout>
        <Layout.Header className="no-print head">
          <Flex align="center" gap={12}>
            {!wide && (
              <Button
                type="text"
                icon={<MenuOutlined />}
                aria-label={t('menu.open')}
                onClick={() => setOpen(true)}
              />
            )}
            {!wide && <Typography.Text strong>{company.name}</Typography.Text>}
          </Flex>
          <AccountMenu />
        </Layout.Header>
        <Layout.Content id="main" role="main" style={{ padding: wide ? '24px 32px 48px' : 16 }}>
          {company.state === 'suspended' && (
            <Alert
              type="warning"
              showIcon
              title={t('suspended', { reason: company.stateReason ?? '' })}
              style={{ marginBottom: 16 }}
            />
          )}
          <Outlet />
        </Layout.Content>
      </Layout>
      <Drawer
        open={open && !wide}
        placement="left"
        size={264}
        title={company.name}
        onClose={() => setOpen(false)}
        styles={{ body: { padding: 0 } }}
      >
        <SideMenu onChoose={() => setOpen(false)} />
      </Drawer>
    </Layout>
  )
}

function Brand({ name }: { name: string }) {
  const t = useTexts(frame)
  return (
    <div style={{ padding: '18px 24px 12px' }}>
      <div style={{ color: color.brand, fontSize: 18, fontWeight: 600 }}>{t('product')}</div>
      <Typography.Text type="secondary" ellipsis>
        {name}
      </Typography.Text>
    </div>
  )
}

function SideMenu({ onChoose }: { onChoose?: () => void }) {
  const t = useTexts(frame)
  const may = useMay()
  const { pathname } = useLocation()
  const current = currentEntry(pathname)
  const items = menuItems(t, may)
  return (
    <nav>
      <Menu
        mode="inline"
        items={items}
        selectedKeys={current === undefined ? [] : [current]}
        defaultOpenKeys={items.map((item) => String(item?.key))}
        style={{ borderInlineEnd: 'none' }}
        {...(onChoose === undefined ? {} : { onClick: onChoose })}
      />
    </nav>
  )
}
