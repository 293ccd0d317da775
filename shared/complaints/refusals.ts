import { refusals } from '#shared/kernel/refusals.ts'

export const complaintRefusals = refusals({
  'complaints.not_found': { status: 404, detail: '没有找到这件投诉，请核对编号。' },
  'complaints.not_your_home': { status: 403, detail: '只能选择您自己登记的房屋。' },
  'complaints.not_helped_home': {
    status: 403,
    detail: '替人提交时，请选您代办的那套房、楼栋或公共区域。',
  },
  'complaints.not_helper': {
    status: 403,
    detail: '您现在不是这套房的代办人，可能还没有接受、已经到期或已被解除。请在“我的房屋”里看。',
  },
  'complaints.helper_for_whom': {
    status: 403,
    detail: '您在这个小区没有自己的房屋，只能替本人提交。请先选替谁提交。',
  },
  'complaints.helper_may_not_close': {
    status: 403,
    detail: '是您代为提交的，但是否办好要由本人确认或提出异议，代办人不能代替。',
  },
  'complaints.unknown_building': { status: 422, detail: '小区里没有这幢楼，请重新选择。' },
  'complaints.not_handler': { status: 403, detail: '投诉由物业办理，您的身份不能受理或回复。' },
  'complaints.own_complaint': {
    status: 403,
    detail: '这件投诉是您自己提的，请由同事办理。',
  },
  'complaints.not_filer': { status: 403, detail: '只有提出投诉的人可以确认或提出异议。' },
  'complaints.not_accepted': { status: 409, detail: '请先受理这件投诉，再回复或办结。' },
  'complaints.already_accepted': { status: 409, detail: '这件投诉已经受理，可以直接回复。' },
  'complaints.already_resolved': {
    status: 409,
    detail: '这件投诉已经办结，正等提出人确认。',
  },
  'complaints.already_confirmed': { status: 409, detail: '提出人已确认解决，这件投诉已结束。' },
  'complaints.not_resolved': {
    status: 409,
    detail: '物业还没有办结，办结后您再确认或提出异议。',
  },
  'complaints.already_disputed': {
    status: 409,
    detail: '每件投诉只能提一次异议。仍不满意可以向社区或街道反映。',
  },
  'complaints.too_many_replies': {
    status: 409,
    detail: '这件投诉的记录已有 {most} 条，不能再加回复，请办结或当面沟通。',
  },
  'complaints.not_office': { status: 403, detail: '待审内容由社区或街道查看。' },
  'complaints.frozen': {
    status: 409,
    detail:
      '提出人已经注销账号，这件投诉已封存，谁也看不到。确有需要，由社区或街道说明理由后调阅。',
  },
  'complaints.not_frozen': { status: 409, detail: '这件投诉没有封存，可以直接查看。' },
  'complaints.nothing_held': { status: 409, detail: '这件投诉没有待审的内容。' },
})
