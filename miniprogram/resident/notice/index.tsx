import { useEffect } from 'react'
import { useRouter } from '@tarojs/taro'
import { formatDay, formatTime } from '#shared/kernel/calendar.ts'
import { NOTICE_CATEGORY_NAMES, type Edition, type Notice } from '#shared/notices/contract.ts'
import { api } from '#miniprogram/platform/api.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import type { Hat } from '#miniprogram/platform/identity.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { go } from '#miniprogram/features/pages.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { Prose } from '#miniprogram/platform/ui/prose.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { SignedIn } from '#miniprogram/platform/ui/signed-in.tsx'

export default function NoticePage() {
  const { notice = '' } = useRouter().params
  return (
    <Page title="公告">
      <SignedIn>
        {({ community, hat }) => <AskedNotice community={community} hat={hat} notice={notice} />}
      </SignedIn>
    </Page>
  )
}

interface Asked {
  readonly community: string
  readonly hat: Hat
  readonly notice: string
}

function AskedNotice({ community, hat, notice }: Asked) {
  const query = useQuery(`notice ${notice}`, () => api.notices.get({ community, notice }))
  const unread = query.data?.read === false
  useEffect(() => {
    // Whether it is counted is not the reader's concern: it is tried again when the page is next opened.
    if (unread) void api.notices.read({ community, notice }).catch(() => undefined)
  }, [community, notice, unread])
  return (
    <Loaded query={query}>
      {(data) => (
        <>
          <Shown notice={data} />
          <Correct notice={data} hat={hat} />
        </>
      )}
    </Loaded>
  )
}

const PUBLISHING = { committee: 'publishAsCommittee', property: 'publishAsProperty' } as const

/** For the side whose notice it is; where the heading leaves that open, the server decides. */
function Correct({ notice: { notice, category }, hat }: { notice: Notice; hat: Hat }) {
  if (hat !== 'committee' && hat !== 'property') return null
  const isOthers = (category === 'committee' || category === 'property') && category !== hat
  return isOthers ? null : (
    <Button kind="plain" id="correct" onPress={() => go(PUBLISHING[hat], { notice })}>
      更正这条公告
    </Button>
  )
}

function Shown({ notice }: { readonly notice: Notice }) {
  const now = useNow()
  const [current, ...older] = notice.editions
  return (
    <>
      {notice.expired && notice.validUntil !== undefined && (
        <NoticeBar tone="grey">{`这条公告有效到 ${formatDay(notice.validUntil, now)}，已经过期。`}</NoticeBar>
      )}
      {current && <EditionCard edition={current} />}
      <Card title="公告信息">
        <Row title="类别" value={NOTICE_CATEGORY_NAMES[notice.category]} />
        <Row title="已读" value={`${notice.reads} 人`} />
      </Card>
      {older.map((edition) => (
        <EditionCard key={edition.edition} edition={edition} replaced />
      ))}
    </>
  )
}

function EditionCard({ edition, replaced = false }: { edition: Edition; replaced?: boolean }) {
  const now = useNow()
  return (
    <Card title={replaced ? `更正前：${edition.title}` : edition.title}>
      <Prose>{edition.text}</Prose>
      <Row
        title={`${edition.publishedBy} 公布`}
        note={formatTime(new Date(edition.publishedAt), now)}
      />
      <Row title="原文指纹（公布后内容不能再改）" note={edition.sha256} />
    </Card>
  )
}
