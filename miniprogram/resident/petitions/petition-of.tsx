import { formatArea } from '#shared/kernel/area.ts'
import type { Petition, PetitionHead } from '#shared/votes/petitions/petition.ts'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { PetitionFacts } from '#miniprogram/features/votes/petition-facts.tsx'
import { UnitNumbers } from '#miniprogram/features/votes/unit-numbers.tsx'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'

interface PetitionOfProps {
  readonly community: string
  readonly petition: string
  readonly mayAsk: boolean
}

/** One petition, and what the person gives to it. */
export function PetitionOf({ community, petition, mayAsk }: PetitionOfProps) {
  const one = { community, petition }
  const query = useQuery(`petition ${petition}`, () => deskApi.petition(one))
  return (
    <Loaded query={query}>
      {(found) => (
        <>
          <PetitionFacts petition={found} />
          {mayAsk && <MyPart one={one} petition={found} reload={query.reload} />}
        </>
      )}
    </Loaded>
  )
}

interface MyPartProps {
  readonly one: { readonly community: string; readonly petition: string }
  readonly petition: Petition
  readonly reload: () => Promise<void>
}

function MyPart({ one, petition, reload }: MyPartProps) {
  const { heads, why, state } = petition
  const join = useAct(async () => {
    await deskApi.joinPetition(one)
    await reload()
  })
  const leave = useAct(async () => {
    await deskApi.leavePetition(one)
    await reload()
  })
  const trouble = join.trouble ?? leave.trouble
  const isOpen = heads.some(({ given, blocked }) => !given && !blocked)
  const isMine = heads.some(({ given }) => given === 'me')
  return (
    <>
      {why && <NoticeBar tone="blue">{why.detail}</NoticeBar>}
      {heads.length > 0 && (
        <Card title="我的联名">
          {heads.map((head) => (
            <Said key={head.head}>
              <UnitNumbers units={head.units} />
              {partOf(head)}
            </Said>
          ))}
        </Card>
      )}
      {trouble && (
        <NoticeBar tone="red" act={{ word: '刷新', onPress: reload }}>
          {trouble.detail}
        </NoticeBar>
      )}
      {state === 'open' && isMine && (
        <Button
          kind="plain"
          id="leave"
          busy={leave.busy}
          busyWord="正在撤回…"
          onPress={() => leave.run()}
        >
          撤回我的联名
        </Button>
      )}
      <NoticeBar tone="blue">您的姓名只有业委会和社区看得到，别的业主只看到人数和面积。</NoticeBar>
      {state !== 'lapsed' && isOpen && (
        <Action>
          <Button id="join" busy={join.busy} busyWord="正在提交…" onPress={() => join.run()}>
            我要联名
          </Button>
        </Action>
      )}
    </>
  )
}

function partOf({ areaCenti, given, blocked }: PetitionHead): string {
  const weight = `，1 人，${formatArea(areaCenti)}`
  if (given === 'me') return `${weight}：您已联名`
  if (given === 'co_owner') return `${weight}：这一户的共有人已联名，不用再联`
  return `${weight}：${blocked ? blocked.detail : '还没有联名'}`
}
