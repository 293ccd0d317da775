import { useState } from 'react'
import { formatTime } from '#shared/kernel/calendar.ts'
import type { Vote } from '#shared/votes/contract.ts'
import type { CountToConfirm } from '#shared/votes/life-contract.ts'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Said } from '../bindings/said.tsx'
import { ResultFirst } from './result-first.tsx'
import { ResultItems } from './result-items.tsx'
import { useWhy } from './why-law.tsx'

interface ConfirmCountProps {
  readonly community: string
  readonly vote: string
  /** For which of the two this person looks. */
  readonly office: 'committee' | 'community'
  readonly onDone: (vote: Vote) => void
  readonly onBack?: () => void
}

/** The count before anybody else sees it, and the office put under it. */
export function ConfirmCount({ community, vote, office, onDone, onBack }: ConfirmCountProps) {
  const query = useQuery(`count ${vote}`, () => deskApi.countToConfirm({ community, vote }))
  const [key] = useState(newKey)
  const confirm = useAct(async (ballotsSha256: string) =>
    onDone(await deskApi.confirmCount({ community, vote, ballotsSha256 }, { key })),
  )
  return (
    <>
      <Loaded query={query}>
        {(count) => (
          <>
            <NoticeBar tone="blue">
              结果公布以前，只有核对的人看得到这一页。请不要外传、不要截图。
            </NoticeBar>
            <Confirmations count={count} />
            <ResultFirst result={count.result} />
            <ResultItems items={count.result.items} voidHeads={count.result.voidHeads} />
            <Card title="核对用的指纹">
              <Row title="名册指纹" note={count.result.rollSha256} />
              <Row title="选票指纹（两方看到的要一样）" note={count.ballotsSha256} />
            </Card>
            {confirm.trouble && (
              <NoticeBar tone="red" act={{ word: '刷新', onPress: query.reload }}>
                {confirm.trouble.detail}
              </NoticeBar>
            )}
            {onBack && (
              <Button kind="quiet" id="back" onPress={onBack}>
                先不确认，返回
              </Button>
            )}
            <Action>
              <Button
                id="confirm-sure"
                busy={confirm.busy}
                busyWord="正在确认…"
                off={
                  count.confirmations.some((one) => one.office === office)
                    ? `${OFFICE_NAMES[office]}已经确认过`
                    : undefined
                }
                onPress={() => confirm.run(count.ballotsSha256)}
              >
                {`代表${OFFICE_NAMES[office]}确认计票结果`}
              </Button>
            </Action>
          </>
        )}
      </Loaded>
    </>
  )
}

const OFFICE_NAMES = { committee: '业委会', community: '社区' } as const

function Confirmations({ count }: { readonly count: CountToConfirm }) {
  const now = useNow()
  const { ask, answer } = useWhy('confirmCount')
  return (
    <Card title="谁核对过" aside={ask}>
      <Said>业委会和社区各由一人核对并确认，两人都确认后才能公布。</Said>
      {answer !== undefined && <Said>{answer}</Said>}
      {(['committee', 'community'] as const).map((office) => {
        const found = count.confirmations.find((one) => one.office === office)
        return (
          <Row
            key={office}
            title={OFFICE_NAMES[office]}
            note={found ? `${found.by}，${formatTime(new Date(found.at), now)}` : undefined}
            value={found ? '已确认' : '还没有确认'}
          />
        )
      })}
    </Card>
  )
}
