import type { Texts } from '@heju/i18n'

/** What can be wrong with one field; the code is `field.<rule>` unless a capability gives its own. */
export const fields = {
  'field.id': { 'zh-CN': '编号格式不正确。', 'zh-Hant': '編號格式不正確。', en: 'This is not a valid id.' },
  'field.characters': {
    'zh-CN': '这一项里有无法显示的字符，请删去后重新输入。',
    'zh-Hant': '這一項裡有無法顯示的字元，請刪去後重新輸入。',
    en: 'This holds characters that cannot be shown: please delete them and type it again.',
  },
  'field.object': {
    'zh-CN': '这里应为一个 JSON 对象，请按接口说明填写。',
    'zh-Hant': '這裡應為一個 JSON 物件，請按介面說明填寫。',
    en: 'This must be a JSON object: please fill it in as the description of the API says.',
  },
  'field.missing': {
    'zh-CN': '缺少这一项，请填写。',
    'zh-Hant': '缺少這一項，請填寫。',
    en: 'This is missing: please fill it in.',
  },
  'field.too_deep': {
    'zh-CN': '这一项嵌套的层数过多，请按接口说明填写。',
    'zh-Hant': '這一項巢狀的層數過多，請按介面說明填寫。',
    en: 'This holds too many levels within one another: please fill it in as the description of the API says.',
  },
  'field.request_id': {
    'zh-CN': '请求编号应为 8–64 个字母、数字或连字符。',
    'zh-Hant': '請求編號應為 8–64 個字母、數字或連字號。',
    en: 'A request id has 8–64 letters, digits or hyphens.',
  },
  'field.cursor': {
    'zh-CN': '翻页位置已失效，请从第一页重新查看。',
    'zh-Hant': '翻頁位置已失效，請從第一頁重新查看。',
    en: 'This place in the list is no longer known. Please begin at the first page.',
  },
  'field.min_length': {
    'zh-CN': '请填写此项，至少 {requirement} 个字。',
    'zh-Hant': '請填寫此項，至少 {requirement} 個字。',
    en: 'Please fill this in, at least {requirement} characters.',
  },
  'field.max_length': {
    'zh-CN': '太长了，最多 {requirement} 个字。',
    'zh-Hant': '太長了，最多 {requirement} 個字。',
    en: 'Too long: at most {requirement} characters.',
  },
  'field.max_entries': {
    'zh-CN': '太多了，一次最多 {requirement} 项。',
    'zh-Hant': '太多了，一次最多 {requirement} 項。',
    en: 'Too many: at most {requirement} at a time.',
  },
  'field.min_entries': {
    'zh-CN': '请至少选 {requirement} 项。',
    'zh-Hant': '請至少選 {requirement} 項。',
    en: 'Please choose at least {requirement}.',
  },
  'field.min_value': {
    'zh-CN': '不能小于 {requirement}。',
    'zh-Hant': '不能小於 {requirement}。',
    en: 'Must not be less than {requirement}.',
  },
  'field.max_value': {
    'zh-CN': '不能大于 {requirement}。',
    'zh-Hant': '不能大於 {requirement}。',
    en: 'Must not be more than {requirement}.',
  },
  'field.instant': {
    'zh-CN': '请填写 2000 年到 2099 年之间的时间。',
    'zh-Hant': '請填寫 2000 年到 2099 年之間的時間。',
    en: 'Please enter a time between the years 2000 and 2099.',
  },
  'field.day_ahead': {
    'zh-CN': '日期不能晚于今天。请核对后填写已发生的日期。',
    'zh-Hant': '日期不能晚於今天。請核對後填寫已發生的日期。',
    en: 'This day is still to come. Please enter the day on which it happened.',
  },
  'field.integer': { 'zh-CN': '请填写整数。', 'zh-Hant': '請填寫整數。', en: 'Please enter a whole number.' },
  'field.picklist': {
    'zh-CN': '请从列出的选项中选择。',
    'zh-Hant': '請從列出的選項中選擇。',
    en: 'Please choose one of the listed options.',
  },
  'field.regex': { 'zh-CN': '格式不正确。', 'zh-Hant': '格式不正確。', en: 'The format is not right.' },
  'field.unknown': { 'zh-CN': '请检查这一项。', 'zh-Hant': '請檢查這一項。', en: 'Please check this field.' },
} as const satisfies Texts
