import { refusals } from '#shared/kernel/refusals.ts'

export const officialRefusals = refusals({
  'votes.official_system_needed': {
    status: 422,
    detail: '请写明在哪个政府平台上投票（平台名称，有网址也写上）。',
  },
  'votes.official_system_not_here': {
    status: 422,
    detail: '“{mode}”不在政府平台上投票，请去掉平台名称，或改选“政府电子投票平台”。',
  },
  'votes.mode_fixed': {
    status: 409,
    detail: '意向征询的名册没有公示过，不能改成正式表决。请取消后重新发起。',
  },
  'votes.official_only': {
    status: 422,
    detail: '这次表决用“{mode}”，由系统计票，不能录入政府平台的结果。',
  },
  'votes.official_item_missing': { status: 422, detail: '还缺第 {item} 项的官方结果。' },
  'votes.official_sum': {
    status: 422,
    detail: '第 {item} 项的{axis}对不上：同意、反对、弃权合计 {sum}，参与写的是 {participating}。',
  },
  'votes.official_too_many': {
    status: 422,
    detail: '第 {item} 项参与的{axis}比全体还多，请核对官方结果。',
  },
  'votes.official_axes': {
    status: 422,
    detail: '第 {item} 项“{what}”的人数和面积，一个是零、一个不是，请核对官方结果。',
  },
  'votes.official_total_unexplained': {
    status: 422,
    detail:
      '官方的全体是 {heads} 人、{area}，名册是 {rollHeads} 人、{rollArea}，两者不同。请写明原因。',
  },
  'votes.official_day': {
    status: 422,
    detail: '官方结果的日期要在投票截止（{closes}）到今天之间。',
  },
})
