import { Flex, Typography } from 'antd'
import { useEffect, type ReactNode } from 'react'

/** The frame of one page: its title, what it is for, and what can be done on it. */
export function Page({
  title,
  about,
  actions,
  children,
}: {
  title: string
  about?: ReactNode
  actions?: ReactNode
  children: ReactNode
}) {
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <>
      <Flex justify="space-between" align="start" gap={16} wrap style={{ marginBottom: 20 }}>
        <div>
          <Typography.Title level={1} style={{ fontSize: 22, margin: 0 }}>
            {title}
          </Typography.Title>
          {about !== undefined && <Typography.Text type="secondary">{about}</Typography.Text>}
        </div>
        {actions !== undefined && (
          <Flex gap={8} wrap className="no-print">
            {actions}
          </Flex>
        )}
      </Flex>
      {children}
    </>
  )
}
