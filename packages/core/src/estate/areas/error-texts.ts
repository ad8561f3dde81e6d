import type { Texts } from '@heju/i18n'

export const areas = {
  'areas.not_found': {
    'zh-CN': '没有这个责任区。请回到列表重新选择。',
    'zh-Hant': '沒有這個責任區。請回到列表重新選擇。',
    en: 'There is no such area. Please choose one from the list.',
  },
  'areas.name_taken': {
    'zh-CN': '本项目已有同名的责任区；定好撤销日的，撤销之前也算。请换个名称。',
    'zh-Hant': '本項目已有同名的責任區；定好撤銷日的，撤銷之前也算。請換個名稱。',
    en: 'The project has an area of this name; one that is to close has it until then. Please choose another name.',
  },
  'areas.closed': {
    'zh-CN': '这个责任区已经撤销，或已定好撤销日，没有保存。请刷新后再看。',
    'zh-Hant': '這個責任區已經撤銷，或已定好撤銷日，沒有儲存。請重新整理後再看。',
    en: 'The area is closed, or the day of its end is set, so nothing was saved. Please reload.',
  },
  'areas.day_past': {
    'zh-CN': '生效日不能早于今天：以前的归属已经是记录。请选今天或以后。',
    'zh-Hant': '生效日不能早於今天：以前的歸屬已經是記錄。請選今天或以後。',
    en: 'It cannot begin before today: what was is on record. Please choose today or later.',
  },
  'areas.place_not_found': {
    'zh-CN': '所选楼栋、单元或房屋有的已不在本项目。请刷新后重新选择。',
    'zh-Hant': '所選樓棟、單元或房屋有的已不在本項目。請重新整理後重新選擇。',
    en: 'A building, unit or room is not in the project any more. Please reload and choose again.',
  },
  'areas.steward_cannot': {
    'zh-CN':
      '所选人员已停用，或在本项目的角色不能负责这类责任区：管家责任区要能处理投诉，催缴责任区要能重发催缴短信、登记送达。请换一位。',
    'zh-Hant':
      '所選人員已停用，或在本項目的角色不能負責這類責任區：管家責任區要能處理投訴，催繳責任區要能重發催繳簡訊、登記送達。請換一位。',
    en: 'One of them is shut out, or has no role in the project for it: a stewards’ area takes handling complaints, one of dunning takes sending messages again. Please choose another.',
  },
  'areas.field.same_person': {
    'zh-CN': '代班不能是负责人本人。请换一位，或留空。',
    'zh-Hant': '代班不能是負責人本人。請換一位，或留空。',
    en: 'The stand-in is somebody else, or nobody.',
  },
} as const satisfies Texts
