import type { Home } from '#shared/kernel/home.ts'
import { go } from '#miniprogram/features/pages.ts'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'

/** Homes that are said to be the person's own and that nobody has confirmed yet. */
export const claimedAmong = (homes: readonly Home[]): readonly Home[] =>
  homes.filter(
    ({ standing, relation }) =>
      standing === 'claimed' && (relation === 'owner' || relation === 'co_owner'),
  )

/** Why they bring no ballot, and the way to what is missing. */
export function ClaimedHomes({ homes }: { readonly homes: readonly Home[] }) {
  const units = homes.map(({ unit }) => unit).join('、')
  return (
    <NoticeBar tone="amber" act={{ word: '看进度', onPress: () => go('homes') }}>
      {`只有已核实的业主能投票。您的 ${units} 还在等业委会或社区核实，核实通过后就能投。`}
    </NoticeBar>
  )
}
