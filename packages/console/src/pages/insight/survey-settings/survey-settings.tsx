import { frame } from '../../../app/texts.ts'
import { surveySettings as texts } from './texts.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Card, Flex, Form, Switch, Typography } from 'antd'
import { api, call } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { useCommand } from '../../../parts/form.ts'
import { Page } from '../../../parts/page.tsx'
import { Failure, Loading } from '../../../parts/states.tsx'
import { RankingFields, TimeFields } from './fields.tsx'
import { useRevised } from '../../../parts/revised.tsx'
import { fieldsOf, settingsOf, type Fields } from './settings.ts'

const readSettings = () => call(api.satisfaction.settings.$get())
type Shown = Awaited<ReturnType<typeof readSettings>>

export function Component() {
  const t = useTexts(texts)
  const settings = useQuery({ queryKey: ['satisfaction', 'settings'], queryFn: readSettings })
  return (
    <Page title={t('title')} about={t('about')}>
      {settings.isPending ? (
        <Loading />
      ) : settings.isLoadingError ? (
        <Failure error={settings.error} retry={() => void settings.refetch()} />
      ) : (
        <SettingsForm settings={settings.data} />
      )}
    </Page>
  )
}

function SettingsForm({ settings }: { settings: Shown }) {
  const t = useTexts(texts)
  const f = useTexts(frame)
  const mayChange = useMay()('surveys.manage')
  const [form] = Form.useForm<Fields>()
  const wordsOf = useSettingsWords()
  const { revision, notice, takeOver } = useRevised({
    queryKey: ['satisfaction', 'settings'],
    opened: settings,
    form,
    fieldsOf,
    wordsOf,
  })
  const save = useCommand({
    command: api.satisfaction.settings.$put,
    asks: (fields: Fields) => ({ json: { ...settingsOf(fields), revision } }),
    refreshes: [['satisfaction']],
    form,
    done: f('saved'),
    onDone: takeOver,
  })
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      initialValues={fieldsOf(settings)}
      onFinish={(fields) => save.mutate(fields)}
      disabled={!mayChange}
      style={{ maxWidth: 640 }}
    >
      {!mayChange && <Alert type="info" showIcon title={t('readOnly')} style={{ marginBottom: 16 }} />}
      {notice}
      <Card title={t('when')} style={{ marginBottom: 16 }}>
        <TimeFields />
      </Card>
      <Card title={t('ranking')} style={{ marginBottom: 16 }}>
        <Typography.Paragraph type="secondary">{t('ranking.about')}</Typography.Paragraph>
        <RankingFields />
        <Form.Item
          name="showMarket"
          label={t('showMarket')}
          extra={t('showMarket.hint')}
          valuePropName="checked"
          style={{ marginBottom: 0 }}
        >
          <Switch />
        </Form.Item>
      </Card>
      <Preview />
      {mayChange && (
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {f('save')}
        </Button>
      )}
    </Form>
  )
}

/** What is set, to be read. */
function useSettingsWords(): (settings: Shown) => [label: string, words: string][] {
  const t = useTexts(texts)
  const f = useTexts(frame)
  const yesNo = (set: boolean) => f(set ? 'yes' : 'no')
  return (settings) => [
    [t('enabled'), yesNo(settings.enabled)],
    [t('openDay'), `${settings.openDay}`],
    [t('closeDay'), `${settings.closeDay}`],
    [t('sendMessages'), yesNo(settings.sendMessages)],
    [t('remindAfterDays'), `${settings.remindAfterDays ?? ''}`],
    [t('leastAnswers'), `${settings.leastAnswers}`],
    [t('leastRate'), `${settings.leastRateE4 / 100}%`],
    [t('showMarket'), yesNo(settings.showMarket)],
  ]
}

/** What the settings come to, in one sentence that changes as one types. */
function Preview() {
  const t = useTexts(texts)
  return (
    <Form.Item noStyle shouldUpdate>
      {({ getFieldsValue }) => {
        const { enabled, openDay, closeDay, remind, remindAfterDays, sendMessages } =
          getFieldsValue() as Fields
        // A reminder goes out with messages only, and never after the end.
        const on = openDay + (remindAfterDays ?? 0)
        const reminds = remind && sendMessages && remindAfterDays !== null && on <= closeDay
        const words = enabled
          ? t('preview.on', {
              open: openDay,
              close: closeDay,
              messages: sendMessages ? 'yes' : 'no',
              remind: reminds ? String(on) : 'none',
            })
          : t('preview.off')
        return (
          <Flex vertical style={{ marginBottom: 16 }} role="status">
            <Alert type="info" title={t('preview')} description={words} />
          </Flex>
        )
      }}
    </Form.Item>
  )
}
