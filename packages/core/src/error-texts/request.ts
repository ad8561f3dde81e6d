import type { Text, Texts } from '@heju/i18n'

/** What `request.internal` says where the number of the request is not known. */
export const internalWithoutNumber: Text = {
  'zh-CN': '系统出错了，这次操作可能没有完成。请稍后再试；如仍不行，请联系客服。',
  'zh-Hant': '系統出錯了，這次操作可能沒有完成。請稍後再試；如仍不行，請聯絡客服。',
  en: 'Something went wrong on our side, and this may not have been done. Please try again later, or ask support.',
}

/** What can go wrong with any request, whatever it is about. */
export const request = {
  'request.invalid': {
    'zh-CN': '有些内容填写不正确，请按提示修改后再提交。',
    'zh-Hant': '有些內容填寫不正確，請按提示修改後再提交。',
    en: 'Some fields are not right. Please correct them as shown and send again.',
  },
  'request.internal': {
    'zh-CN': '系统出错了，这次操作可能没有完成。请稍后再试；如仍不行，请把编号 {requestId} 告诉客服。',
    'zh-Hant': '系統出錯了，這次操作可能沒有完成。請稍後再試；如仍不行，請把編號 {requestId} 告訴客服。',
    en: 'Something went wrong on our side, and this may not have been done. Please try again later, or tell support the number {requestId}.',
  },
  'request.reused': {
    'zh-CN': '这次提交的编号已用于另一项操作。请刷新页面后重新提交。',
    'zh-Hant': '這次提交的編號已用於另一項操作。請重新整理頁面後再提交。',
    en: 'This submission number was used for something else. Please reload the page and submit again.',
  },
  'request.id_taken': {
    'zh-CN': '这条内容之前已经提交成功，没有重复保存。请刷新页面查看；如要另外新增，请重新打开表单再填一次。',
    'zh-Hant':
      '這筆內容之前已經提交成功，沒有重複儲存。請重新整理頁面檢視；如要另外新增，請重新開啟表單再填一次。',
    en: 'This was submitted before and is not saved again. Please reload the page to see it; to add another one, open the form anew.',
  },
  'request.changed_meanwhile': {
    'zh-CN': '您打开之后，已有人修改过这项内容，这次没有保存。请核对现在的内容，再保存一次。',
    'zh-Hant': '您開啟之後，已有人修改過這項內容，這次沒有儲存。請核對現在的內容，再儲存一次。',
    en: 'Somebody has changed this since you opened it, so nothing was saved. Look at how it stands now, then save again.',
  },
  'request.not_found': {
    'zh-CN': '没有找到这个页面。请检查网址，或回到首页。',
    'zh-Hant': '沒有找到這個頁面。請檢查網址，或回到首頁。',
    en: 'There is no such page. Please check the address or go back to the start.',
  },
  'request.wrong_method': {
    'zh-CN': '这个地址不支持 {method} 请求，可用的方式：{allowed}。请查看接口文档 /docs。',
    'zh-Hant': '這個地址不支援 {method} 請求，可用的方式：{allowed}。請查看介面文件 /docs。',
    en: 'This address does not take {method}; it takes {allowed}. See the description of the API at /docs.',
  },
  'request.form_expected': {
    'zh-CN': '没有收到表单内容。请返回上一页，重新填写后提交。',
    'zh-Hant': '沒有收到表單內容。請返回上一頁，重新填寫後提交。',
    en: 'No form was received. Please go back, fill it in again and send it.',
  },
  'request.too_large': {
    'zh-CN': '内容太大了，最多 {limit}。请缩小后再提交。',
    'zh-Hant': '內容太大了，最多 {limit}。請縮小後再提交。',
    en: 'This is too large; the limit is {limit}. Please make it smaller and send again.',
  },
  'request.broken_off': {
    'zh-CN': '没有传完就断开了，什么都没有保存。请在网络好些时再提交一次。',
    'zh-Hant': '沒有傳完就斷開了，什麼都沒有儲存。請在網路好些時再提交一次。',
    en: 'The connection broke off before all of it came, and nothing was saved. Please send it again when the connection is better.',
  },
  'request.json_expected': {
    'zh-CN': '接口只接受 UTF-8 编码的 JSON，请把 Content-Type 设为 application/json。',
    'zh-Hant': '介面只接受 UTF-8 編碼的 JSON，請把 Content-Type 設為 application/json。',
    en: 'This endpoint takes JSON in UTF-8 only: set Content-Type to application/json.',
  },
  'request.foreign_origin': {
    'zh-CN': '请求来自其他网站，为了您的安全已拒绝。请从本网站的页面操作。',
    'zh-Hant': '請求來自其他網站，為了您的安全已拒絕。請從本網站的頁面操作。',
    en: 'The request came from another site and was refused for your safety. Please act from a page of this site.',
  },
  'request.too_many': {
    'zh-CN': '操作太频繁了，请{wait}后再试。',
    'zh-Hant': '操作太頻繁了，請{wait}後再試。',
    en: 'Too many requests. Please try again in {wait}.',
  },
  'database.unavailable': {
    'zh-CN': '数据服务暂时没有应答，您的内容没有提交成功。请稍后再试一次。',
    'zh-Hant': '資料服務暫時沒有回應，您的內容沒有提交成功。請稍後再試一次。',
    en: 'The data service does not answer just now, and nothing was saved. Please try again in a moment.',
  },
  'database.conflict': {
    'zh-CN': '这条记录刚被别人改动过。请刷新后再操作。',
    'zh-Hant': '這筆記錄剛被別人改動過。請重新整理後再操作。',
    en: 'Someone else has just changed this. Please reload and try again.',
  },
  'database.migration_changed': {
    'zh-CN': '数据库升级步骤 {tag} 与已执行的内容不一致，已停止升级。请联系平台运维。',
    'zh-Hant': '資料庫升級步驟 {tag} 與已執行的內容不一致，已停止升級。請聯絡平台維運。',
    en: 'Migration {tag} differs from what was applied, so upgrading stopped. Please contact the operator.',
  },
  'database.migration_failed': {
    'zh-CN': '数据库升级步骤 {tag} 没有成功，数据保持原样。请联系平台运维后重试。',
    'zh-Hant': '資料庫升級步驟 {tag} 沒有成功，資料保持原樣。請聯絡平台維運後重試。',
    en: 'Migration {tag} failed and left the data as it was. Please contact the operator and retry.',
  },
  'database.server_refused': {
    'zh-CN': '数据库服务拒绝了请求（状态 {status}）。请稍后重试，或联系平台运维。',
    'zh-Hant': '資料庫服務拒絕了請求（狀態 {status}）。請稍後重試，或聯絡平台維運。',
    en: 'The database service refused (status {status}). Please retry later or contact the operator.',
  },
  'database.dump_cut_off': {
    'zh-CN': '备份没有传完，已作废。系统会再试；如仍不行，请检查数据库服务。',
    'zh-Hant': '備份沒有傳完，已作廢。系統會再試；如仍不行，請檢查資料庫服務。',
    en: 'The backup broke off and does not count. It is tried again; if it still fails, look at the database server.',
  },
  'database.full': {
    'zh-CN':
      '存储空间已满或磁盘出错，本次内容没有保存，已有数据不受影响。请联系平台运维处理，处理后再提交一次即可。',
    'zh-Hant':
      '儲存空間已滿或磁碟出錯，本次內容沒有儲存，已有資料不受影響。請聯絡平台維運處理，處理後再提交一次即可。',
    en: 'The storage is full or its disk fails: nothing of this was saved, and what was there is unharmed. Please tell the operator, and send it again once that is mended.',
  },
  'deployment.setting_missing': {
    'zh-CN': '平台尚未配置完成：缺少设置 {name}。请平台运维按 docs/deploy.md 补上后重新部署。',
    'zh-Hant': '平台尚未設定完成：缺少設定 {name}。請平台維運按 docs/deploy.md 補上後重新部署。',
    en: 'This installation is not set up: the setting {name} is missing. The operator adds it as docs/deploy.md says and deploys again.',
  },
  'vault.seal_broken': {
    'zh-CN': '一项加密资料无法打开（{field}）。请联系平台运维核对密钥。',
    'zh-Hant': '一項加密資料無法開啟（{field}）。請聯絡平台維運核對金鑰。',
    en: 'A sealed value cannot be opened ({field}). Please have the operator check the key.',
  },
  'access.not_allowed': {
    'zh-CN': '您没有这项操作的权限。需要时请联系公司管理员开通。',
    'zh-Hant': '您沒有這項操作的權限。需要時請聯絡公司管理員開通。',
    en: 'You may not do this. If you need to, ask your company administrator.',
  },
  'access.sign_in': {
    'zh-CN': '请先登录。',
    'zh-Hant': '請先登入。',
    en: 'Please sign in first.',
  },
  'access.standing_lost': {
    'zh-CN': '您的登录已失效：已退出登录、账号已停用或权限已调整。请重新登录后再操作。',
    'zh-Hant': '您的登入已失效：已登出、帳號已停用或權限已調整。請重新登入後再操作。',
    en: 'Your sign-in no longer counts: you were signed out, your account was disabled or your roles were changed. Please sign in again.',
  },
  'company.suspended': {
    'zh-CN': '本公司的服务已暂停，目前只能查看，不能提交。请联系公司管理员。',
    'zh-Hant': '本公司的服務已暫停，目前只能檢視，不能提交。請聯絡公司管理員。',
    en: 'This company is suspended: you can look things up but not change them. Please contact the company administrator.',
  },
  'company.upgrading': {
    'zh-CN': '系统正在升级，通常一两分钟就好。请稍后刷新，数据不会丢失。',
    'zh-Hant': '系統正在升級，通常一兩分鐘就好。請稍後重新整理，資料不會遺失。',
    en: 'The system is being upgraded, usually for a minute or two. Please reload shortly; no data is lost.',
  },
  'company.not_found': {
    'zh-CN': '没有找到这家公司。请检查网址是否正确。',
    'zh-Hant': '沒有找到這家公司。請檢查網址是否正確。',
    en: 'No company answers at this address. Please check it.',
  },
  'company.closed': {
    'zh-CN': '这家公司的服务已结束。如需资料，请联系公司。',
    'zh-Hant': '這家公司的服務已結束。如需資料，請聯絡公司。',
    en: 'This company has left the service. For your records, please contact the company.',
  },
} as const satisfies Texts
