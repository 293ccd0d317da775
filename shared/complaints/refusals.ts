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
  'complaints.unknown_category': { status: 422, detail: '这一类投诉已经停用，请重新选择类别。' },
  'complaints.not_handler': { status: 403, detail: '投诉由物业办理，您的身份不能受理或回复。' },
  'complaints.not_your_level': { status: 403, detail: '这一步由别的单位办理，您的身份不能做。' },
  'complaints.own_complaint': {
    status: 403,
    detail: '这件投诉是您自己提的，请由同事办理。',
  },
  'complaints.not_filer': { status: 403, detail: '只有提出投诉的人可以这样做。' },
  'complaints.not_accepted': { status: 409, detail: '请先受理这件投诉，再回复或办结。' },
  'complaints.already_accepted': { status: 409, detail: '这件投诉已经受理，可以直接回复。' },
  'complaints.already_resolved': {
    status: 409,
    detail: '这件投诉已经办结，正等提出人确认。',
  },
  'complaints.already_confirmed': { status: 409, detail: '提出人已确认解决，这件投诉已结束。' },
  'complaints.already_closed': { status: 409, detail: '这件投诉已经结束（{state}），不能再办理。' },
  'complaints.merged': { status: 409, detail: '这件投诉已并入 {number}，请在那一件里办理。' },
  'complaints.not_resolved': {
    status: 409,
    detail: '还没有办结，办结后您再确认或提出异议。',
  },
  'complaints.already_disputed': {
    status: 409,
    detail: '这件投诉已经重办并复核过。仍不满意可以申请调解或向法院起诉。',
  },
  'complaints.too_many_replies': {
    status: 409,
    detail: '这件投诉的记录已有 {most} 条，不能再加，请办结或当面沟通。',
  },
  'complaints.not_office': { status: 403, detail: '待审内容由社区或街道查看。' },
  'complaints.frozen': {
    status: 409,
    detail:
      '提出人已经注销账号，这件投诉已封存，谁也看不到。确有需要，由社区或街道说明理由后调阅。',
  },
  'complaints.not_frozen': { status: 409, detail: '这件投诉没有封存，可以直接查看。' },
  'complaints.nothing_said': { status: 422, detail: '还没有内容。请写几个字，或者录一段语音。' },
  'complaints.nothing_held': { status: 409, detail: '这件投诉没有待审的内容。' },
  'complaints.past_property': {
    status: 409,
    detail: '这件投诉已不在物业（{state}），现在由别的单位办理。',
  },
  'complaints.not_now': { status: 409, detail: '这件投诉现在是“{state}”，还不能做这一步。' },
  'complaints.onsite_first': { status: 409, detail: '请先受理并到现场核实，再往下办理。' },
  'complaints.onsite_incomplete': {
    status: 422,
    detail: '现场核实要写明谁、什么时候、在哪里，并附记录或照片。',
  },
  'complaints.visit_not_then': {
    status: 422,
    detail: '现场核实的时间要在投诉提交之后、现在之前，请改正。',
  },
  'complaints.finding_required': {
    status: 409,
    detail: '上交前请先写明结论：本级确实无法解决，或不属于本级职责。',
  },
  'complaints.outside_remit_goes_on': {
    status: 422,
    detail: '不属于本级职责不能作为不受理的理由，请上交或转有关部门。',
  },
  'complaints.unknown_department': { status: 422, detail: '分工表里没有这个部门，请重新选择。' },
  'complaints.not_unanswered': {
    status: 409,
    detail: '办结满 {days} 天并提醒过 {reminders} 次，才能按未答复结案。',
  },
  'complaints.reviewed_by_you': {
    status: 403,
    detail: '复核要由没有办过这件投诉的另一名工作人员作出。',
  },
  'complaints.urged_today': { status: 409, detail: '今天已经催过一次，明天还没有回音可以再催。' },
  'complaints.no_clock_runs': { status: 409, detail: '现在没有正在计算的期限，不需要暂停。' },
  'complaints.clock_overdue': { status: 409, detail: '期限已经过了，不能再暂停，请尽快办理。' },
  'complaints.no_clock_paused': { status: 409, detail: '没有暂停的期限，不需要恢复。' },
  'complaints.too_many_pauses': { status: 409, detail: '暂停次数太多，不能再暂停。' },
  'complaints.merge_not_earlier': {
    status: 422,
    detail: '只能并入同一小区更早提交的一件，请核对编号。',
  },
  'complaints.merge_into_closed': { status: 409, detail: '那一件已经结束，请选择还在办理的一件。' },
  'complaints.changed_meanwhile': {
    status: 409,
    detail: '{who}刚刚{what}，请看过再办。您填写的内容还在。',
  },
  'complaints.not_colleague': {
    status: 422,
    detail: '只能交给本小区现在的物业人员，请重新选择。',
  },
  'complaints.of_colleague': {
    status: 409,
    detail: '这件投诉是这位同事自己提的，请交给别人办理。',
  },
  'complaints.assigned_meanwhile': {
    status: 409,
    detail: '刚刚被同事交给了别人，请刷新看过再定。',
  },
  'complaints.cosign_needs_home': { status: 403, detail: '点“我也是”要用您在本小区登记的房屋。' },
  'complaints.list_not_public': { status: 403, detail: '本小区没有公开投诉目录。' },
  'complaints.settings_stale': {
    status: 409,
    detail: '设置刚被 {who} 改过（第 {version} 版），请看过再改。您填写的内容还在。',
  },
  'complaints.settings_invalid': { status: 422, detail: '设置有误：{problem}。请改正后再保存。' },
  'complaints.unknown_unit': { status: 422, detail: '名册上没有这套房，请核对，或者不填房屋。' },
  'complaints.not_at_window': {
    status: 409,
    detail: '这件投诉不是窗口代填的，或者本人已经认领，请由本人在手机上办。',
  },
  'complaints.too_many_receipts': { status: 409, detail: '回执已经打印过 {most} 次，不能再打印。' },
  'complaints.claim_wrong': {
    status: 422,
    detail: '编号或认领码不对，请照回执核对。多次输错，今天就不能再试。',
  },
  'complaints.claim_locked': {
    status: 429,
    detail: '今天输错太多次，明天再试，或者请社区窗口补打一张回执。',
  },
  'complaints.claim_used': { status: 409, detail: '这张回执的认领码已经用过，不能再用。' },
  'complaints.claim_replaced': {
    status: 409,
    detail: '窗口后来补打过回执，旧认领码已经作废，请用最新的一张。',
  },
  'complaints.claim_expired': {
    status: 409,
    detail: '认领码已经过期，请社区窗口补打一张回执。',
  },
  'complaints.claim_by_office': {
    status: 403,
    detail: '社区和街道的工作人员经手回执，不能自己认领。',
  },
  'complaints.no_such_evidence': {
    status: 404,
    detail: '没有这个校验值的案卷记录：文件可能被改过，或者不是从这里导出的。',
  },
})
