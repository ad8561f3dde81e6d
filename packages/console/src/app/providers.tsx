import { antdTheme } from '@heju/look'
import type { Locale } from '@heju/i18n'
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import en from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import zhHant from 'antd/locale/zh_TW'
import { useState, type ReactNode } from 'react'
import { ApiError } from './api.ts'
import { forgetGone } from './gone.ts'
import { LanguageProvider, useLanguage } from './language.tsx'
import { useMotion } from './motion.ts'

const antdLocales: Record<Locale, typeof zhCN> = { 'zh-CN': zhCN, 'zh-Hant': zhHant, en }

const queries = new QueryClient({
  queryCache: new QueryCache({ onError: forgetGone }),
  defaultOptions: {
    // Without a network something is asked for all the same, and fails with words: put off until there is one, a click did
    // nothing and a form was being saved for ever.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      // Asked for always, it would not be asked for again when the network is back.
      refetchOnReconnect: true,
      staleTime: 15_000,
      // A refusal stays a refusal; only what did not arrive is asked for again.
      retry: (failures, error) =>
        failures < 2 && error instanceof ApiError && (error.status === 0 || error.status >= 502),
    },
  },
})

/** What every page lives in: language, look, messages, what was fetched. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <LanguageProvider>
      <QueryClientProvider client={queries}>
        <Themed>{children}</Themed>
      </QueryClientProvider>
    </LanguageProvider>
  )
}

function Themed({ children }: { children: ReactNode }) {
  const { locale } = useLanguage()
  const motion = useMotion()
  // antd builds all below it anew once its motion is no longer that of what it stands in, and forms would be empty: it never is.
  const [other] = useState(!motion)
  return (
    <ConfigProvider theme={{ token: { motion: other } }}>
      <ConfigProvider
        locale={antdLocales[locale]}
        theme={antdTheme({ language: locale, motion })}
        button={{ autoInsertSpace: false }}
        // What spreads from a button that is pressed is drawn beside all this, and does not know of it.
        wave={{ disabled: !motion }}
        // The first wrong field of a long form may be out of sight: its button would seem to do nothing.
        form={{ scrollToFirstError: { focus: true } }}
      >
        <App>{children}</App>
      </ConfigProvider>
    </ConfigProvider>
  )
}
