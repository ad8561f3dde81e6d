import { antdTheme } from '@heju/look'
import type { Locale } from '@heju/i18n'
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import en from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import zhHant from 'antd/locale/zh_TW'
import type { ReactNode } from 'react'
import { ApiError } from './api.ts'
import { forgetGone } from './gone.ts'
import { LanguageProvider, useLanguage } from './language.tsx'

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
  return (
    <ConfigProvider
      locale={antdLocales[locale]}
      theme={antdTheme({ language: locale })}
      button={{ autoInsertSpace: false }}
      // The first wrong field of a long form may be out of sight: its button would seem to do nothing.
      form={{ scrollToFirstError: { focus: true } }}
    >
      <App>{children}</App>
    </ConfigProvider>
  )
}
