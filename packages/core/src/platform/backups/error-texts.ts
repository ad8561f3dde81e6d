import type { Texts } from '@heju/i18n'

/** Backups and what is restored from them: read by those who run the installation. */
export const backups = {
  'backups.store_unavailable': {
    'zh-CN': '备份存储暂时没有应答，备份没有保存。系统会再试；如仍不行，请检查存储桶 heju-backups。',
    'zh-Hant': '備份儲存暫時沒有回應，備份沒有儲存。系統會再試；如仍不行，請檢查儲存桶 heju-backups。',
    en: 'The backup storage does not answer, and nothing was backed up. It is tried again; if it still fails, look at the bucket heju-backups.',
  },
  'backups.not_ours': {
    'zh-CN': '这个数据库里没有和居的数据，没有换用。请检查备份文件是否正确、完整。',
    'zh-Hant': '這個資料庫裡沒有和居的資料，沒有換用。請檢查備份檔案是否正確、完整。',
    en: 'This database holds no data of Heju and was not attached. Please check that it is the right backup and whole.',
  },
  'backups.other_company': {
    'zh-CN': '这是另一家公司的数据库，或加密时用的 VAULT_KEY 不同，没有换用。请核对备份文件和密钥。',
    'zh-Hant': '這是另一家公司的資料庫，或加密時用的 VAULT_KEY 不同，沒有換用。請核對備份檔案和金鑰。',
    en: 'This is the database of another company, or was sealed with another VAULT_KEY, and was not attached. Please check the backup and the key.',
  },
  'backups.schema_unknown': {
    'zh-CN': '这个数据库有当前程序不认识的升级步骤 {tag}，没有换用。请用做备份时或更新的程序版本恢复。',
    'zh-Hant': '這個資料庫有目前程式不認識的升級步驟 {tag}，沒有換用。請用做備份時或更新的程式版本恢復。',
    en: 'This database has had the migration {tag}, which this code does not know, and was not attached. Restore it with the version that made it, or a later one.',
  },
  'backups.damaged': {
    'zh-CN': '这个数据库已损坏（{detail}），没有换用。请换一个备份。',
    'zh-Hant': '這個資料庫已損壞（{detail}），沒有換用。請換一個備份。',
    en: 'This database is damaged ({detail}) and was not attached. Please take another backup.',
  },
} as const satisfies Texts
