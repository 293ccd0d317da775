import { refusals } from '#shared/kernel/refusals.ts'

export const scopeRefusals = refusals({
  'votes.scope_empty': {
    status: 422,
    detail: '没有选涉及哪些楼栋。请至少选一个，或者改为全小区表决。',
  },
  'votes.scope_unknown': {
    status: 422,
    detail: '房屋名册里没有“{place}”，请从名册里的楼栋、单元中选。',
  },
  'votes.scope_twice': { status: 422, detail: '“{place}”选了两次，请去掉一个。' },
  'votes.scope_overlaps': {
    status: 422,
    detail: '已经选了整栋“{building}”，里面的“{place}”不用再选。',
  },
  'votes.scope_no_register': {
    status: 409,
    detail: '还没有导入房屋名册，不能选涉及的楼栋。请先导入名册，或者改为全小区表决。',
  },
  'votes.scope_fixed': {
    status: 409,
    detail: '业主名册已经按原来的范围公示，不能再改涉及的楼栋。要改范围，请取消后重新发起。',
  },
  'votes.outside_scope': {
    status: 403,
    detail: '这次表决只涉及{scope}，由那里的业主投票。您的房屋不在其中，可以查看，不用投票。',
  },
})
