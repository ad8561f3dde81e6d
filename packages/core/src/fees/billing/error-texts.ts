import type { Text, Texts } from '@heju/i18n'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

export const billing = {
  'billing.tariff_not_found': text(
    '没有找到这项收费标准，或不在您的负责范围内。',
    '沒有找到這項收費標準，或不在您的負責範圍內。',
    'There is no such tariff, or it is not among yours.',
  ),
  'billing.tariff_name_taken': text(
    '这个项目已有名为“{name}”的收费标准。请换一个名称。',
    '這個項目已有名為「{name}」的收費標準。請換一個名稱。',
    'This project has a tariff named “{name}” already. Choose another name.',
  ),
  'billing.tariff_not_draft': text(
    '这项收费标准已经生效，不需要再补依据。',
    '這項收費標準已經生效，不需要再補依據。',
    'This tariff is in use already.',
  ),
  'billing.tariff_in_use': text(
    '这项收费标准已经有依据，可能已按它出账，不能删除；不再收的，请停用。',
    '這項收費標準已經有依據，可能已按它出帳，不能刪除；不再收的，請停用。',
    'This tariff is approved and may have been billed by, so it cannot be deleted; switch it off instead.',
  ),
  'billing.approval_missing': text(
    '请填写收费依据：业委会同意、合同约定，或主管部门备案（批准），并写明文号和日期。',
    '請填寫收費依據：業委會同意、合同約定，或主管部門備案（批准），並寫明文號和日期。',
    'Say what the price stands on: the owners’ committee, the contract or the authority, with number and date.',
  ),
  'billing.guidance_missing': text(
    '本项目的物业费实行政府指导价，请填写服务等级、基准价和浮动幅度。',
    '本項目的物業費實行政府指導價，請填寫服務等級、基準價和浮動幅度。',
    'Property fees of this project fall under guided prices: give the grade, its base price and the range.',
  ),
  'billing.price_out_of_range': text(
    '单价超出了{grade}的政府指导价范围（{low}–{high} 元）。请调整单价，或核对基准价和幅度。',
    '單價超出了{grade}的政府指導價範圍（{low}–{high} 元）。請調整單價，或核對基準價和幅度。',
    'The price is outside the guided range of grade {grade} ({low}–{high} yuan). Change it, or check base price and range.',
  ),
  'billing.addition_not_guided': text(
    '政府指导价下的物业费不能另加附加费。请把附加费改为 0。',
    '政府指導價下的物業費不能另加附加費。請把附加費改為 0。',
    'A property fee under guided prices takes no addition. Set it to 0.',
  ),
  'billing.price_overlaps': text(
    '这一天或以后已定有价格。请把开始日期改到已有价格之后。',
    '這一天或以後已定有價格。請把開始日期改到已有價格之後。',
    'There is a price for this time already. Begin after it.',
  ),
  'billing.run_outdated': text(
    '这份草稿算好以后，有的收费标准、价格、面积、缴费人或约定有了变动，现在生成的账单会不一样。请点“重新生成草稿”，核对后再公布。',
    '這份草稿算好以後，有的收費標準、價格、面積、繳費人或約定有了變動，現在產生的帳單會不一樣。請點「重新產生草稿」，核對後再公佈。',
    'Since this draft was computed, a tariff, price, area, payer or agreement has changed, and some of its bills would be others now. Draft the month anew, look at it, then publish.',
  ),
  'billing.wrong_targets': text(
    '按面积或按户的收费用于房屋，按车位的用于车位，而且都要在本项目内。请重新选择。',
    '按面積或按戶的收費用於房屋，按車位的用於車位，而且都要在本項目內。請重新選擇。',
    'Tariffs by area or room are for rooms, those by space for parking spaces, all of this project. Choose again.',
  ),
  'billing.charged_twice': text(
    '其中 {places} 处已按“{tariffs}”收同一类费用，还没有保存。请说明怎么办：代替它，或者这些不收。这一项本来就是加收的（如电梯费），请在新建或批准时勾选“这是加收”。',
    '其中 {places} 處已按「{tariffs}」收同一類費用，還沒有儲存。請說明怎麼辦：代替它，或者這些不收。這一項本來就是加收的（如電梯費），請在新建或批准時勾選「這是加收」。',
    '{places} of the places are charged for the same by {tariffs}; nothing is saved yet. Say whether this takes its place or leaves them out. If it is a surcharge (as for lifts), tick that it is when it is made or approved.',
  ),
  'billing.target_not_found': text(
    '没有找到这间房屋或车位。',
    '沒有找到這間房屋或車位。',
    'There is no such room or parking space.',
  ),
  'billing.payer_not_there_yet': text(
    '这个人从 {comesOn} 才开始租用或使用这处房屋或车位。约定请从那天或以后开始；日期登记错了，请先更正入住记录。',
    '這個人從 {comesOn} 才開始租用或使用這處房屋或車位。約定請從那天或以後開始；日期登記錯了，請先更正入住記錄。',
    'This person is at the place from {comesOn} on. Let the agreement begin then or later; if that day is wrong, correct their record first.',
  ),
  'billing.payer_not_user': text(
    '约定由使用人交费的，这个人须先登记为该房屋的租户或使用人。',
    '約定由使用人繳費的，這個人須先登記為該房屋的租戶或使用人。',
    'Who pays by agreement must first be entered as tenant or user of the place.',
  ),
  'billing.agreement_exists': text(
    '这段时间已有交费约定。',
    '這段時間已有繳費約定。',
    'There is an agreement for this time already.',
  ),
  'billing.agreement_not_found': text(
    '没有找到这项交费约定。',
    '沒有找到這項繳費約定。',
    'There is no such agreement.',
  ),
  'billing.run_not_found': text(
    '没有找到这次出账，或不在您的负责范围内。',
    '沒有找到這次出帳，或不在您的負責範圍內。',
    'There is no such bill run, or it is not among yours.',
  ),
  'billing.run_not_ready': text(
    '这次出账还没算完，或草稿已放弃，不能公布。请刷新后再看。',
    '這次出帳還沒算完，或草稿已放棄，不能公佈。請重新整理後再看。',
    'This run is not ready to be published. Please reload.',
  ),
  'billing.run_over': text(
    '这次出账已经公布，或草稿已放弃，不能再改。',
    '這次出帳已經公佈，或草稿已放棄，不能再改。',
    'This run was published or discarded already.',
  ),
  'billing.run_under_way': text(
    '同一个月的出账刚由别人发起。请刷新后查看。',
    '同一個月的出帳剛由別人發起。請重新整理後檢視。',
    'Somebody has just begun a run for the same month. Please reload.',
  ),
  'billing.run_moved': text(
    '出账正在进行，请稍候。',
    '出帳正在進行，請稍候。',
    'The run is under way; please wait.',
  ),
  'billing.due_in_past': text(
    '缴费截止日 {dueOn} 已过，业主一看到账单就逾期了。请改到今天以后，重新出账。',
    '繳費截止日 {dueOn} 已過，業主一看到帳單就逾期了。請改到今天以後，重新出帳。',
    'The due day {dueOn} has passed: owners would be overdue at once. Choose a later day and draft anew.',
  ),
  'billing.due_too_far': text(
    '缴费截止日 {dueOn} 太远了。请填写 {months} 个月以内的日期。',
    '繳費截止日 {dueOn} 太遠了。請填寫 {months} 個月以內的日期。',
    'The due day {dueOn} is too far off. Please enter a day within {months} months.',
  ),
  'billing.bill_not_found': text('没有找到这笔账单。', '沒有找到這筆帳單。', 'There is no such bill.'),
  'billing.bill_not_voidable': text(
    '已收过款或已作废的账单不能作废。收错款请先冲销收款。',
    '已收過款或已作廢的帳單不能作廢。收錯款請先沖銷收款。',
    'A bill that was paid or is void cannot be voided. Reverse a mistaken payment first.',
  ),
  'billing.in_draft_run': text(
    '这处房屋或车位本月的账单在一份还没公布的草稿里。请先到“出账”里公布它，或点“放弃草稿”。',
    '這處房屋或車位本月的帳單在一份還沒公佈的草稿裡。請先到「出帳」裡公佈它，或點「放棄草稿」。',
    'Its bill is part of a draft that is not published. Under “Bill runs”, publish or discard that draft first.',
  ),
  'billing.cannot_bill_archived': text(
    '这处房屋或车位已归档，不再出账。',
    '這處房屋或車位已歸檔，不再出帳。',
    'This place was archived and is not billed any more.',
  ),
  'billing.cannot_bill_no_tariff': text(
    '这处房屋或车位没有收费标准。请先为它设置收费标准。',
    '這處房屋或車位沒有收費標準。請先為它設定收費標準。',
    'No tariff is assigned to it. Assign one first.',
  ),
  'billing.cannot_bill_not_yet': text(
    '收费标准从 {onDay} 才开始，这个月不该出账。',
    '收費標準從 {onDay} 才開始，這個月不該出帳。',
    'Its tariff begins on {onDay}, so nothing is due for this month.',
  ),
  'billing.cannot_bill_ended': text(
    '收费标准已在 {onDay} 结束，这个月不该出账。',
    '收費標準已在 {onDay} 結束，這個月不該出帳。',
    'Its tariff ended on {onDay}, so nothing is due for this month.',
  ),
  'billing.cannot_bill_tariff_draft': text(
    '收费标准还没有填写收费依据，不能出账。请先补上依据。',
    '收費標準還沒有填寫收費依據，不能出帳。請先補上依據。',
    'The tariff still lacks its approval. Add it first.',
  ),
  'billing.cannot_bill_tariff_disabled': text(
    '收费标准已停用。需要收费时请先恢复使用。',
    '收費標準已停用。需要收費時請先恢復使用。',
    'The tariff is out of use. Put it back into use to bill.',
  ),
  'billing.cannot_bill_no_price': text(
    '收费标准在这些天没有价格。请先补上价格。',
    '收費標準在這些天沒有價格。請先補上價格。',
    'The tariff has no price for these days. Add one first.',
  ),
  'billing.cannot_bill_no_area': text(
    '这间房没有登记建筑面积，无法按面积计费。请先补上面积。',
    '這間房沒有登記建築面積，無法按面積計費。請先補上面積。',
    'Its area is not known. Enter it first.',
  ),
  'billing.cannot_bill_billed_otherwise': text(
    '这些天的同一类费用已按“{tariff}”出过账，不再重复出账。要改按现在的标准收，请先作废那张账单。',
    '這些天的同一類費用已按「{tariff}」出過帳，不再重複出帳。要改按現在的標準收，請先作廢那張帳單。',
    'These days are billed for the same by {tariff} already. To charge them by the tariff of now, void that bill first.',
  ),
  'billing.cannot_bill_already_billed': text(
    '这个月已经出过账了。',
    '這個月已經出過帳了。',
    'It was billed for this month already.',
  ),
  'billing.cannot_bill_no_developer': text(
    '未售房屋由建设单位交费，但没有登记建设单位。请先登记。',
    '未售房屋由建設單位繳費，但沒有登記建設單位。請先登記。',
    'The developer pays for unsold rooms, and none is entered. Enter it first.',
  ),
  'billing.cannot_bill_no_owner': text(
    '这处房屋或车位没有登记业主，不知道向谁收费。请先登记业主。',
    '這處房屋或車位沒有登記業主，不知道向誰收費。請先登記業主。',
    'No owner is entered, so nobody can be charged. Enter the owner first.',
  ),
  'billing.cannot_bill_zero': text(
    '算出来不到一分钱，不出账。',
    '算出來不到一分錢，不出帳。',
    'It comes to less than a fen, so there is no bill.',
  ),
} as const satisfies Texts
