import { frame } from '../app/texts.ts'
import { color } from '@heju/look'
import { Card, Typography } from 'antd'
import { useEffect, type ReactNode } from 'react'
import { useTexts } from '../app/language.tsx'

/** The frame of pages for who is not signed in yet. */
export function Doorstep({ title, children }: { title: string; children: ReactNode }) {
  const f = useTexts(frame)
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <main style={{ minHeight: '100vh', display: 'grid', placeItems: 'center', padding: 16 }}>
      <Card style={{ width: '100%', maxWidth: 400 }}>
        <div style={{ color: color.brand, fontSize: 22, fontWeight: 600 }}>{f('product')}</div>
        <Typography.Title level={1} style={{ fontSize: 20, margin: '12px 0 4px' }}>
          {title}
        </Typography.Title>
        {children}
      </Card>
    </main>
  )
}
