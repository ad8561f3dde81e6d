import type { Texts } from '@heju/i18n'

/** What owners report, and how they follow it; names of states and kinds are in texts/complaints. */
export const portalComplaints = {
  title: { 'zh-CN': '我反映的事', 'zh-Hant': '我反映的事', en: 'What I reported' },
  none: { 'zh-CN': '还没有反映过事情', 'zh-Hant': '還沒有反映過事情', en: 'Nothing reported yet' },
  noneText: {
    'zh-CN': '漏水、噪音、卫生、收费疑问，都可以告诉我们。办到哪一步，这里随时能看到。',
    'zh-Hant': '漏水、噪音、衛生、收費疑問，都可以告訴我們。辦到哪一步，這裡隨時能看到。',
    en: 'A leak, noise, dirt, a question about a bill: tell us, and see here at any time how far it is.',
  },
  new: { 'zh-CN': '我要报事', 'zh-Hant': '我要報事', en: 'Report something' },
  newTitle: { 'zh-CN': '我要报事', 'zh-Hant': '我要報事', en: 'Report something' },
  urgent: {
    'zh-CN': '有人受伤、着火、燃气泄漏、电梯困人，请直接打电话。',
    'zh-Hant': '有人受傷、著火、瓦斯外洩、電梯困人，請直接打電話。',
    en: 'If somebody is hurt or stuck in a lift, or there is fire or gas: please call.',
  },
  category: { 'zh-CN': '是哪方面的事', 'zh-Hant': '是哪方面的事', en: 'What is it about' },
  roomChoose: { 'zh-CN': '请选择房屋', 'zh-Hant': '請選擇房屋', en: 'Please choose a room' },
  categoryChoose: { 'zh-CN': '请选择', 'zh-Hant': '請選擇', en: 'Please choose' },
  categoryInGeneral: {
    'zh-CN': '{category}（其他）',
    'zh-Hant': '{category}（其他）',
    en: '{category}, other',
  },
  where: { 'zh-CN': '哪里', 'zh-Hant': '哪裡', en: 'Where' },
  whereHint: {
    'zh-CN': '公共部位里没有的，选“房屋”，在内容里写明',
    'zh-Hant': '公共部位裡沒有的，選「房屋」，在內容裡寫明',
    en: 'If it is not listed, leave it at the room and say where below',
  },
  whereRoom: { 'zh-CN': '房屋', 'zh-Hant': '房屋', en: 'At the room' },
  whereCommon: { 'zh-CN': '公共部位', 'zh-Hant': '公共部位', en: 'Common places' },
  room: { 'zh-CN': '关于哪套房产', 'zh-Hant': '關於哪套房產', en: 'For which room' },
  text: { 'zh-CN': '发生了什么', 'zh-Hant': '發生了什麼', en: 'What happened' },
  textHint: {
    'zh-CN': '什么时候、在哪里、是什么情况。至少 5 个字。',
    'zh-Hant': '什麼時候、在哪裡、是什麼情況。至少 5 個字。',
    en: 'When, where, and what it is like.',
  },
  wish: {
    'zh-CN': '希望怎么解决（可不填）',
    'zh-Hant': '希望怎麼解決（可不填）',
    en: 'What you would like to happen (optional)',
  },
  photos: {
    'zh-CN': '照片（可不传，最多 {most} 张）',
    'zh-Hant': '照片（可不傳，最多 {most} 張）',
    en: 'Photos (optional, up to {most})',
  },
  photosHint: {
    'zh-CN': 'JPEG、PNG、WebP 或 HEIC，每张不超过 {megabytes} MB。',
    'zh-Hant': 'JPEG、PNG、WebP 或 HEIC，每張不超過 {megabytes} MB。',
    en: 'JPEG, PNG, WebP or HEIC, up to {megabytes} MB each.',
  },
  photosKept: {
    'zh-CN': '已收到 {count} 张照片，会一起提交',
    'zh-Hant': '已收到 {count} 張照片，會一起提交',
    en: '{count, plural, one {One photo has} other {# photos have}} arrived and will go along',
  },
  photosKeptHint: {
    'zh-CN': '不想要的，请勾选“不要这张”，提交时就会去掉。',
    'zh-Hant': '不想要的，請勾選「不要這張」，提交時就會去掉。',
    en: 'Tick what you do not want to send: it is left out.',
  },
  photosFull: {
    'zh-CN': '这件事已经有 {most} 张照片，最多就是 {most} 张，不能再加。想补充的请写成文字。',
    'zh-Hant': '這件事已經有 {most} 張照片，最多就是 {most} 張，不能再加。想補充的請寫成文字。',
    en: 'This matter has {most} photos, which is as many as it takes. Please say in words what you want to add.',
  },
  photosUnfit: {
    'zh-CN': '您选的 {count} 张照片没有加上。',
    'zh-Hant': '您選的 {count} 張照片沒有加上。',
    en: 'Photos of yours that were not added: {count}.',
  },
  photoDrop: { 'zh-CN': '不要这张', 'zh-Hant': '不要這張', en: 'Leave out' },
  photosLost: {
    'zh-CN': '这次选的照片没有收下，请重新选择。',
    'zh-Hant': '這次選的照片沒有收下，請重新選擇。',
    en: 'The photos you chose were not received. Please choose them again.',
  },
  photosCut: {
    'zh-CN': '照片最多 {most} 张：这次选的 {chosen} 张里，后面 {left} 张没有选上。',
    'zh-Hant': '照片最多 {most} 張：這次選的 {chosen} 張裡，後面 {left} 張沒有選上。',
    en: 'Up to {most} photos: of the {chosen} that you chose, the last {left} are left out.',
  },
  photosSurplus: {
    'zh-CN':
      '照片最多 {most} 张，还没有提交。前面 {kept} 张已经收下，后面 {left} 张没有收。直接提交就可以；想换照片，请先勾选“不要这张”，再选别的。',
    'zh-Hant':
      '照片最多 {most} 張，還沒有提交。前面 {kept} 張已經收下，後面 {left} 張沒有收。直接提交就可以；想換照片，請先勾選「不要這張」，再選別的。',
    en: 'Up to {most} photos, so this was not sent yet. The first {kept} have arrived, the last {left} have not. Send it as it is, or tick what to leave out and choose others instead.',
  },
  promise: {
    'zh-CN': '提交后 24 小时内有人处理，3 个工作日内给您答复。',
    'zh-Hant': '提交後 24 小時內有人處理，3 個工作日內給您答覆。',
    en: 'Somebody sees to it within 24 hours, and you have a reply within 3 working days.',
  },
  submit: { 'zh-CN': '提交', 'zh-Hant': '提交', en: 'Send' },
  noRooms: {
    'zh-CN': '您名下目前没有登记房产，不能在线报事。请致电或到服务中心。',
    'zh-Hant': '您名下目前沒有登記房產，不能線上報事。請致電或到服務中心。',
    en: 'No room is on file for you at present, so nothing can be reported here. Please call or visit the service centre.',
  },
  done: {
    'zh-CN': '谢谢您告诉我们，已经登记。下面是办理进展。',
    'zh-Hant': '謝謝您告訴我們，已經登記。下面是辦理進展。',
    en: 'Thank you for telling us. It is registered; below you see how it goes on.',
  },
  knownAlready: {
    'zh-CN': '这件事之前已经收到，没有重复登记。',
    'zh-Hant': '這件事之前已經收到，沒有重複登記。',
    en: 'We had received this before and did not register it twice.',
  },
  addBelow: {
    'zh-CN': '要补照片或说明，请在下面补充。',
    'zh-Hant': '要補照片或說明，請在下面補充。',
    en: 'Photos or words can be added below.',
  },
  addWordsBelow: {
    'zh-CN': '要补充说明，请写在下面。',
    'zh-Hant': '要補充說明，請寫在下面。',
    en: 'Words can be added below.',
  },
  knownWithPhotos: {
    'zh-CN': '这件事之前已经收到，没有重复登记，这次的照片已补充进去。',
    'zh-Hant': '這件事之前已經收到，沒有重複登記，這次的照片已補充進去。',
    en: 'We had received this before and did not register it twice. The photos were added to it.',
  },
  wordsKnown: {
    'zh-CN': '这段补充之前已经收到，没有重复添加。',
    'zh-Hant': '這段補充之前已經收到，沒有重複新增。',
    en: 'We had received these words before and did not add them twice.',
  },
  photosAdded: {
    'zh-CN': '这段补充之前已经收到，没有重复添加，这次的照片已补充进去。',
    'zh-Hant': '這段補充之前已經收到，沒有重複新增，這次的照片已補充進去。',
    en: 'We had received these words before and did not add them twice. The photos were added.',
  },
  photosLeft: {
    'zh-CN':
      '一件事最多 {most} 张照片：{kept, plural, =0 {这次的 {left} 张没有加上} other {这次加上了前 {kept} 张，后面 {left} 张没有加上}}。',
    'zh-Hant':
      '一件事最多 {most} 張照片：{kept, plural, =0 {這次的 {left} 張沒有加上} other {這次加上了前 {kept} 張，後面 {left} 張沒有加上}}。',
    en: 'A matter takes up to {most} photos: {kept, plural, =0 {none of these {left} was added} other {the first {kept} were added, the last {left} were not}}.',
  },
  rateBelow: {
    'zh-CN': '物业已经答复；如果没有解决或又发生了，请在下面评价“不满意”，会重新处理。',
    'zh-Hant': '物業已經答覆；如果沒有解決或又發生了，請在下面評價「不滿意」，會重新處理。',
    en: 'There is a reply by now. If it is not solved, or happened again, rate it below as not content: it is then taken up again.',
  },
  wordsAdded: {
    'zh-CN': '已补充，处理的人会看到。',
    'zh-Hant': '已補充，處理的人會看到。',
    en: 'Added. Whoever handles it will see it.',
  },
  thanked: { 'zh-CN': '谢谢您的评价。', 'zh-Hant': '謝謝您的評價。', en: 'Thank you for your rating.' },
  reopened: {
    'zh-CN': '抱歉没有让您满意。已经重新处理，并报给了项目经理。',
    'zh-Hant': '抱歉沒有讓您滿意。已經重新處理，並報給了項目經理。',
    en: 'We are sorry. It has been taken up again, and the manager knows.',
  },
  registeredAnew: {
    'zh-CN': '抱歉没有让您满意。已为您登记为一件新的事，原来的记录一并附上。',
    'zh-Hant': '抱歉沒有讓您滿意。已為您登記為一件新的事，原來的記錄一併附上。',
    en: 'We are sorry. It is registered as a new matter that refers to the old one.',
  },

  number: { 'zh-CN': '编号 {number}', 'zh-Hant': '編號 {number}', en: 'No. {number}' },
  registeredAt: { 'zh-CN': '{time} 登记', 'zh-Hant': '{time} 登記', en: 'registered {time}' },
  wished: { 'zh-CN': '希望的处理', 'zh-Hant': '希望的處理', en: 'What is wished for' },
  previous: { 'zh-CN': '原来的那件事', 'zh-Hant': '原來的那件事', en: 'The matter before' },
  progress: { 'zh-CN': '进展', 'zh-Hant': '進展', en: 'How it goes on' },
  first: { 'zh-CN': '首次处理', 'zh-Hant': '首次處理', en: 'First handling' },
  whole: { 'zh-CN': '答复您', 'zh-Hant': '答覆您', en: 'Reply to you' },
  'clock.running': { 'zh-CN': '{time} 前', 'zh-Hant': '{time} 前', en: 'before {time}' },
  'clock.due_soon': {
    'zh-CN': '{time} 前，快到了',
    'zh-Hant': '{time} 前，快到了',
    en: 'before {time}, soon',
  },
  'clock.met': { 'zh-CN': '已在 {time} 完成', 'zh-Hant': '已在 {time} 完成', en: 'done {time}' },
  'clock.missed': { 'zh-CN': '已超过 {time}', 'zh-Hant': '已超過 {time}', en: 'was due {time}' },
  'clock.missedDone': {
    'zh-CN': '{time} 完成，超过了时限',
    'zh-Hant': '{time} 完成，超過了時限',
    en: 'done {time}, too late',
  },
  agreed: { 'zh-CN': '约定办好的时间', 'zh-Hant': '約定辦好的時間', en: 'Agreed for' },
  promised: { 'zh-CN': '承诺的时间', 'zh-Hant': '承諾的時間', en: 'Promised for' },

  'step.agreed': { 'zh-CN': '约定时间', 'zh-Hant': '約定時間', en: 'A time was agreed' },
  'step.handed_over': { 'zh-CN': '换了负责人', 'zh-Hant': '換了負責人', en: 'Somebody else handles it' },
  'step.words': { 'zh-CN': '告诉您进展', 'zh-Hant': '告訴您進展', en: 'News for you' },
  'step.owner_words': { 'zh-CN': '您补充', 'zh-Hant': '您補充', en: 'You added' },
  'step.rated': { 'zh-CN': '您评价', 'zh-Hant': '您評價', en: 'You rated' },
  // What somebody else on the owner's side did, whom the reader need not know.
  'side.step.owner_words': {
    'zh-CN': '业主方补充',
    'zh-Hant': '業主方補充',
    en: 'Added on the owner’s side',
  },
  'side.step.rated': { 'zh-CN': '业主方评价', 'zh-Hant': '業主方評價', en: 'Rated on the owner’s side' },
  'side.registered': {
    'zh-CN': '已收到业主方的反映并登记。',
    'zh-Hant': '已收到業主方的反映並登記。',
    en: 'A matter from the owner’s side was received and registered.',
  },
  'side.owner_words': {
    'zh-CN': '业主方补充了情况。',
    'zh-Hant': '業主方補充了情況。',
    en: 'Something was added on the owner’s side.',
  },
  'side.rated': {
    'zh-CN': '业主方评价了处理结果。',
    'zh-Hant': '業主方評價了處理結果。',
    en: 'It was rated on the owner’s side.',
  },
  'side.revisited': {
    'zh-CN': '业主方已评价，不再回访。',
    'zh-Hant': '業主方已評價，不再回訪。',
    en: 'It was rated on the owner’s side, so nobody is asked again.',
  },
  'side.reopened': {
    'zh-CN': '业主方不满意，已重新办理，并报告了项目经理。',
    'zh-Hant': '業主方不滿意，已重新辦理，並報告了項目經理。',
    en: 'The owner’s side is not content, so it has been taken up again and the manager knows.',
  },
  photo: { 'zh-CN': '第 {n} 张照片', 'zh-Hant': '第 {n} 張照片', en: 'Photo {n}' },

  reply: { 'zh-CN': '物业的答复', 'zh-Hant': '物業的答覆', en: 'The reply' },
  rate: {
    'zh-CN': '这次处理，您满意吗？',
    'zh-Hant': '這次處理，您滿意嗎？',
    en: 'Are you content with how it was handled?',
  },
  'rating.1': { 'zh-CN': '很不满意', 'zh-Hant': '很不滿意', en: 'Not at all' },
  'rating.2': { 'zh-CN': '不满意', 'zh-Hant': '不滿意', en: 'No' },
  'rating.3': { 'zh-CN': '一般', 'zh-Hant': '普通', en: 'So-so' },
  'rating.4': { 'zh-CN': '满意', 'zh-Hant': '滿意', en: 'Yes' },
  'rating.5': { 'zh-CN': '很满意', 'zh-Hant': '很滿意', en: 'Very much' },
  rateWords: {
    'zh-CN': '想说的话（不满意时请写明哪里没办好）',
    'zh-Hant': '想說的話（不滿意時請寫明哪裡沒辦好）',
    en: 'In your words (if you are not content: what is amiss)',
  },
  rateNote: {
    'zh-CN': '选“不满意”或“很不满意”，会重新处理并报给项目经理。',
    'zh-Hant': '選「不滿意」或「很不滿意」，會重新處理並報給項目經理。',
    en: 'If you are not content, it is taken up again and the manager is told.',
  },
  attitudes: {
    'zh-CN': '也评评服务态度（可不填）',
    'zh-Hant': '也評評服務態度（可不填）',
    en: 'How you were treated (optional)',
  },
  rateSubmit: { 'zh-CN': '提交评价', 'zh-Hant': '提交評價', en: 'Send rating' },
  add: { 'zh-CN': '补充说明或照片', 'zh-Hant': '補充說明或照片', en: 'Add words or photos' },
  addWords: { 'zh-CN': '补充说明', 'zh-Hant': '補充說明', en: 'Words' },
  wordsOnly: { 'zh-CN': '请写几句说明。', 'zh-Hant': '請寫幾句說明。', en: 'Please write something.' },
  photosOnly: { 'zh-CN': '您补充了照片。', 'zh-Hant': '您補充了照片。', en: 'You added photos.' },
  toForm: { 'zh-CN': '查看补充的内容', 'zh-Hant': '查看補充的內容', en: 'See what you wrote' },
  addSubmit: { 'zh-CN': '补充', 'zh-Hant': '補充', en: 'Add' },
} as const satisfies Texts
