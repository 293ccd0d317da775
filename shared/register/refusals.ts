import { refusals } from '#shared/kernel/refusals.ts'

/** Why a whole file is not taken. A single row that cannot be taken is a `RowProblem` instead. */
export const registerRefusals = refusals({
  'register.file_too_large': {
    status: 413,
    detail: '文件太大，最多 {megabytes} MB。请删去图片和无关的工作表后再试。',
  },
  'register.file_empty': { status: 422, detail: '文件是空的，请重新选择名册文件。' },
  'register.not_a_table': {
    status: 415,
    detail: '这不是表格文件。请选择 Excel 工作簿（.xlsx）或 CSV 文件。',
  },
  'register.legacy_workbook': {
    status: 415,
    detail: '这是旧版 Excel 文件（.xls）。请在 Excel 或 WPS 中另存为 .xlsx 后再试。',
  },
  'register.file_encrypted': {
    status: 415,
    detail: '文件设有打开密码。请在 Excel 或 WPS 中取消密码后再试。',
  },
  'register.has_macros': {
    status: 415,
    detail: '文件带有宏，为安全起见不能导入。请另存为不含宏的 .xlsx 后再试。',
  },
  'register.file_damaged': {
    status: 422,
    detail: '文件已损坏或没有传完整。请在 Excel 或 WPS 中打开，另存一份后再试。',
  },
  'register.unpacks_too_large': {
    status: 422,
    detail: '文件展开后大得不正常，没有导入。请把名册复制到新的工作簿后再试。',
  },
  'register.unsafe_content': {
    status: 422,
    detail: '文件里有不允许的内容，没有导入。请在 Excel 或 WPS 中另存一份后再试。',
  },
  'register.too_many_rows': {
    status: 422,
    detail: '表格超过 {rows} 行（空行也算）。请删去数据下方的空行后再试。',
  },
  'register.too_many_cells': {
    status: 422,
    detail: '表格里的格子太多。请删去数据右侧和下方的空白行列后再试。',
  },
  'register.encoding_unknown': {
    status: 422,
    detail: '文件的文字编码无法识别。请另存为 .xlsx，或 UTF-8、GB18030 编码的 CSV 后再试。',
  },
  'register.quotes_unclosed': {
    status: 422,
    detail: '第 {row} 行的引号没有成对，后面的内容无法读取。请改正后再试。',
  },
  'register.header_not_found': {
    status: 422,
    detail: '前 {rows} 行里没有找到表头。名册要有房号、建筑面积和业主姓名这几列。',
  },
  'register.column_missing': {
    status: 422,
    detail: '工作表“{sheet}”的表头缺少这几列：{columns}。请补上后再试。',
  },
  'register.column_repeated': {
    status: 422,
    detail: '工作表“{sheet}”有两列都像是“{column}”。请只留一列，或改掉另一列的名称。',
  },
  'register.too_many_units': {
    status: 422,
    detail: '名册超过 {units} 户，请按小区分开后再试。',
  },
  'register.nothing_to_take': {
    status: 422,
    detail: '名册里没有一行可以导入，原来的名册没有改动。请按列出的原因改正后再试。',
  },
  'register.changed_meanwhile': {
    status: 409,
    detail: '名册刚被别人更新，这次没有导入。请核对后重新导入。',
  },
})
export type RegisterRefusal = keyof typeof registerRefusals
