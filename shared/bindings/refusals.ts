import { refusals } from '#shared/kernel/refusals.ts'

export const bindingRefusals = refusals({
  'bindings.no_register': {
    status: 409,
    detail: '这个小区还没有导入业主名册，暂时不能认领房屋。请联系业委会或物业。',
  },
  'bindings.unknown_home': {
    status: 422,
    detail: '名册上没有这套房，请核对楼栋、单元和房号。仍找不到请联系社区或物业。',
  },
  'bindings.not_found': {
    status: 404,
    detail: '没有找到这条房屋记录，可能已经变动，请刷新后再看。',
  },
  'bindings.already_yours': {
    status: 409,
    detail: '您和这套房已经有一条记录，请在“我的房屋”里查看进度。',
  },
  'bindings.home_crowded': {
    status: 409,
    detail: '这套房已有多人在等待核实，请带证件到社区办理。',
  },
  'bindings.pause_after_rejection': {
    status: 409,
    detail: '这套房的认领没有通过，{days} 天内不能再提交。材料有更新请带到社区办理。',
  },
  'bindings.phone_taken_back': {
    status: 422,
    detail: '微信没有给出手机号，请重新点一次授权按钮。也可以用纸质验证码，或带证件到社区办理。',
  },
  'bindings.phone_unreachable': {
    status: 503,
    detail: '现在取不到微信手机号。可以稍后再试，也可以用纸质验证码，或带证件到社区办理。',
  },
  'bindings.no_weixin_account': {
    status: 409,
    detail: '这个账号没有连着微信，取不到微信手机号。可以用纸质验证码，或带证件到社区办理。',
  },
  'bindings.code_wrong': {
    status: 422,
    detail: '验证码和这套房对不上，请核对房号和纸上的 10 位验证码。',
  },
  'bindings.code_expired': { status: 409, detail: '验证码已过期，请到发放的地方重新领取。' },
  'bindings.code_locked': {
    status: 429,
    detail: '今天输错的次数太多，请明天再试，或带证件到社区办理。',
  },
  'bindings.code_not_for_name': {
    status: 422,
    detail: '这个验证码是发给另一位产权人的，姓名和名册不一致，请核对后再试。',
  },
  'bindings.code_gone': { status: 409, detail: '这个验证码已使用或已作废，请刷新后再看。' },
  'bindings.too_many_codes': {
    status: 409,
    detail: '这套房没有用掉的验证码太多，请先作废不用的，再发新的。',
  },
  'bindings.too_many_users': {
    status: 409,
    detail: '这套房的使用人已经很多，请先移除已搬走的人。',
  },
  'bindings.not_issuer': {
    status: 403,
    detail: '您的身份不能发放这种验证码。代办人的验证码由业主本人或社区发放。',
  },
  'bindings.until_past': { status: 422, detail: '截止日期已经过去，请重新选择。' },
  'bindings.helper_needs_end': {
    status: 422,
    detail: '代办人要有截止日期，最长 {days} 天，到期可以再续。',
  },
  'bindings.helper_from_wrong': {
    status: 422,
    detail: '代办要从今天或以后的一天开始，不晚于截止日期，请重新选择。',
  },
  'bindings.helper_unnamed': {
    status: 422,
    detail: '请写明代办人的姓名，以及是亲属、志愿者还是邻居。',
  },
  'bindings.helper_needs_consent': {
    status: 422,
    detail: '替不用手机的人登记代办人，要先看过本人的书面同意，或由本人到场说明。',
  },
  'bindings.helper_name_differs': {
    status: 422,
    detail: '这个验证码是给另一位代办人的，姓名和登记时写的不一致，请核对后再试。',
  },
  'bindings.own_helper': {
    status: 403,
    detail: '不能给自己当代办人。请把验证码交给帮忙的人，由他自己输入。',
  },
  'bindings.helper_by_office': {
    status: 403,
    detail: '代办人由本人、家人或社区登记和解除，您的身份不能办理。',
  },
  'bindings.own_claim': { status: 403, detail: '这是您自己的房屋记录，请由其他工作人员办理。' },
  'bindings.not_confirmer': {
    status: 403,
    detail: '房屋由业委会委员或社区工作者核实，您的身份不能核实。',
  },
  'bindings.already_verified': { status: 409, detail: '这条认领已经核实通过，不用重复办理。' },
  'bindings.already_rejected': { status: 409, detail: '这条认领已经被退回，请看退回的原因。' },
  'bindings.already_ended': { status: 409, detail: '这条房屋记录已经结束。' },
  'bindings.not_bound': { status: 409, detail: '这条认领还没有通过，请核实或退回。' },
  'bindings.not_on_register': {
    status: 409,
    detail: '名册上没有这位产权人，名册可能刚更新，请刷新后再核对。',
  },
  'bindings.name_differs': {
    status: 409,
    detail: '姓名与名册上的产权人不同。继承、离婚、购买请先让申请人选明情况；否则请先更新名册。',
  },
  'bindings.evidence_not_enough': {
    status: 422,
    detail: '这种依据不够，请看过证件或材料后，选对应的一种。',
  },
  'bindings.already_held': {
    status: 409,
    detail: '这位产权人已由另一个账号绑定。请核对两边，确认要更换的，再选“替换原绑定”。',
  },
  'bindings.replaces_other': {
    status: 409,
    detail: '要替换的绑定已经变动，请刷新后再核对。',
  },
  'bindings.document_needs_office': {
    status: 403,
    detail: '证件只给社区工作者看，请申请人带证件到社区。',
  },
  'bindings.not_a_document': { status: 422, detail: '请选择看过的证件或材料的种类。' },
  'bindings.not_rejected': { status: 409, detail: '这条认领没有被退回，不用申诉。' },
  'bindings.appeal_once': {
    status: 409,
    detail: '申诉只有一次，社区已作出最后决定。仍有异议可以向街道反映。',
  },
  'bindings.appeal_late': {
    status: 409,
    detail: '申诉要在退回后 {days} 天内提出，现在已过期。请重新提交认领。',
  },
  'bindings.appeal_needs_office': { status: 403, detail: '申诉由社区工作者决定。' },
  'bindings.appeal_needs_another': {
    status: 403,
    detail: '这条认领是您退回的，申诉请由社区的另一位同事决定。',
  },
  'bindings.owners_only': {
    status: 403,
    detail: '只有这套房已核实的业主能这样做。房屋还在核实的，请等核实通过。',
  },
  'bindings.not_a_user': {
    status: 403,
    detail: '这里只能移除租户、家人和代办人。产权人的绑定由社区或业委会办理。',
  },
  'bindings.one_owner': { status: 409, detail: '这套房只有一位产权人，不需要产权代表。' },
  'bindings.not_of_set': { status: 403, detail: '只有这套房的产权人能决定产权代表。' },
  'bindings.no_proposal': {
    status: 409,
    detail: '这次提名已经变动，请刷新后看最新的一次。',
  },
  'bindings.owners_changed': {
    status: 409,
    detail: '这套房的产权人有变动，原来的提名作废，请重新提名。',
  },
  'bindings.already_consented': { status: 409, detail: '已经同意过，正等其他产权人。' },
  'bindings.already_representative': { status: 409, detail: '现在的产权代表就是这位。' },
  'bindings.no_representative': { status: 409, detail: '这套房现在没有产权代表，也没有提名。' },
})
export type BindingRefusal = keyof typeof bindingRefusals
