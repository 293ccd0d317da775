import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { formatArea } from '#shared/kernel/area.ts'
import { formatTime } from '#shared/kernel/calendar.ts'
import { can } from '#shared/kernel/permissions.ts'
import type { Petitioner } from '#shared/votes/petitions/petition.ts'
import { go } from '#miniprogram/features/pages.ts'
import { Permitted } from '#miniprogram/features/permitted.tsx'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { PetitionFacts } from '#miniprogram/features/votes/petition-facts.tsx'
import { PetitionList } from '#miniprogram/features/votes/petition-list.tsx'
import { UnitNumbers } from '#miniprogram/features/votes/unit-numbers.tsx'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useList } from '#miniprogram/platform/use-list.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { More } from '#miniprogram/platform/ui/more.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { Release } from './release.tsx'

export default function PetitionDeskPage() {
  return (
    <Page title="业主联名">
      <Permitted to="vote:petitions">
        {({ community, membership: { roles } }) => (
          <Petitions
            community={community}
            withNames={can(roles, 'vote:petitioners')}
            mayRelease={can(roles, 'complaint:release')}
            mayDraft={can(roles, 'vote:conduct')}
          />
        )}
      </Permitted>
    </Page>
  )
}

interface PetitionsProps {
  readonly community: string
  readonly withNames: boolean
  readonly mayRelease: boolean
  readonly mayDraft: boolean
}

/** For who has to call the assembly, or sees to it: each petition with the names behind it; the street sees figures. */
function Petitions({ community, ...may }: PetitionsProps) {
  const [shown, setShown] = useState(useRouter().params['petition'])
  if (shown === undefined) return <PetitionList community={community} onOpen={setShown} />
  return (
    <>
      <Button kind="quiet" id="back" onPress={() => setShown(undefined)}>
        看全部联名
      </Button>
      <One {...{ community, ...may }} petition={shown} />
    </>
  )
}

interface Named {
  readonly community: string
  readonly petition: string
}
type OneProps = PetitionsProps & Named

function One({ community, petition, withNames, mayRelease, mayDraft }: OneProps) {
  const query = useQuery(`petition ${petition}`, () => deskApi.petition({ community, petition }))
  return (
    <Loaded query={query}>
      {(found) => (
        <>
          {found.state === 'reached' && (
            <NoticeBar tone="amber">联名人数已达到，请核对名单，组织业主大会临时会议。</NoticeBar>
          )}
          <PetitionFacts petition={found} />
          {found.check === 'held' && mayRelease && (
            <Release {...{ community, petition }} reload={query.reload} />
          )}
          {found.state === 'reached' && mayDraft && (
            <Button id="draft" onPress={() => go('voteDraft', { petition })}>
              起草表决
            </Button>
          )}
          {withNames && <Names community={community} petition={petition} />}
        </>
      )}
    </Loaded>
  )
}

function Names({ community, petition }: Named) {
  const list = useList(`petitioners ${petition}`, (from) =>
    deskApi.petitioners({ community, petition, ...from }),
  )
  const now = useNow()
  return (
    <>
      <Loaded query={list.query} cards={1}>
        {(names) =>
          names.length === 0 ? (
            <StateView title="现在没有人联名" />
          ) : (
            <Card title="联名的业主">
              {names.map((one, n) => (
                <Row key={n} title={titleOf(one)} note={noteOf(one, now)} />
              ))}
            </Card>
          )
        }
      </Loaded>
      <More list={list} />
    </>
  )
}

const titleOf = ({ name, units }: Petitioner) =>
  units.length === 0 ? (
    name
  ) : (
    <>
      {name}（<UnitNumbers units={units} />）
    </>
  )

const noteOf = ({ at, areaCenti, counts }: Petitioner, now: Date): string => {
  const time = formatTime(new Date(at), now)
  return counts
    ? `1 人，${formatArea(areaCenti)}，${time} 联名`
    : `${time} 联名；房屋的业主已有变动，不再计入`
}
