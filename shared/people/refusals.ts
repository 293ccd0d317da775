import { refusals } from '#shared/kernel/refusals.ts'

export const peopleRefusals = refusals({
  'people.unknown': {
    status: 403,
    detail: '您还没有登记到任何小区。请带证件到社区或物业办公室登记。',
  },
  'people.not_yours_to_give': {
    status: 403,
    detail: '您的身份（{roles}）不能授予或收回“{role}”。请联系上一级的管理人员。',
  },
  'people.role_not_here': {
    status: 422,
    detail: '“{role}”不在这一级授予，请到它所在的小区、街道或区县去授予。',
  },
  'people.post_needed': { status: 422, detail: '请选择职务，例如主任、委员或网格员。' },
  'people.post_unknown': { status: 422, detail: '这个角色没有所选的职务，请重新选择。' },
  'people.term_needed': { status: 422, detail: '“{role}”有任期，请填写任期的最后一天。' },
  'people.term_not_for_admins': {
    status: 422,
    detail: '平台管理员不设任期，以免平台无人管理。不再担任时请由其他管理员收回。',
  },
  'people.term_backwards': {
    status: 422,
    detail: '任期的最后一天不能早于今天，也不能早于第一天。请改正日期。',
  },
  'people.term_too_long': {
    status: 422,
    detail: '“{role}”的任期一次最长 {years} 年，请改正最后一天。',
  },
  'people.invitation_not_found': {
    status: 404,
    detail: '没有找到这份邀请。它可能已经过期，请刷新后再看。',
  },
  'people.invitation_closed': {
    status: 409,
    detail: '这份邀请已经用过或已经撤回，不能再撤回。请刷新后再看。',
  },
  'people.code_unknown': {
    status: 404,
    detail: '没有这个邀请码。请对照收到的邀请码再输一遍，不分大小写。',
  },
  'people.code_used': {
    status: 409,
    detail: '这个邀请码已经用过了，一个邀请码只能用一次。请让邀请您的人再发一个。',
  },
  'people.code_withdrawn': {
    status: 409,
    detail: '邀请您的人已经撤回了这个邀请码。需要时请与对方联系。',
  },
  'people.code_expired': {
    status: 409,
    detail: '这个邀请码已经过期。请让邀请您的人再发一个。',
  },
  'people.own_invitation': {
    status: 403,
    detail: '不能给自己授予角色。请把邀请码交给被邀请的人，由对方在自己的手机上输入。',
  },
  'people.for_another': {
    status: 403,
    detail: '这个邀请码写的是另一个人的姓名。请与邀请您的人核对姓名后重新邀请。',
  },
  'people.giver_ended': {
    status: 409,
    detail: '邀请您的人已经不再有权授予这个角色，邀请码作废。请联系现任的管理人员。',
  },
  'people.already_holds': {
    status: 409,
    detail: '您在这里已经有这个角色，不需要再领一次。要改职务或任期，请先收回原来的。',
  },
  'people.too_many_roles': {
    status: 409,
    detail: '一个人最多同时有 {most} 个角色。请先收回不再需要的。',
  },
  'people.role_not_found': {
    status: 404,
    detail: '没有找到这个角色，或它不在这里。请刷新后再看。',
  },
  'people.role_ended': { status: 409, detail: '这个角色已经结束了。请刷新后再看。' },
  'people.struck_off': {
    status: 403,
    detail: '您的平台管理员角色刚被收回，不能再做这件事。有疑问请联系其他管理员。',
  },
  'people.last_admin': {
    status: 409,
    detail: '这是最后一位平台管理员，收回后没有人能管理平台。请先邀请另一位管理员。',
  },
})
