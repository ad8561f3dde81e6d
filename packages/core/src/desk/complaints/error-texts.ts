import type { Texts } from '@heju/i18n'

export const complaints = {
  'complaints.not_found': {
    'zh-CN': '没有找到这条投诉，或不在您的查看范围内。',
    'zh-Hant': '沒有找到這條投訴，或不在您的檢視範圍內。',
    en: 'There is no such complaint, or it is not for you to see.',
  },
  'complaints.step_out_of_order': {
    'zh-CN': '投诉目前的进度还不能做这一步。请刷新后按当前步骤办理。',
    'zh-Hant': '投訴目前的進度還不能做這一步。請重新整理後按目前步驟辦理。',
    en: 'This step does not follow from where the complaint stands. Please reload and take the step that is next.',
  },
  'complaints.moved': {
    'zh-CN': '同事刚刚办理过这条投诉。请刷新，看看最新进展再继续。',
    'zh-Hant': '同事剛剛辦理過這條投訴。請重新整理，看看最新進展再繼續。',
    en: 'A colleague has just worked on this complaint. Please reload and look before you go on.',
  },
  'complaints.handed_over_meanwhile': {
    'zh-CN': '这条投诉的责任人刚刚换过了，您看到的已不是现在的。没有保存；请关闭后看看现在由谁负责，再决定。',
    'zh-Hant':
      '這條投訴的責任人剛剛換過了，您看到的已不是現在的。沒有儲存；請關閉後看看現在由誰負責，再決定。',
    en: 'This complaint has just changed hands, so you saw another as responsible. Nothing was saved: please close this, look who has it now, and decide then.',
  },
  'complaints.nothing_changed': {
    'zh-CN': '和现在的一样，没有要改的，所以没有保存。可能同事刚刚改过；请关闭后看看最新情况。',
    'zh-Hant': '和現在的一樣，沒有要改的，所以沒有儲存。可能同事剛剛改過；請關閉後看看最新情況。',
    en: 'It is like this already, so nothing was saved. A colleague may have just changed it: please close this and look.',
  },
  'complaints.replied_already': {
    'zh-CN': '这条投诉已经答复业主，不用再约时间或告知进展，所以没有保存。请看答复，接着做回访。',
    'zh-Hant': '這條投訴已經答覆業主，不用再約時間或告知進展，所以沒有儲存。請看答覆，接著做回訪。',
    en: 'The owner has a reply, so there is no time to agree on and no news on the way; nothing was saved. Please see the reply and go on with the revisit.',
  },
  'complaints.closed': {
    'zh-CN': '这条投诉已经结案。业主仍不满意的，请登记为新的投诉。',
    'zh-Hant': '這條投訴已經結案。業主仍不滿意的，請登記為新的投訴。',
    en: 'This complaint is closed. If the owner is still not content, please register a new one.',
  },
  'complaints.room_not_yours': {
    'zh-CN': '这套房屋不在您名下，不能为它提交。如信息有误，请联系服务中心更正。',
    'zh-Hant': '這套房屋不在您名下，不能為它提交。如資料有誤，請聯絡服務中心更正。',
    en: 'This room is not registered as yours. If that is wrong, please contact the service centre.',
  },
  'complaints.place_not_found': {
    'zh-CN': '没有找到这个项目或位置，或它已停用、不属于该项目。请重新选择。',
    'zh-Hant': '沒有找到這個項目或位置，或它已停用、不屬於該項目。請重新選擇。',
    en: 'There is no such project or place, or the place is out of use or of another project. Please choose again.',
  },
  'complaints.category_not_found': {
    'zh-CN': '这个投诉类别已停用。请重新选择类别。',
    'zh-Hant': '這個投訴類別已停用。請重新選擇類別。',
    en: 'This category is no longer in use. Please choose another.',
  },
  'complaints.category_too_deep': {
    'zh-CN': '类别只有两级：上级必须是一级类别，有下级的类别不能再归到别的类别下。',
    'zh-Hant': '類別只有兩級：上級必須是一級類別，有下級的類別不能再歸到別的類別下。',
    en: 'Categories have two levels: the upper one must be of the first level, and one that has others below it stays there.',
  },
  'complaints.category_name_taken': {
    'zh-CN': '同一级下已有这个名称的类别。请换一个名称，或恢复、修改已有的那个。',
    'zh-Hant': '同一級下已有這個名稱的類別。請換一個名稱，或恢復、修改已有的那個。',
    en: 'Another category beside it has this name. Please choose another name, or change the one that is there.',
  },
  'complaints.category_unnamed': {
    'zh-CN': '请填写类别名称。',
    'zh-Hant': '請填寫類別名稱。',
    en: 'Please name the category.',
  },
  'complaints.category_line_missing': {
    'zh-CN': '请选择这个一级类别属于哪条服务条线。',
    'zh-Hant': '請選擇這個一級類別屬於哪條服務條線。',
    en: 'Please choose the service line of this category.',
  },
  'complaints.category_line_inherited': {
    'zh-CN': '二级类别的服务条线与上级相同，不用单独选择。',
    'zh-Hant': '二級類別的服務條線與上級相同，不用單獨選擇。',
    en: 'A category below another is of the same service line and has none of its own.',
  },
  'complaints.person_not_found': {
    'zh-CN': '在这个项目里没有找到这位客户。请重新选择，或直接填写姓名和电话。',
    'zh-Hant': '在這個項目裡沒有找到這位客戶。請重新選擇，或直接填寫姓名和電話。',
    en: 'There is no such person in this project. Please choose again, or enter name and phone.',
  },
  'complaints.handler_not_found': {
    'zh-CN': '这位同事在该项目没有处理投诉的权限，或已停用。请另选一位。',
    'zh-Hant': '這位同事在該項目沒有處理投訴的權限，或已停用。請另選一位。',
    en: 'This colleague does not handle complaints in this project, or was disabled. Please choose another.',
  },
  'complaints.too_many_today': {
    'zh-CN': '您今天已提交 {most} 条。请在已有的记录里补充说明，或致电服务中心。',
    'zh-Hant': '您今天已提交 {most} 條。請在已有的記錄裡補充說明，或致電服務中心。',
    en: 'You have sent {most} today. Please add to one of them, or call the service centre.',
  },
  'complaints.too_many_photos': {
    'zh-CN': '一条投诉里，物业和业主各最多 {most} 张照片，加上这次的就超过了。请减少几张，或不带照片再提交。',
    'zh-Hant':
      '一條投訴裡，物業和業主各最多 {most} 張照片，加上這次的就超過了。請減少幾張，或不帶照片再提交。',
    en: 'A complaint takes at most {most} photos from the company and {most} from its owner, which these would exceed. Please send fewer, or none.',
  },
  'complaints.no_room_for_photos': {
    'zh-CN':
      '这件事已经有 {most} 张照片，最多就是 {most} 张，这次的照片一张也加不上。想补充的请写成文字提交。',
    'zh-Hant':
      '這件事已經有 {most} 張照片，最多就是 {most} 張，這次的照片一張也加不上。想補充的請寫成文字提交。',
    en: 'This matter has {most} photos, which is as many as it takes, so none of these could be added. Please say in words what you want to add.',
  },
  'complaints.manager_revisits': {
    'zh-CN': '这位是特殊客户，须由项目经理亲自回访。请转告项目经理。',
    'zh-Hant': '這位是特殊客戶，須由項目經理親自回訪。請轉告項目經理。',
    en: 'The manager asks this customer in person. Please let the project manager know.',
  },
  'complaints.marks_stay': {
    'zh-CN': '重大、紧急、特殊客户的标记只能由项目经理取消。请转告项目经理。',
    'zh-Hant': '重大、緊急、特殊客戶的標記只能由項目經理取消。請轉告項目經理。',
    en: 'Only the manager takes such a mark off. Please let the project manager know.',
  },
  'complaints.rated_already': {
    'zh-CN': '这次答复已经评价过了，谢谢。如还有问题，可补充说明或致电服务中心。',
    'zh-Hant': '這次答覆已經評價過了，謝謝。如還有問題，可補充說明或致電服務中心。',
    en: 'This reply has been rated already, thank you. If something remains, please add to it or call the service centre.',
  },
  'complaints.nothing_to_rate': {
    'zh-CN': '还没有答复，暂时不能评价。我们会尽快办理。',
    'zh-Hant': '還沒有答覆，暫時不能評價。我們會盡快辦理。',
    en: 'There is no reply to rate yet. We are working on it.',
  },
  'complaints.nature_not_judged': {
    'zh-CN': '这条投诉还没有判定性质。请先办理“判定性质”。',
    'zh-Hant': '這條投訴還沒有判定性質。請先辦理「判定性質」。',
    en: 'The nature of this complaint was not judged yet. Please do that first.',
  },
  'complaints.time_is_past': {
    'zh-CN': '约定的时间已经过去了。请填写一个将来的时间。',
    'zh-Hant': '約定的時間已經過去了。請填寫一個將來的時間。',
    en: 'That time is in the past. Please enter one to come.',
  },
  'complaints.no_phone_left': {
    'zh-CN': '这条投诉没有留下电话。请按登记的地址上门，或在房屋资料里查找联系人。',
    'zh-Hant': '這條投訴沒有留下電話。請按登記的地址上門，或在房屋資料裡查找聯絡人。',
    en: 'No phone was left with this complaint. Please call at the place, or look the contact up in the room’s file.',
  },
  'complaints.field.place': {
    'zh-CN': '请选择房屋或公共部位，或写明地点，例如“3栋大堂”。',
    'zh-Hant': '請選擇房屋或公共部位，或寫明地點，例如「3棟大堂」。',
    en: 'Please choose the room or common place, or say where it is, such as “lobby of building 3”.',
  },
  'complaints.field.one_place': {
    'zh-CN': '房屋和其他位置只能选一个。',
    'zh-Hant': '房屋和其他位置只能選一個。',
    en: 'Choose the room or another place, not both.',
  },
  'complaints.field.agent': {
    'zh-CN': '委托他人反映的，请填写受托人姓名。',
    'zh-Hant': '委託他人反映的，請填寫受託人姓名。',
    en: 'Please enter the name of the person who came on somebody’s behalf.',
  },
  'complaints.field.hand_over': {
    'zh-CN': '换人处理时请写交接说明（至少 4 个字），让接手的同事知道进展。',
    'zh-Hant': '換人處理時請寫交接說明（至少 4 個字），讓接手的同事知道進展。',
    en: 'When it changes hands, please write a hand-over note (4 characters or more).',
  },
  'complaints.field.next_update': {
    'zh-CN': '下次告知的时间不能晚于约定办结的时间。',
    'zh-Hant': '下次告知的時間不能晚於約定辦結的時間。',
    en: 'The next news cannot come after the agreed time.',
  },
  'complaints.field.no_mark': {
    'zh-CN': '请选择要加上或取消的标记。',
    'zh-Hant': '請選擇要加上或取消的標記。',
    en: 'Please choose the mark to put on or take off.',
  },
  'complaints.field.too_far': {
    'zh-CN': '时间最远只能到两年以内。请核对年份，填写两年内的时间。',
    'zh-Hant': '時間最遠只能到兩年以內。請核對年份，填寫兩年內的時間。',
    en: 'A time may be up to two years ahead. Please check the year and enter an earlier time.',
  },
  'complaints.field.what_is_amiss': {
    'zh-CN': '请写下哪里不满意（至少 2 个字），我们好重新办理。',
    'zh-Hant': '請寫下哪裡不滿意（至少 2 個字），我們好重新辦理。',
    en: 'Please say what is amiss (2 characters or more), so that it can be put right.',
  },
  'complaints.field.nothing_added': {
    'zh-CN': '请写几句说明，或选择照片。',
    'zh-Hant': '請寫幾句說明，或選擇照片。',
    en: 'Please write something, or choose photos.',
  },
  'complaints.field.months': {
    'zh-CN': '请选择 1 到 24 个月，结束月份不能早于开始月份。',
    'zh-Hant': '請選擇 1 到 24 個月，結束月份不能早於開始月份。',
    en: 'Please choose 1 to 24 months, the last not before the first.',
  },
} as const satisfies Texts
