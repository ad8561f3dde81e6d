import { longestTariffName } from '../../fees/billing/index.ts'
import {
  writeTables,
  type DownloadTable,
  type TableCell,
  type TableColumn,
} from '../../platform/spreadsheets/index.ts'

interface TemplateSheet {
  name: string
  about: string
  columns: (TableColumn & { meaning: string; example: TableCell[] })[]
}

/** The product's own workbook for a registry. Every heading is one that the import knows. */
const sheets: readonly TemplateSheet[] = [
  {
    name: '房屋',
    about: '每间房屋一行。只填这一张表也可以导入：业主姓名和电话可以直接写在房屋后面。',
    columns: [
      { heading: '楼栋', meaning: '楼栋名称或编号，如 3栋、A座。', example: ['3栋', '3栋', 'A座'] },
      { heading: '单元', meaning: '没有单元的留空。', example: ['2单元', '2单元', null] },
      {
        heading: '房号',
        meaning: '必填。门牌号，如 1501；也可以写全称 3-2-1501，楼栋和单元就不用填了。',
        example: ['1501', '1502', '1203'],
      },
      { heading: '楼层', meaning: '数字，地下一层写 -1。', example: ['15', '15', '12'] },
      {
        heading: '建筑面积',
        kind: 'area',
        meaning: '平方米，两位小数。物业费按它计算，请以房产证为准。',
        example: [94.56, 128.3, 210],
      },
      { heading: '套内面积', kind: 'area', meaning: '平方米，没有可留空。', example: [78.2, 106.45, null] },
      {
        heading: '房屋用途',
        choices: ['住宅', '公寓', '别墅', '办公', '商铺', '宿舍', '储藏室', '其他'],
        meaning: '从列表中选。',
        example: ['住宅', '住宅', '办公'],
      },
      {
        heading: '房屋状态',
        choices: ['自住', '出租', '空置', '装修', '已售未交', '未售'],
        meaning: '从列表中选。未售的房屋由建设单位交费。',
        example: ['自住', '未售', '出租'],
      },
      { heading: '交付日期', meaning: '写成 2020-06-10。', example: ['2020-06-10', null, '2019-12-01'] },
      {
        heading: '业主编号',
        meaning: '在“业主和住户”表中登记的编号。直接写姓名和电话时可以不填。',
        example: ['001', null, null],
      },
      { heading: '业主姓名', meaning: '几位业主共有时用顿号隔开。', example: [null, null, '林一、林二'] },
      {
        heading: '业主电话',
        meaning: '与姓名一一对应，用顿号隔开。',
        example: [null, null, '13912345678、13912345679'],
      },
      { heading: '租户姓名', meaning: '没有租户可留空。', example: [null, null, '和风贸易有限公司'] },
      { heading: '租户电话', meaning: '手机，或带区号的固定电话。', example: [null, null, '0755-26001234'] },
      {
        heading: '费用编号',
        meaning: '在“收费标准”表中登记的编号，几项用 # 隔开，如 1#2。',
        example: ['1#2', '1', '1'],
      },
      {
        heading: '计费开始日期',
        meaning: '从哪一天起收。几项用 # 隔开，与费用编号一一对应。',
        example: ['2020-06-10#2020-07-01', '2020-06-10', '2020-01-01'],
      },
      { heading: '备注', meaning: '随房屋保存，员工可见。', example: [null, null, null] },
    ],
  },
  {
    name: '业主和住户',
    about: '每人一行。家属、租户的“业主编号”写他们所属业主的编号。',
    columns: [
      { heading: '业主编号', meaning: '业主各不相同，由您自己编。', example: ['001', '001'] },
      { heading: '姓名', meaning: '必填。单位写全称。', example: ['陈一', '陈小一'] },
      {
        heading: '住户类型',
        choices: ['业主', '共有人', '家属', '租户', '使用人'],
        meaning: '从列表中选，不填按业主处理。',
        example: ['业主', '家属'],
      },
      {
        heading: '联系电话',
        meaning: '业主凭手机号登录和收通知。没有请留空，不要填假号码。',
        example: ['13800001111', null],
      },
      { heading: '备用电话', meaning: '没有可留空。', example: ['0755-26005678', null] },
      {
        heading: '证件号码',
        width: 24,
        meaning: '身份证号或统一社会信用代码，加密保存。没有请留空。',
        example: ['11010119900307053X', null],
      },
      { heading: '性别', choices: ['男', '女'], meaning: '用于称呼，没有可留空。', example: ['女', '男'] },
      { heading: '备注', meaning: '员工可见。', example: [null, null] },
    ],
  },
  {
    name: '车位',
    about: '每个车位一行。',
    columns: [
      { heading: '停车场', meaning: '只有一个停车场可留空。', example: ['地下一层', '地下一层'] },
      { heading: '车位号', meaning: '必填。', example: ['B1-001', 'B1-002'] },
      {
        heading: '车位类型',
        choices: ['地上', '地下', '机械'],
        meaning: '从列表中选。',
        example: ['地下', '地下'],
      },
      { heading: '车位面积', kind: 'area', meaning: '平方米，没有可留空。', example: [12.5, 12.5] },
      { heading: '租售', choices: ['产权', '出租'], meaning: '从列表中选。', example: ['产权', '出租'] },
      {
        heading: '业主编号',
        meaning: '车位归谁使用，写业主编号；或在“房号”列写他的房屋。',
        example: ['001', null],
      },
      {
        heading: '房号',
        meaning: '如 3-2-1501，车位登记在这间房屋的业主名下。',
        example: [null, '3-2-1501'],
      },
      { heading: '车牌号', meaning: '没有可留空。', example: ['粤B12345', null] },
      { heading: '开始日期', meaning: '写成 2020-06-10。', example: ['2020-06-10', '2026-01-01'] },
      { heading: '结束日期', meaning: '长期的留空。', example: [null, '2026-12-31'] },
    ],
  },
  {
    name: '收费标准',
    about:
      '每个收费项目一行。导入后请在“收费标准”中补充审批依据，才能出账。系统中已有的价格不会被表格改动：同名的项目与系统中不一致时会提示，改价请在“收费标准”中设置。',
    columns: [
      { heading: '费用编号', meaning: '由您自己编，房屋表里引用。', example: ['1', '2'] },
      {
        heading: '收费项目',
        meaning: `必填，最多 ${longestTariffName} 个字。业主账单上看到的名称。`,
        example: ['物业服务费', '生活垃圾清运费'],
      },
      {
        heading: '计费方式',
        choices: ['面积×单价', '固定费用'],
        meaning: '从列表中选。',
        example: ['面积×单价', '固定费用'],
      },
      {
        heading: '单价',
        meaning: '元/平方米·月，按面积计费时填，最多四位小数。',
        example: [2.35, null],
        kind: 'number',
      },
      {
        heading: '固定费用',
        meaning: '元/户·月。按面积计费时填了它，会在面积费用之外另收。',
        example: [null, 12.5],
        kind: 'yuan',
      },
      { heading: '缴费周期', meaning: '目前每月出一次账，请写“月”或留空。', example: ['月', null] },
      { heading: '开始日期', meaning: '写成 2020-06-10。', example: ['2020-06-10', '2020-07-01'] },
      { heading: '结束日期', meaning: '没有终止日期的留空。', example: [null, null] },
    ],
  },
]

/** Rows that keep what is typed as text; beyond them a spreadsheet may take a room for a date. */
const rowsToFill = 500

/** Writes the template: sheets to fill in, what each column means, and examples in sheets that an import passes over. */
export function writeTemplate(): Promise<Uint8Array> {
  return writeTables([explanation(), ...sheets.map(empty), ...sheets.map(example)])
}

function explanation(): DownloadTable {
  const general: TableCell[][] = [
    ['全部', '', '列的顺序可以变，不需要的列可以删，也可以加自己的列。带“示例”的工作表不会导入，不用删除。'],
    [
      '全部',
      '',
      '同一个文件可以反复导入：没有变化的不会重复，有变化的会更新（收费标准除外，不一致时会提示），空着的格子不会清掉已有的内容。',
    ],
  ]
  const columns = sheets.flatMap(({ name, about, columns: all }): TableCell[][] => [
    [name, '', about],
    ...all.map(({ heading, meaning }): TableCell[] => [name, heading, meaning]),
  ])
  return {
    name: '填写说明',
    columns: [
      { heading: '工作表', width: 14 },
      { heading: '列名', width: 16 },
      { heading: '怎样填写', width: 90 },
    ],
    rows: [...general, ...columns],
  }
}

function empty({ name, columns }: TemplateSheet): DownloadTable {
  return { name, columns, rows: [], blankRows: rowsToFill }
}

function example({ name, columns }: TemplateSheet): DownloadTable {
  const rows = columns[0]!.example.map((_, row) => columns.map((column) => column.example[row] ?? null))
  return { name: `示例-${name}`, columns, rows }
}
