/**
 * Why a ballot does not speak for a head. `ignored` leaves the head as if it had none,
 * `void` takes the head out of the count, `replaced` gives way to another ballot.
 */
export const REASONS = {
  late: { effect: 'ignored', name: '截止时间之后收到' },
  no_written_proxy: { effect: 'ignored', name: '没有书面委托' },
  owns_no_head: { effect: 'ignored', name: '不是本次表决范围内的业主' },
  names_no_counted_unit: { effect: 'ignored', name: '所填房屋不在本人名下或不在表决范围内' },
  not_the_representative: { effect: 'ignored', name: '共有人已推选他人代表投票' },
  beyond_proxy_cap: { effect: 'void', name: '受托人数超过上限' },
  unsigned: { effect: 'void', name: '没有签名' },
  own_ballot_wins: { effect: 'replaced', name: '业主本人已投票，受托票不计' },
  paper_wins: { effect: 'replaced', name: '已交纸质票，以纸质票为准' },
  cast_again: { effect: 'replaced', name: '截止前改投，以最后一次为准' },
  first_is_final: { effect: 'replaced', name: '以第一次投票为准' },
} as const

export type Because = keyof typeof REASONS

export interface SetAside<B> {
  readonly ballot: B
  readonly because: Because
}
