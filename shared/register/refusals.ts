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
  'register.columns_uncertain': {
    status: 422,
    detail: '不能确定每一列各是什么，没有导入。请先指明哪一列是房号、面积和业主姓名。',
  },
  'register.rooms_repeated': {
    status: 422,
    detail:
      '有 {rows} 行的房号与前面的行重复，看来没有写明楼栋，或共有人分成了几行，没有导入。请写明楼栋（或把共有人写在同一行）后再试。',
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
  'register.none_yet': { status: 404, detail: '这个小区还没有导入业主名册。' },
  'register.unit_unknown': { status: 404, detail: '名册里没有这套房，请核对房号。' },
  'register.import_unknown': { status: 404, detail: '没有找到这次导入，请重新上传名册文件。' },
  'register.version_unknown': { status: 404, detail: '没有找到名册的这个版本，请刷新后再看。' },
  'register.owner_unknown': { status: 404, detail: '名册里没有这位业主，请核对后再试。' },
  'register.not_ready': {
    status: 409,
    detail: '这份名册现在还不能确认：请等核对完成，看过结果后再确认。',
  },
  'register.file_changed': {
    status: 409,
    detail: '文件在核对之后又变了，这次没有导入。请重新核对后再确认。',
  },
  'register.decisions_invalid': {
    status: 422,
    detail: '同名业主的选择有误：只能从列出的同名业主里选，每位只能选一次。',
  },
  'register.columns_invalid': {
    status: 422,
    detail: '各列的对应关系有误：每列只能选一次，房号、建筑面积和业主姓名必须选。',
  },
  'register.import_stopped': {
    status: 503,
    detail: '导入中断，原来的名册没有改动。请重新上传文件再试。',
  },
  'register.not_newest': {
    status: 409,
    detail: '只能撤销最新的版本。名册已有更新的版本，请刷新后再看。',
  },
  'register.nothing_before': { status: 409, detail: '这是名册的第一个版本，不能撤销。' },
  'register.transfer_in_future': { status: 422, detail: '变更日期不能晚于今天，请改正日期。' },
  'register.transfer_out_of_order': {
    status: 409,
    detail: '这套房在 {day} 已有后来的变更，不能登记更早的变更。请先核对变更记录。',
  },
  'register.owners_changed': {
    status: 409,
    detail: '这套房的业主刚有变动，这次没有登记。请刷新后再核对。',
  },
  'register.transfer_not_possible': {
    status: 422,
    detail:
      '按这套房现在的状态不能这样变更：未售的房只能登记买卖或首次交付，已交付的房不能再次交付。',
  },
  'register.transfer_changes_nothing': {
    status: 422,
    detail: '变更前后的业主相同，不需要登记。',
  },
  'register.owner_repeated': { status: 422, detail: '同一位业主写了两次，请删去一位。' },
  'register.identity_unclear': {
    status: 422,
    detail: '证件号码或电话写得不对：请写完整的号码，不要用星号代替。',
  },
  'register.representative_not_an_owner': {
    status: 422,
    detail: '只能从这套房的共有业主里选产权代表。',
  },
})
export type RegisterRefusal = keyof typeof registerRefusals
