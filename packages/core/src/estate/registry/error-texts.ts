import type { Texts } from '@heju/i18n'

export const registry = {
  'registry.building_not_found': {
    'zh-CN': '没有找到这栋楼，可能已删除。请刷新后重试。',
    'zh-Hant': '沒有找到這棟樓，可能已刪除。請重新整理後再試。',
    en: 'There is no such building. Reload and try again.',
  },
  'registry.room_not_found': {
    'zh-CN': '没有找到这间房屋，可能已停用。请刷新后重试。',
    'zh-Hant': '沒有找到這間房屋，可能已停用。請重新整理後再試。',
    en: 'There is no such room. Reload and try again.',
  },
  'registry.rooms_not_twice': {
    'zh-CN': '这两套房不是同一套的两种写法，或其中一套已归档。请刷新后再看。',
    'zh-Hant': '這兩套房不是同一套的兩種寫法，或其中一套已歸檔。請重新整理後再看。',
    en: 'These are not one room written in two ways, or one of them is archived already. Reload and look again.',
  },
  'registry.archive_has_people': {
    'zh-CN': '“{room}”还登记着业主或住户，不能归档。请先在它的页面结束所有住户关系。',
    'zh-Hant': '「{room}」還登記著業主或住戶，不能歸檔。請先在它的頁面結束所有住戶關係。',
    en: '{room} still has people, so it cannot be archived. End every occupancy on its page first.',
  },
  'registry.archive_has_bills': {
    'zh-CN': '“{room}”有有效的账单，不能归档。重复的请先作废；已收过款的，请保留这一套，归档另一套。',
    'zh-Hant': '「{room}」有有效的帳單，不能歸檔。重複的請先作廢；已收過款的，請保留這一套，歸檔另一套。',
    en: '{room} has bills that count, so it cannot be archived. Void those made twice; where money was taken, keep this room and archive the other.',
  },
  'registry.archive_has_charges': {
    'zh-CN': '“{room}”还在按收费标准收费，不能归档。请先在它的“怎么收费”里停收。',
    'zh-Hant': '「{room}」還在按收費標準收費，不能歸檔。請先在它的「怎麼收費」裡停收。',
    en: '{room} is still charged by a tariff, so it cannot be archived. End that under its Charges first.',
  },
  'registry.space_not_found': {
    'zh-CN': '没有找到这个车位，可能已停用。请刷新后重试。',
    'zh-Hant': '沒有找到這個車位，可能已停用。請重新整理後再試。',
    en: 'There is no such parking space. Reload and try again.',
  },
  'registry.person_not_found': {
    'zh-CN': '没有找到这位业主或住户。请刷新后重试。',
    'zh-Hant': '沒有找到這位業主或住戶。請重新整理後再試。',
    en: 'There is no such person. Reload and try again.',
  },
  'registry.occupancy_not_found': {
    'zh-CN': '没有找到这条入住记录。请刷新后重试。',
    'zh-Hant': '沒有找到這條入住記錄。請重新整理後再試。',
    en: 'There is no such record. Reload and try again.',
  },
  'registry.building_taken': {
    'zh-CN': '本项目已有“{name}”。请换一个名称，或直接使用已有的楼栋。',
    'zh-Hant': '本項目已有「{name}」。請換一個名稱，或直接使用已有的樓棟。',
    en: 'The project has {name} already. Choose another name or use that building.',
  },
  'registry.room_taken': {
    'zh-CN': '“{room}”已登记过。请核对楼栋、单元和房号。',
    'zh-Hant': '「{room}」已登記過。請核對樓棟、單元和房號。',
    en: '{room} is registered already. Check building, unit and number.',
  },
  'registry.space_taken': {
    'zh-CN': '本项目已有车位“{space}”。请核对停车场和车位号。',
    'zh-Hant': '本項目已有車位「{space}」。請核對停車場和車位號。',
    en: 'The project has parking space {space} already. Check lot and number.',
  },
  'registry.occupancy_taken': {
    'zh-CN': '此人在这里已有同样的身份，不必重复登记。',
    'zh-Hant': '此人在這裡已有同樣的身份，不必重複登記。',
    en: 'This person is registered here in that role already.',
  },
  'registry.owner_present': {
    'zh-CN':
      '这段时间这里已有业主。共有的请登记为共有人；已过户的请办理过户；补登以前的业主，请先更正现业主的开始日期。',
    'zh-Hant':
      '這段時間這裡已有業主。共有的請登記為共有人；已過戶的請辦理過戶；補登以前的業主，請先更正現業主的開始日期。',
    en: 'There is an owner in these days already. Add a co-owner, or record a transfer if it was sold; to add an earlier owner, correct the first day of the present one.',
  },
  'registry.no_owner_to_transfer': {
    'zh-CN': '这里还没有登记业主，不需要过户。请直接登记业主。',
    'zh-Hant': '這裡還沒有登記業主，不需要過戶。請直接登記業主。',
    en: 'No owner is registered here, so there is nothing to transfer. Register the owner instead.',
  },
  'registry.transfer_too_early': {
    'zh-CN': '过户日期不晚于现业主的开始日期。请核对日期。',
    'zh-Hant': '過戶日期不晚於現業主的開始日期。請核對日期。',
    en: 'The day of the transfer is not after the present owner began. Check the date.',
  },
  'registry.occupancy_ended': {
    'zh-CN': '这条记录已结束，或结束日期早于开始日期，没有改动。请刷新后核对。',
    'zh-Hant': '這條記錄已結束，或結束日期早於開始日期，沒有改動。請重新整理後核對。',
    en: 'This record has ended, or would end before it began; nothing was changed. Reload and check.',
  },
  'registry.shares_exceed_whole': {
    'zh-CN': '各业主的份额合计超过 100%。请核对。',
    'zh-Hant': '各業主的份額合計超過 100%。請核對。',
    en: 'The shares add up to more than the whole. Please check.',
  },
  'registry.not_of_one_project': {
    'zh-CN': '业主与房屋不在同一个项目。请先在本项目登记这位业主。',
    'zh-Hant': '業主與房屋不在同一個項目。請先在本項目登記這位業主。',
    en: 'The person and the place are of different projects. Register the person in this project first.',
  },
  'registry.field.ends_before': {
    'zh-CN': '结束日期早于开始日期。',
    'zh-Hant': '結束日期早於開始日期。',
    en: 'The last day is before the first.',
  },
  'registry.field.area_from_on': {
    'zh-CN': '计费面积变了：请说明从哪天起，或者原来登记有误。',
    'zh-Hant': '計費面積變了：請說明從哪天起，或者原來登記有誤。',
    en: 'The charged area becomes another: say from which day, or that it was entered wrongly.',
  },
  'registry.field.area_always': {
    'zh-CN': '这套房登记的一直是这个面积，之前没有别的面积，不用填哪天起。',
    'zh-Hant': '這套房登記的一直是這個面積，之前沒有別的面積，不用填哪天起。',
    en: 'The room always had this area as far as is known, and none before it: leave the day out.',
  },
  'registry.field.area_from_future': {
    'zh-CN': '这一天还没到：请到新面积生效的当天或之后再登记。',
    'zh-Hant': '這一天還沒到：請到新面積生效的當天或之後再登記。',
    en: 'That day is still to come: enter the new area on the day from which it holds, or later.',
  },
  'field.phone': {
    'zh-CN': '请填写有效的电话：手机 11 位，固定电话带区号，境外号码以 + 开头。',
    'zh-Hant': '請填寫有效的電話：手機 11 位，固定電話帶區號，境外號碼以 + 開頭。',
    en: 'Enter a valid phone: 11 digits for a mobile, a landline with its area code, a foreign number beginning with +.',
  },
  'field.date': {
    'zh-CN': '请填写存在的日期，例如 2026-06-10。',
    'zh-Hant': '請填寫存在的日期，例如 2026-06-10。',
    en: 'Enter a day that exists, such as 2026-06-10.',
  },
} as const satisfies Texts
