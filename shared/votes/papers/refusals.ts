import { refusals } from '#shared/kernel/refusals.ts'

export const paperRefusals = refusals({
  'votes.not_by_tap': { status: 409, detail: '{sentence}' },
  'votes.no_paper_here': { status: 409, detail: '这次表决不收纸质表决票。' },
  'votes.paper_not_for_property': {
    status: 403,
    detail: '您同时是物业工作人员，不能经手表决票。请由业委会或社区的其他人办理。',
  },
  'votes.sheet_unknown': { status: 404, detail: '没有找到这张表决票，请核对票号。' },
  'votes.sheet_code_wrong': {
    status: 422,
    detail: '票号或验证码不对。请对着表决票右上角重新扫码，或逐个字输入。',
  },
  'votes.sheet_replaced': {
    status: 409,
    detail: '这张表决票已经换成新印的 {serial} 号，这一张作废，不能再用。',
  },
  'votes.sheet_void': { status: 409, detail: '{serial} 号表决票已经作废（{reason}），不能再用。' },
  'votes.sheet_missing': {
    status: 409,
    detail: '{serial} 号表决票已经登记遗失。收到了可以登记收回；要再发请补印。',
  },
  'votes.sheet_returned': {
    status: 409,
    detail: '{serial} 号表决票已经收回，不能再改。请刷新后查看。',
  },
  'votes.sheet_issued_already': {
    status: 409,
    detail: '{serial} 号表决票已经登记发出，请刷新后查看。',
  },
  'votes.too_many_reprints': {
    status: 409,
    detail: '这一户的表决票最多印 {most} 次，不能再补印。请联系社区。',
  },
  'votes.sheet_not_returned': {
    status: 409,
    detail: '{serial} 号表决票还没有登记收回，登记后才能录入。',
  },
  'votes.sheet_late': {
    status: 409,
    detail: '{serial} 号表决票在截止以后才收回，只登记、不计票，不能录入。',
  },
  'votes.sheet_settled': {
    status: 409,
    detail: '{serial} 号表决票已经由两个人录入一致，不能再录。',
  },
  'votes.entered_by_you': {
    status: 409,
    detail: '这张表决票的上一次录入就是您做的，要由另一个人录第二次。',
  },
  'votes.sheet_taken_in_by_other': {
    status: 403,
    detail: '{serial} 号表决票是别人登记收回的，照片要由收票的人当场拍。',
  },
  'votes.sheet_photographed': { status: 409, detail: '{serial} 号表决票已经存了照片，不能再换。' },
  'votes.sheet_entry_begun': {
    status: 409,
    detail: '{serial} 号表决票已经有人录入，不能再补照片。原件就是凭据，请存好。',
  },
  'votes.sheet_photo_unready': {
    status: 409,
    detail: '照片还没有传完，请等几秒再存一次。',
  },
  'votes.sheet_without_photo': { status: 404, detail: '{serial} 号表决票没有拍照片，请看原件。' },
  'votes.sheet_photo_too_early': {
    status: 409,
    detail: '{serial} 号表决票的照片，两个人都录入以后录入的人才能看，其他经办人要等投票截止。',
  },
  'votes.signer_unknown': { status: 422, detail: '请选择表决票上是哪一位业主签的名。' },
  'votes.intake_finished': {
    status: 409,
    detail: '纸质表决票已经由业委会和社区核对完毕，不能再改。',
  },
  'votes.intake_not_yet': {
    status: 409,
    detail: '截止一分钟以后才能核对纸质表决票，请 {time} 以后再办。',
  },
  'votes.sheets_waiting': {
    status: 409,
    detail: '还有 {count} 张收回的表决票没有由两个人录入一致，录完才能核对完毕。',
  },
  'votes.papers_changed': {
    status: 409,
    detail: '表决票的登记刚有变化，请重新看过核对表再确认。您写的说明还在。',
  },
  'votes.difference_unexplained': {
    status: 422,
    detail: '核对表上有“{what}”，请写明原因后再确认。',
  },
  'votes.intake_declared_already': {
    status: 409,
    detail: '您这一方已经确认过核对表，等另一方确认。',
  },
  'votes.intake_declared_by_you': {
    status: 409,
    detail: '核对表要由业委会和社区各一人确认，您已经确认过，另一方请由别人确认。',
  },
})
