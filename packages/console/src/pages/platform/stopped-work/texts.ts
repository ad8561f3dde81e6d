import { stoppedWorkTexts } from '@heju/core/platform/stopped-work/texts'
import type { Text, Texts } from '@heju/i18n'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

/**
 * Work of the system that stopped: what it is (`kind`), what about (`subject`) and what it holds up (`holds`), for every
 * kind of event and every job of the schedule.
 */
export const stoppedWork = {
  ...stoppedWorkTexts,
  title: text('未完成的后台任务', '未完成的後台任務', 'Work that stopped'),
  about: text(
    '系统在后台替您做的事，如果做不下去，会出现在这里，直到做成或有人搁置。',
    '系統在背景替您做的事，如果做不下去，會出現在這裡，直到做成或有人擱置。',
    'What the system does for you by itself appears here when it cannot get on, until it is done or somebody sets it aside.',
  ),
  empty: text(
    '没有未完成的后台任务。出账、导入、短信、提醒等在后台做不下去时，会自动出现在这里。',
    '沒有未完成的後台任務。出帳、匯入、簡訊、提醒等在背景做不下去時，會自動出現在這裡。',
    'Nothing has stopped. Bill runs, imports, messages and reminders that cannot get on appear here by themselves.',
  ),
  'empty.set_aside': text('没有搁置的工作。', '沒有擱置的工作。', 'Nothing was set aside.'),
  'view.open': text('待处理', '待處理', 'To deal with'),
  'view.set_aside': text('已搁置', '已擱置', 'Set aside'),
  what: text('什么工作', '什麼工作', 'What'),
  since: text('从何时起', '從何時起', 'Since'),
  holds: text('影响', '影響', 'What it holds up'),
  why: text('原因', '原因', 'Why'),
  state: text('状态', '狀態', 'State'),
  'state.stopped': text('已中断', '已中斷', 'Stopped'),
  'state.retrying': text('多次重试未成功', '多次重試未成功', 'Not getting on'),
  'state.set_aside': text('已搁置', '已擱置', 'Set aside'),
  tried: text(
    '试过 {attempts} 次',
    '試過 {attempts} 次',
    'Tried {attempts, plural, one {once} other {# times}}',
  ),
  next: text('下次自动重试', '下次自動重試', 'Tries again by itself'),
  retry: text('再试一次', '再試一次', 'Try again'),
  retried: text(
    '已开始重试，请稍后刷新查看',
    '已開始重試，請稍後重新整理查看',
    'Trying again. Look again in a moment.',
  ),
  setAside: text('搁置', '擱置', 'Set aside'),
  'setAside.about': text(
    '搁置后系统不再做这件事，原因会留在操作记录里。以后仍可以在“已搁置”里再试一次。',
    '擱置後系統不再做這件事，原因會留在操作記錄裡。以後仍可以在「已擱置」裡再試一次。',
    'The system then leaves it undone, and the reason stays on record. It can be tried again from “Set aside” later.',
  ),
  'setAside.reason': text('原因', '原因', 'Reason'),
  'setAside.reason.needed': text(
    '请写明为什么不用做了。',
    '請寫明為什麼不用做了。',
    'Please say why it need not be done.',
  ),
  'setAside.done': text('已搁置', '已擱置', 'Set aside'),
  'why.internal': text(
    '系统内部出错。请再试一次；仍不行时，请把编号 {id} 告诉平台支持。',
    '系統內部出錯。請再試一次；仍不行時，請把編號 {id} 告訴平台支援。',
    'A fault of the system. Please try again; if that does not help, tell support the number {id}.',
  ),
  'stopped.title': text('已中断：{kind}', '已中斷：{kind}', 'Stopped: {kind}'),
  'retrying.title': text('多次重试未成功：{kind}', '多次重試未成功：{kind}', 'Not getting on: {kind}'),
  open: text('打开', '開啟', 'Open'),
  all: text('全部未完成的后台任务', '全部未完成的後台任務', 'All work that stopped'),

  'subject.billing.run_requested': text(
    '{project} {period} 的出账',
    '{project} {period} 的出帳',
    'The bill run of {period}, {project}',
  ),
  'holds.billing.run_requested': text(
    '这个月的账单出不来，不能公布，业主也看不到。',
    '這個月的帳單出不來，不能公佈，業主也看不到。',
    'The bills of the month are not there: they cannot be published, and owners do not see them.',
  ),
  'subject.registry_import.confirmed': text(
    '{project} 的导入文件 {file}',
    '{project} 的匯入檔案 {file}',
    'The file {file} of {project}',
  ),
  'holds.registry_import.confirmed': text(
    '文件只登记了一部分；这个项目的其他导入也要等它。',
    '檔案只登記了一部分；這個項目的其他匯入也要等它。',
    'The file is taken in only in part, and other imports of the project wait for it.',
  ),
  'subject.message.send': text(
    '发给 *******{last4} 的短信',
    '發給 *******{last4} 的簡訊',
    'The message to *******{last4}',
  ),
  'holds.message.send': text(
    '对方还没有收到这条短信。',
    '對方還沒有收到這則簡訊。',
    'The person has not got this message.',
  ),
  'subject.messages.reported': text(
    '运营商发来的短信回执',
    '電信業者發來的簡訊回執',
    'Delivery reports of the SMS provider',
  ),
  'holds.messages.reported': text(
    '看不到这些短信有没有送到，催缴的送达凭据也会缺少。',
    '看不到這些簡訊有沒有送達，催繳的送達憑據也會缺少。',
    'Whether these messages arrived is not shown, and reminders lack the proof of it.',
  ),
  'subject.owner_access.code_unsent': text(
    '一条没有发出的登录验证码',
    '一則沒有發出的登入驗證碼',
    'A code to sign in with that was not sent',
  ),
  'holds.owner_access.code_unsent': text(
    '这位业主要多等一会儿才能再要一条验证码。',
    '這位業主要多等一會兒才能再要一則驗證碼。',
    'This owner waits longer before another code goes out.',
  ),
  'subject.reminder.send': text(
    '{day} 给 {person} 的缴费提醒',
    '{day} 給 {person} 的繳費提醒',
    'The reminder of {day} to {person}',
  ),
  'holds.reminder.send': text(
    '业主还没有收到这次提醒。',
    '業主還沒有收到這次提醒。',
    'The owner was not reminded.',
  ),
  'subject.survey.ask': text(
    '{project} {period} 的满意度调查',
    '{project} {period} 的滿意度調查',
    'The survey of {period}, {project}',
  ),
  'holds.survey.ask': text(
    '还有业主没有收到邀请，回收的答卷会偏少。',
    '還有業主沒有收到邀請，回收的答卷會偏少。',
    'Some owners were not asked, so there will be fewer answers.',
  ),
  'subject.complaints.registered': text(
    '投诉 {number}（{place}）',
    '投訴 {number}（{place}）',
    'Complaint {number} ({place})',
  ),
  'holds.complaints.registered': text(
    '业主没有收到受理短信，请打电话告知。',
    '業主沒有收到受理簡訊，請打電話告知。',
    'The owner got no message that it was taken in. Please call.',
  ),
  'subject.complaints.replied': text(
    '投诉 {number}（{place}）',
    '投訴 {number}（{place}）',
    'Complaint {number} ({place})',
  ),
  'holds.complaints.replied': text(
    '业主不知道已有答复，请打电话告知。',
    '業主不知道已有答覆，請打電話告知。',
    'The owner does not know of the reply. Please call.',
  ),
  'subject.complaints.reopened': text(
    '投诉 {number}（{place}）',
    '投訴 {number}（{place}）',
    'Complaint {number} ({place})',
  ),
  'holds.complaints.reopened': text(
    '项目经理没有收到业主不满意的短信。',
    '項目經理沒有收到業主不滿意的簡訊。',
    'The manager got no message that the owner is not content.',
  ),
  'subject.calendar.corrected': text(
    '工作日历 {day} 的调整',
    '工作日曆 {day} 的調整',
    'The calendar corrected for {day}',
  ),
  'holds.calendar.corrected': text(
    '在办投诉的时限还是按调整前的日历算的。',
    '在辦投訴的時限還是按調整前的日曆算的。',
    'Terms of open complaints still follow the calendar as it was before.',
  ),
  'subject.payments.watch': text(
    '{payer} 的在线支付 {number}',
    '{payer} 的線上支付 {number}',
    'The online payment {number} of {payer}',
  ),
  'holds.payments.watch': text(
    '不知道业主付没付成；这些账单暂时不能重新在线付款。请先核对商户设置；搁置后按已关闭处理，之后才到的钱会列入待处理款项。',
    '不知道業主付沒付成；這些帳單暫時不能重新線上付款。請先核對商戶設定；擱置後按已關閉處理，之後才到的錢會列入待處理款項。',
    'It is not known whether the owner paid, and its bills cannot be paid online again meanwhile. Please check the merchant first. Set aside, it counts as closed; money that comes later waits for a decision.',
  ),
  'subject.payments.settled': text('收款 {number}', '收款 {number}', 'Payment {number}'),
  'holds.payments.settled': text(
    '业主可能还能在手机上再付一次同样的账单。',
    '業主可能還能在手機上再付一次同樣的帳單。',
    'The owner might still pay the same bills once more on the phone.',
  ),

  'subject.job.reminders': text('全公司的缴费提醒', '全公司的繳費提醒', 'Reminders of the whole company'),
  'holds.job.reminders': text(
    '今天该提醒的业主都没有提醒。',
    '今天該提醒的業主都沒有提醒。',
    'Nobody is reminded who should be today.',
  ),
  'subject.job.complaint_clocks': text('全公司的投诉时限', '全公司的投訴時限', 'Terms of all complaints'),
  'holds.job.complaint_clocks': text(
    '超时的投诉没有上报给项目经理。',
    '逾時的投訴沒有上報給項目經理。',
    'Overdue complaints are not raised to the manager.',
  ),
  'subject.job.complaint_revisits': text(
    '全公司的投诉回访',
    '全公司的投訴回訪',
    'Revisits of all complaints',
  ),
  'holds.job.complaint_revisits': text(
    '该回访的投诉没有出现在前台的待办里。',
    '該回訪的投訴沒有出現在前台的待辦裡。',
    'Revisits that are due do not appear on the front desk’s list.',
  ),
  'subject.job.unattached_files': text(
    '上传后没有用到的照片',
    '上傳後沒有用到的照片',
    'Photos that nothing refers to',
  ),
  'holds.job.unattached_files': text(
    '不影响日常工作，照片会多占空间。',
    '不影響日常工作，照片會多占空間。',
    'Daily work goes on; the photos take up room.',
  ),
  'subject.job.bare_photos': text(
    '以前上传的照片里的地点、时间和设备信息',
    '以前上傳的照片裡的地點、時間和裝置資訊',
    'Place, time and device in photos of earlier days',
  ),
  'holds.job.bare_photos': text(
    '不影响日常工作；旧照片里还留着拍摄地点等信息。',
    '不影響日常工作；舊照片裡還留著拍攝地點等資訊。',
    'Daily work goes on; old photos still say where they were taken.',
  ),
  'subject.job.surveys': text('全公司的满意度调查', '全公司的滿意度調查', 'The survey of the whole company'),
  'holds.job.surveys': text(
    '调查不能按时开始、提醒或结束，得分也出不来。',
    '調查不能按時開始、提醒或結束，得分也出不來。',
    'Rounds do not open, remind or close in time, and there are no scores.',
  ),
  'subject.job.audit_seal': text(
    '还没有封存的操作记录',
    '還沒有封存的操作記錄',
    'Entries that are not sealed yet',
  ),
  'holds.job.audit_seal': text(
    '不影响日常工作；新的操作记录暂时不能证明没有被改动。',
    '不影響日常工作；新的操作記錄暫時不能證明沒有被改動。',
    'Daily work goes on; that new entries of the log were not altered cannot be proved for the time being.',
  ),

  'subject.other': text('本版本不认识的工作', '本版本不認識的工作', 'Work that this version does not know'),
  'holds.other': text('请联系平台支持。', '請聯絡平台支援。', 'Please ask support.'),
} as const satisfies Texts
