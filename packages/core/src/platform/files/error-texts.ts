import type { Texts } from '@heju/i18n'

/** Photos that people send. */
export const files = {
  'files.not_found': {
    'zh-CN': '没有找到这张照片，可能已被移除，或不在您的查看范围内。',
    'zh-Hant': '沒有找到這張照片，可能已被移除，或不在您的檢視範圍內。',
    en: 'There is no such photo, or it is not for you to see.',
  },
  'files.empty': {
    'zh-CN': '这个文件是空的。请检查照片是否保存完整，再重新选择。',
    'zh-Hant': '這個檔案是空的。請檢查照片是否儲存完整，再重新選擇。',
    en: 'This file is empty. Check that the photo was saved, and choose it again.',
  },
  'files.too_large': {
    'zh-CN': '照片太大了，每张最多 {megabytes} MB。请压缩或重新拍一张再上传。',
    'zh-Hant': '照片太大了，每張最多 {megabytes} MB。請壓縮或重新拍一張再上傳。',
    en: 'The photo is too large: at most {megabytes} MB each. Please send a smaller one.',
  },
  'files.too_many_pixels': {
    'zh-CN':
      '照片的像素太高（{width}×{height}），每张最多 {tenThousands} 万像素。请在相机设置里关闭高像素模式后重拍，或把照片缩小后再上传。',
    'zh-Hant':
      '照片的像素太高（{width}×{height}），每張最多 {tenThousands} 萬像素。請在相機設定裡關閉高像素模式後重拍，或把照片縮小後再上傳。',
    en: 'The photo has too many pixels ({width}×{height}): at most {millions} million each. Turn off the high-resolution mode of the camera and take it again, or make the photo smaller.',
  },
  'files.not_a_photo': {
    'zh-CN': '这个文件不是照片。请上传 JPG、PNG、WebP 或 HEIC 格式的照片。',
    'zh-Hant': '這個檔案不是照片。請上傳 JPG、PNG、WebP 或 HEIC 格式的照片。',
    en: 'This file is not a photo. Please send a JPG, PNG, WebP or HEIC.',
  },
  'files.too_many': {
    'zh-CN': '一次最多上传 {most} 张照片。请减少几张再提交。',
    'zh-Hant': '一次最多上傳 {most} 張照片。請減少幾張再提交。',
    en: 'At most {most} photos at a time. Please send fewer.',
  },
  'files.too_many_unattached': {
    'zh-CN': '您今天上传的照片还有不少没有提交。请先提交已上传的内容，或明天再传。',
    'zh-Hant': '您今天上傳的照片還有不少沒有提交。請先提交已上傳的內容，或明天再傳。',
    en: 'Many photos you sent today were not used yet. Please submit those first, or come back tomorrow.',
  },
  'files.not_yours': {
    'zh-CN': '有照片已失效或已用于别处。请重新上传照片后再提交。',
    'zh-Hant': '有照片已失效或已用於別處。請重新上傳照片後再提交。',
    en: 'A photo has expired or is in use elsewhere. Please send it again and submit.',
  },
  'files.field.repeated': {
    'zh-CN': '同一张照片只能选一次。',
    'zh-Hant': '同一張照片只能選一次。',
    en: 'Each photo can be chosen once only.',
  },
} as const satisfies Texts
