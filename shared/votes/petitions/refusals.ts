/** Refusals of owners' petitions, as entries of the votes' own. */
export const petitionRefusals = {
  'votes.petition_not_found': { status: 404, detail: '没有找到这件联名，请刷新后再看。' },
  'votes.petition_no_register': {
    status: 409,
    detail: '还没有导入房屋名册，不知道业主一共有多少，不能联名。请联系业委会或社区导入。',
  },
  'votes.petition_over': {
    status: 409,
    detail: '这件联名已于 {time} 截止，人数没有达到。还想要求开会，请重新发起。',
  },
  'votes.petition_reached': {
    status: 409,
    detail: '联名人数已经达到，业委会要组织开会，不能再撤回。',
  },
  'votes.petition_open_already': {
    status: 409,
    detail: '您发起的“{title}”还在联名，等它截止或者达到人数，再发起新的。',
  },
  'votes.petition_not_your_head': {
    status: 403,
    detail: '这一户不在您名下，不能用它联名。',
  },
  'votes.petition_developer': {
    status: 403,
    detail: '建设单位名下的房屋要由建设单位书面提出，不能在手机上联名。',
  },
  'votes.petition_representative': {
    status: 403,
    detail: '这一户的共有人已推选{name}为代表，请由{name}联名。',
  },
  'votes.petition_not_verified': {
    status: 403,
    detail:
      '只有已核实的业主能联名。您的房屋还在核实，请在“我的房屋”查看进度，或带证件到社区、业委会办理。',
  },
  'votes.petition_not_on_register': {
    status: 403,
    detail: '房屋名册上没有登记您为业主，不能联名。如有疑问请联系业委会或社区。',
  },
  'votes.petition_owners_only': {
    status: 403,
    detail: '只有本小区的业主能联名要求开业主大会。',
  },
} as const
