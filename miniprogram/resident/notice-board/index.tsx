import { useRouter } from '@tarojs/taro'
import { formatTime } from '#shared/kernel/calendar.ts'
import { NOTICE_CATEGORY_NAMES, type PublicNotice } from '#shared/notices/contract.ts'
import { boardApi } from '#miniprogram/features/notices/api.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useList } from '#miniprogram/platform/use-list.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { go } from '#miniprogram/features/pages.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { More } from '#miniprogram/platform/ui/more.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { Prose } from '#miniprogram/platform/ui/prose.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'

/** For whoever has no home here, or agreed to nothing: choose a community, read what hangs on its board. */
export default function NoticeBoardPage() {
  const { community, notice } = useRouter().params
  return (
    <Page title="小区公告栏">
      {community === undefined ? (
        <Communities />
      ) : notice === undefined ? (
        <Board community={community} />
      ) : (
        <Read community={community} notice={notice} />
      )}
    </Page>
  )
}

function Communities() {
  const list = useList('places', (from) => boardApi.places(from))
  return (
    <Loaded query={list.query}>
      {(places) => (
        <Card title="看哪个小区的公告">
          {places.map(({ community, name }) => (
            <Row
              key={community}
              id={`board-${community}`}
              title={name}
              onPress={() => void go('noticeBoard', { community })}
            />
          ))}
          <More list={list} />
        </Card>
      )}
    </Loaded>
  )
}

function Board({ community }: { readonly community: string }) {
  const now = useNow()
  const list = useList(`board ${community}`, (from) => boardApi.list({ community, ...from }))
  return (
    <Loaded query={list.query}>
      {(notices) =>
        notices.length === 0 ? (
          <StateView title="还没有公告" note="有了新公告，会贴在这里。" />
        ) : (
          <Card title="公告">
            {notices.map((one) => (
              <Row
                key={one.notice}
                title={one.title}
                note={describe(one, now)}
                onPress={() => void go('noticeBoard', { community, notice: one.notice })}
              />
            ))}
            <More list={list} />
          </Card>
        )
      }
    </Loaded>
  )
}

const describe = ({ category, publishedAt, expired }: PublicNotice, now: Date): string =>
  `${NOTICE_CATEGORY_NAMES[category]}，${formatTime(new Date(publishedAt), now)}${expired ? '，已过期' : ''}`

function Read({ community, notice }: { readonly community: string; readonly notice: string }) {
  const now = useNow()
  const query = useQuery(`board ${notice}`, () => boardApi.read({ community, notice }))
  return (
    <Loaded query={query}>
      {(one) => (
        <Card title={one.title}>
          <Prose>{one.text}</Prose>
          <Row title={describe(one, now)} />
        </Card>
      )}
    </Loaded>
  )
}
