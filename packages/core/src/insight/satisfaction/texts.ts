import type { Texts } from '@heju/i18n'

/**
 * The monthly survey, methodology 1: what owners are asked, and what its figures are called. Another wording of a
 * question is another methodology: its texts get keys of their own and these stay.
 */
export const satisfactionTexts = {
  title: { 'zh-CN': '服务调查', 'zh-Hant': '服務調查', en: 'How do you find our service?' },
  intro: {
    'zh-CN': '请想一想{month}这一个月。每一项先选您期望的水平，再选您实际感受到的水平，大约一分钟。',
    'zh-Hant': '請想一想{month}這一個月。每一項先選您期望的水準，再選您實際感受到的水準，大約一分鐘。',
    en: 'Please think of {month}. For each point, choose what you expect and then what you found. It takes about a minute.',
  },
  expectedQuestion: { 'zh-CN': '您期望的水平', 'zh-Hant': '您期望的水準', en: 'What you expect' },
  perceivedQuestion: {
    'zh-CN': '您实际感受到的水平',
    'zh-Hant': '您實際感受到的水準',
    en: 'What you found',
  },
  'value.1': { 'zh-CN': '很低', 'zh-Hant': '很低', en: 'Very low' },
  'value.2': { 'zh-CN': '较低', 'zh-Hant': '較低', en: 'Low' },
  'value.3': { 'zh-CN': '一般', 'zh-Hant': '一般', en: 'Fair' },
  'value.4': { 'zh-CN': '较高', 'zh-Hant': '較高', en: 'High' },
  'value.5': { 'zh-CN': '很高', 'zh-Hant': '很高', en: 'Very high' },

  'measure.all': { 'zh-CN': '总体', 'zh-Hant': '總體', en: 'Overall' },
  'measure.cleanliness': { 'zh-CN': '清洁卫生', 'zh-Hant': '清潔衛生', en: 'Clean' },
  'measure.quiet': { 'zh-CN': '安静舒适', 'zh-Hant': '安靜舒適', en: 'Quiet and comfortable' },
  'measure.warmth': { 'zh-CN': '热情亲切', 'zh-Hant': '熱情親切', en: 'Warm and friendly' },
  'measure.attentiveness': { 'zh-CN': '主动周到', 'zh-Hant': '主動周到', en: 'Attentive' },
  'measure.flexibility': { 'zh-CN': '灵活机动', 'zh-Hant': '靈活機動', en: 'Flexible' },
  'measure.respect': { 'zh-CN': '尊重得体', 'zh-Hant': '尊重得體', en: 'Respectful' },
  'about.cleanliness': {
    'zh-CN': '楼道、电梯、地面和绿化是否干净整齐',
    'zh-Hant': '樓道、電梯、地面和綠化是否乾淨整齊',
    en: 'Stairs, lifts, grounds and greenery are clean and tidy',
  },
  'about.quiet': {
    'zh-CN': '住在这里是否安静、舒适、放心',
    'zh-Hant': '住在這裡是否安靜、舒適、放心',
    en: 'Living here is quiet, comfortable and safe',
  },
  'about.warmth': {
    'zh-CN': '工作人员待人是否热情、有耐心',
    'zh-Hant': '工作人員待人是否熱情、有耐心',
    en: 'Our people are friendly and patient',
  },
  'about.attentiveness': {
    'zh-CN': '有事是否主动告知，事情是否办得细致',
    'zh-Hant': '有事是否主動告知，事情是否辦得細緻',
    en: 'We tell you things without being asked, and take care over them',
  },
  'about.flexibility': {
    'zh-CN': '遇到特殊情况是否肯想办法、能变通',
    'zh-Hant': '遇到特殊情況是否肯想辦法、能變通',
    en: 'When something is out of the ordinary, we find a way',
  },
  'about.respect': {
    'zh-CN': '是否尊重您和家人，言行是否得体',
    'zh-Hant': '是否尊重您和家人，言行是否得體',
    en: 'You and your family are treated with respect',
  },
  loyaltyQuestion: {
    'zh-CN': '如果由您决定，会愿意继续由我们服务吗？（可不答）',
    'zh-Hant': '如果由您決定，會願意繼續由我們服務嗎？（可不答）',
    en: 'If it were up to you, would you keep us? (optional)',
  },
  'loyalty.1': { 'zh-CN': '不愿意', 'zh-Hant': '不願意', en: 'No' },
  'loyalty.2': { 'zh-CN': '不太愿意', 'zh-Hant': '不太願意', en: 'Rather not' },
  'loyalty.3': { 'zh-CN': '说不好', 'zh-Hant': '說不好', en: 'Not sure' },
  'loyalty.4': { 'zh-CN': '愿意', 'zh-Hant': '願意', en: 'Yes' },
  'loyalty.5': { 'zh-CN': '非常愿意', 'zh-Hant': '非常願意', en: 'Gladly' },
  comment: {
    'zh-CN': '还想对我们说的（可不填）',
    'zh-Hant': '還想對我們說的（可不填）',
    en: 'Anything else you would like to say (optional)',
  },
  named: {
    'zh-CN': '同意小区工作人员看到这是我家的回答，方便跟进',
    'zh-Hant': '同意社區工作人員看到這是我家的回答，方便跟進',
    en: 'The project’s staff may see that this answer is ours, so as to follow it up',
  },
  namedHint: {
    'zh-CN': '不勾选也会计入结果，工作人员只看到回答，看不到是哪一户。',
    'zh-Hant': '不勾選也會計入結果，工作人員只看到回答，看不到是哪一戶。',
    en: 'Without it your answer counts all the same; staff see the answer and not whose it is.',
  },
  thanks: {
    'zh-CN': '谢谢您！您的回答已收到。{until}前可以重新填写，以最后一次为准。',
    'zh-Hant': '謝謝您！您的回答已收到。{until}前可以重新填寫，以最後一次為準。',
    en: 'Thank you, we have your answer. You can answer again until {until}; the latest counts.',
  },
  answeredBefore: {
    'zh-CN': '这一户已经有人填写过。重新提交后，以最后一次为准。',
    'zh-Hant': '這一戶已經有人填寫過。重新提交後，以最後一次為準。',
    en: 'Somebody of this household has answered. If you answer again, the latest counts.',
  },

  comparison: { 'zh-CN': '满意度对比', 'zh-Hant': '滿意度對比', en: 'Satisfaction by project' },
  answersTitle: { 'zh-CN': '调查回答', 'zh-Hant': '調查回答', en: 'Survey answers' },
  place: { 'zh-CN': '名次', 'zh-Hant': '名次', en: 'Place' },
  placeRange: {
    'zh-CN': '可能的名次（把握 95%）',
    'zh-Hant': '可能的名次（把握 95%）',
    en: 'Possible places (95 % sure)',
  },
  placeOf: { 'zh-CN': '参加排名的项目数', 'zh-Hant': '參加排名的項目數', en: 'Projects ranked' },
  project: { 'zh-CN': '项目', 'zh-Hant': '項目', en: 'Project' },
  period: { 'zh-CN': '月份', 'zh-Hant': '月份', en: 'Month' },
  score: { 'zh-CN': '感受得分（百分制）', 'zh-Hant': '感受得分（百分制）', en: 'What was found, of 100' },
  change: { 'zh-CN': '比上月', 'zh-Hant': '比上月', en: 'Against last month' },
  changeLow: { 'zh-CN': '比上月下限（95%）', 'zh-Hant': '比上月下限（95%）', en: 'Change from (95 %)' },
  changeHigh: { 'zh-CN': '比上月上限（95%）', 'zh-Hant': '比上月上限（95%）', en: 'Change to (95 %)' },
  changeSignificant: {
    'zh-CN': '变化超出偶然（已按全部对比校正）',
    'zh-Hant': '變化超出偶然（已按全部對比校正）',
    en: 'More than chance (corrected for all comparisons)',
  },
  method: { 'zh-CN': '统计方法版本', 'zh-Hant': '統計方法版本', en: 'Method of calculation' },
  households: { 'zh-CN': '户数', 'zh-Hant': '戶數', en: 'Households' },
  answers: { 'zh-CN': '回答数', 'zh-Hant': '回答數', en: 'Answers' },
  answered: { 'zh-CN': '作答人数', 'zh-Hant': '作答人數', en: 'Persons who answered' },
  householdsOfMonth: { 'zh-CN': '当月户数', 'zh-Hant': '當月戶數', en: 'Households of the month' },
  byStaff: { 'zh-CN': '其中员工代填', 'zh-Hant': '其中員工代填', en: 'Noted down by staff' },
  complaints: { 'zh-CN': '投诉数', 'zh-Hant': '投訴數', en: 'Complaints' },
  measuredOn: { 'zh-CN': '收缴率截至', 'zh-Hant': '收繳率截至', en: 'Collection as of the end of' },
  collectionFixed: { 'zh-CN': '收缴率是否定数', 'zh-Hant': '收繳率是否定數', en: 'Collection rate fixed' },
  trend: { 'zh-CN': '逐月走势', 'zh-Hant': '逐月走勢', en: 'Trend' },
  questionnaire: { 'zh-CN': '问卷版本', 'zh-Hant': '問卷版本', en: 'Questionnaire' },
  note: { 'zh-CN': '说明', 'zh-Hant': '說明', en: 'Note' },
  yes: { 'zh-CN': '是', 'zh-Hant': '是', en: 'yes' },
  no: { 'zh-CN': '否', 'zh-Hant': '否', en: 'no' },
  provisional: {
    'zh-CN': '调查还在进行，数字会变',
    'zh-Hant': '調查還在進行，數字會變',
    en: 'The survey is still open; figures will change',
  },
  'unranked.no_round': {
    'zh-CN': '这个月没有调查',
    'zh-Hant': '這個月沒有調查',
    en: 'No survey in this month',
  },
  'unranked.too_few_answers': {
    'zh-CN': '回答太少，不参加排名',
    'zh-Hant': '回答太少，不參加排名',
    en: 'Too few answers to be ranked',
  },
  'unranked.low_response': {
    'zh-CN': '回收率太低，不参加排名',
    'zh-Hant': '回收率太低，不參加排名',
    en: 'Too low a response rate to be ranked',
  },
  'unranked.other_methodology': {
    'zh-CN': '调查方法不同，不参加排名',
    'zh-Hant': '調查方法不同，不參加排名',
    en: 'Asked in another way, so not ranked',
  },
  indexHelp: {
    'zh-CN':
      '指数＝实际感受之和÷期望之和×100，100 表示感受与期望相当。区间回答“这个月所有住户若都作答，大约会在多少之间”：以作答人为单位（一人名下多套只算一个意见），向下多算一位给最低分的住户，向上多算一位给最高分的住户；全部住户都作答时没有区间。区间只反映抽样的偶然，不反映没作答的人是否看法不同。',
    'zh-Hant':
      '指數＝實際感受之和÷期望之和×100，100 表示感受與期望相當。區間回答「這個月所有住戶若都作答，大約會在多少之間」：以作答人為單位（一人名下多戶只算一個意見），向下多算一位給最低分的住戶，向上多算一位給最高分的住戶；全部住戶都作答時沒有區間。區間只反映抽樣的偶然，不反映沒作答的人是否看法不同。',
    en: 'Index = what was found ÷ what was expected × 100; at 100 the two are level. The interval says where it would lie had every household answered this month: one person is one opinion, however many homes they own, and one more household is calculated with that gives the lowest marks, and one that gives the highest. Once every household answered there is no interval. It covers chance, not whether those who did not answer feel otherwise.',
  },
  rankHelp: {
    'zh-CN':
      '至少{answers}人作答（应答人数不足其两倍的小项目为一半），且回收率不低于{rate}，才参加排名。名次由两两比较得出（逐步 Tukey–Holm 检验，全部名次同时把握 95%）：差别超出偶然的才分先后，所以给出可能的名次范围，范围相同的并列。',
    'zh-Hant':
      '至少{answers}人作答（應答人數不足其兩倍的小項目為一半），且回收率不低於{rate}，才參加排名。名次由兩兩比較得出（逐步 Tukey–Holm 檢定，全部名次同時把握 95%）：差別超出偶然的才分先後，所以給出可能的名次範圍，範圍相同的並列。',
    en: 'To be ranked takes answers of {answers} persons (half of those asked where they are fewer than twice that) and a response rate of at least {rate}. Places come from comparing every two projects (step-down Tukey–Holm tests, 95 % sure of all places at once): only what is more than chance makes an order, so each project has the places that it may hold, and those with the same are tied.',
  },
  changeHelp: {
    'zh-CN':
      '本月全公司共比较{compared}项变化，{found}项超出偶然（其中误报预计不超过{falseAtMost}项）；若不校正，单凭偶然就会冒出约{uncorrected}项。校正方法：Benjamini–Hochberg，错误发现率 5%。括号里的区间只针对单独一项。',
    'zh-Hant':
      '本月全公司共比較{compared}項變化，{found}項超出偶然（其中誤報預計不超過{falseAtMost}項）；若不校正，單憑偶然就會冒出約{uncorrected}項。校正方法：Benjamini–Hochberg，錯誤發現率 5%。括號裡的區間只針對單獨一項。',
    en: 'In this month {compared} changes were compared in the whole company, of which {found} are more than chance (at most {falseAtMost} of them expected to be false); without correction chance alone would throw up about {uncorrected}. Corrected by Benjamini and Hochberg at a false-discovery rate of 5 %. The range beside a change is for that figure alone.',
  },
  methodHelp: {
    'zh-CN':
      '统计方法第{method}版。此前截止的月份已按同一方法重新计算，更正记入操作记录，当时报告的区间仍可在“调查回答”中查到。',
    'zh-Hant':
      '統計方法第{method}版。此前截止的月份已按同一方法重新計算，更正記入操作記錄，當時報告的區間仍可在「調查回答」中查到。',
    en: 'Method of calculation: version {method}. Months that closed before it were calculated again in the same way; the audit log tells of the correction, and what was reported at the time stands on the page of survey answers.',
  },
  correctedText: {
    'zh-CN': '截止时按第{method}版方法报告的区间是 {low}–{high}；该方法低估了不确定性，已按现行方法更正。',
    'zh-Hant': '截止時按第{method}版方法報告的區間是 {low}–{high}；該方法低估了不確定性，已按現行方法更正。',
    en: 'When the survey closed, version {method} of the method reported an interval of {low}–{high}. It was too sure and has been corrected.',
  },
  modelTitle: {
    'zh-CN': '教科书模型：没有说出口的不满',
    'zh-Hant': '教科書模型：沒有說出口的不滿',
    en: 'The textbook’s model: discontent that is not voiced',
  },
  modelText: {
    'zh-CN':
      '按客户服务教科书的一般模型，每 4 个投诉背后约有 100 人不满。{complaints}个投诉对应约{discontent}人不满，其中{silent}人没有说。这是一般模型，不是对本项目的统计。',
    'zh-Hant':
      '按客戶服務教科書的一般模型，每 4 個投訴背後約有 100 人不滿。{complaints}個投訴對應約{discontent}人不滿，其中{silent}人沒有說。這是一般模型，不是對本項目的統計。',
    en: 'By the textbook’s general model, behind 4 complaints there are about 100 people who are not content. {complaints} complaints stand for about {discontent}, of whom {silent} say nothing. It is a general model, not a count of this project.',
  },
  'market.national': {
    'zh-CN': '全国平均（{source}，{year}）',
    'zh-Hant': '全國平均（{source}，{year}）',
    en: 'National average ({source}, {year})',
  },
  'market.benchmark': {
    'zh-CN': '标杆企业（{source}，{year}）',
    'zh-Hant': '標竿企業（{source}，{year}）',
    en: 'Benchmark companies ({source}, {year})',
  },
  marketHelp: {
    'zh-CN': '市场数字是满意度得分（百分制），请与“感受得分”比，不要与指数比。',
    'zh-Hant': '市場數字是滿意度得分（百分制），請與「感受得分」比，不要與指數比。',
    en: 'Figures of the market are scores out of 100: set them against what was found, not against the index.',
  },

  answeredOn: { 'zh-CN': '日期', 'zh-Hant': '日期', en: 'Day' },
  channel: { 'zh-CN': '方式', 'zh-Hant': '方式', en: 'Channel' },
  'channel.portal': { 'zh-CN': '业主自己填写', 'zh-Hant': '業主自己填寫', en: 'Portal' },
  'channel.phone': { 'zh-CN': '电话代填', 'zh-Hant': '電話代填', en: 'Noted on the phone' },
  'channel.visit': { 'zh-CN': '上门代填', 'zh-Hant': '上門代填', en: 'Noted on a visit' },
  'channel.desk': { 'zh-CN': '前台代填', 'zh-Hant': '前台代填', en: 'Noted at the desk' },
  expected: { 'zh-CN': '期望', 'zh-Hant': '期望', en: 'expected' },
  perceived: { 'zh-CN': '感受', 'zh-Hant': '感受', en: 'found' },
  loyalty: { 'zh-CN': '续聘意愿', 'zh-Hant': '續聘意願', en: 'Would keep us (1–5)' },
  words: { 'zh-CN': '留言', 'zh-Hant': '留言', en: 'Words' },
  room: { 'zh-CN': '房屋（仅同意者）', 'zh-Hant': '房屋（僅同意者）', en: 'Room (where agreed)' },
} as const satisfies Texts
