import type { Text, Texts } from '@heju/i18n'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

/** Who has not answered the open survey, and noting down what they say; the questions are those of the portal. */
export const unanswered = {
  title: text('未答住户', '未答住戶', 'Households without an answer'),
  about: text(
    '还没有回答本期调查的住户。打电话、上门或在前台问到后，把回答记下来。',
    '還沒有回答本期調查的住戶。打電話、上門或在前台問到後，把回答記下來。',
    'Households that have not answered the open survey. When you reach one by phone, on a visit or at the desk, note down what it says.',
  ),
  link: text('未答住户（{count}）', '未答住戶（{count}）', 'Without an answer ({count})'),
  notAllowed: text(
    '未答住户名单和代填由项目经理和前台办理，您的岗位没有这项权限。',
    '未答住戶名單和代填由項目經理和前台辦理，您的崗位沒有這項權限。',
    'Project managers and the front desk see who has not answered and note answers down. Your role does not include this.',
  ),
  progress: text(
    '{month}调查：{households} 户中 {answers} 户已回答，{open} 户未答。',
    '{month}調查：{households} 戶中 {answers} 戶已回答，{open} 戶未答。',
    'Survey about {month}: {answers} of {households} households have answered, {open} have not.',
  ),
  until: text('截止：', '截止：', 'Closes: '),
  none: text(
    '这个项目还没有本期调查，所以没有要问的住户。调查在次月月初自动发出。',
    '這個項目還沒有本期調查，所以沒有要問的住戶。調查在次月月初自動發出。',
    'There is no survey of this project at present, so there is nobody to ask. Surveys open at the start of each month.',
  ),
  closed: text(
    '本期调查已经截止，不再接受回答。下一期在下月月初自动发出。',
    '本期調查已經截止，不再接受回答。下一期在下月月初自動發出。',
    'This survey has closed and takes no more answers. The next one opens early next month.',
  ),
  allAnswered: text('所有住户都已回答。', '所有住戶都已回答。', 'Every household has answered.'),
  nobodyFound: text(
    '没有符合条件的未答住户。可能已经回答，也可能不在本期调查的住户之内。',
    '沒有符合條件的未答住戶。可能已經回答，也可能不在本期調查的住戶之內。',
    'No such household without an answer. It may have answered, or not be among those asked.',
  ),
  find: text('房号，如 3-1501', '房號，如 3-1501', 'Room, e.g. 3-1501'),
  room: text('房屋', '房屋', 'Room'),
  person: text('姓名', '姓名', 'Name'),
  phone: text('电话', '電話', 'Phone'),
  noPhone: text('未登记', '未登記', 'Not on record'),
  asked: text('通知情况', '通知情況', 'How they were told'),
  'asked.any': text('全部通知情况', '全部通知情況', 'Told or not'),
  'asked.reminded': text('已提醒', '已提醒', 'Reminded'),
  'asked.invited': text('已通知一次', '已通知一次', 'Told once'),
  'asked.not_asked': text('没有发过短信', '沒有發過簡訊', 'No message sent'),
  note: text('记下回答', '記下回答', 'Note down an answer'),
  noteFor: text('记下回答：{room}', '記下回答：{room}', 'Answer of {room}'),
  noted: text('已记下 {room} 的回答', '已記下 {room} 的回答', 'The answer of {room} is noted down'),
  keys: text(
    '在每一行直接按数字键 1–5，选好后自动到下一行；Shift+Tab 回上一行。写完留言按 Ctrl+Enter 保存。',
    '在每一行直接按數字鍵 1–5，選好後自動到下一行；Shift+Tab 回上一行。寫完留言按 Ctrl+Enter 儲存。',
    'Press 1 to 5 in each row and the next one follows; Shift+Tab goes back, and Ctrl+Enter behind the words saves.',
  ),
  ask: text(
    '请住户想一想{month}这一个月：每一项先问期望的水平，再问实际感受到的水平。请照原话问，不要提示答案。',
    '請住戶想一想{month}這一個月：每一項先問期望的水準，再問實際感受到的水準。請照原話問，不要提示答案。',
    'Ask the household to think of {month}: for each point what it expects, then what it found. Ask in these words and suggest no answer.',
  ),
  channel: text('怎么问到的', '怎麼問到的', 'How you reached them'),
  'channel.phone': text('电话', '電話', 'By phone'),
  'channel.visit': text('上门', '上門', 'On a visit'),
  'channel.desk': text('前台', '前台', 'At the desk'),
  scoreNeeded: text('请选 1–5', '請選 1–5', 'Choose 1 to 5'),
  ends: text('1 为{least}，5 为{most}。', '1 為{least}，5 為{most}。', '1 is {least}, 5 is {most}.'),
  'loyalty.none': text('不答', '不答', 'No answer'),
  'loyalty.zero': text('0 为不答。', '0 為不答。', ' 0 is no answer.'),
  'loyalty.keys': text('按 1–5，不答按 0', '按 1–5，不答按 0', '1 to 5, or 0 for no answer'),
  named: text(
    '住户同意小区工作人员看到这是谁家的回答',
    '住戶同意社區工作人員看到這是誰家的回答',
    'The household agrees that the project’s staff see whose answer it is',
  ),
  namedHint: text(
    '要问过住户才能勾选。不勾选也会计入结果，只是看不到是哪一户。',
    '要問過住戶才能勾選。不勾選也會計入結果，只是看不到是哪一戶。',
    'Tick it only after asking. Without it the answer counts all the same, and nobody sees whose it is.',
  ),
} as const satisfies Texts
