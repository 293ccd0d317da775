import Taro from '@tarojs/taro'
import { Unfinished } from '#miniprogram/features/draft-bars.tsx'
import { PAGES } from '#miniprogram/features/pages.ts'
import { Removal } from '#miniprogram/features/removal.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import type { Filing } from './use-filing.ts'

interface BegunProps {
  readonly filing: Filing
  readonly community: string
}

/** What was begun earlier goes on; it can stay beside another, or be given up. */
export function Begun({ filing: { since, others, another, discard }, community }: BegunProps) {
  if (since === undefined && others === 0) return null
  return (
    <>
      {since !== undefined && <Unfinished savedAt={since} />}
      <Card>
        {others > 0 && (
          <Row
            id="all-drafts"
            title={`另有 ${others} 件没有提交的`}
            onPress={() =>
              // Never beneath another page: it gives way to what was filed by itself.
              void Taro.redirectTo({ url: `${PAGES.complaintDrafts}?community=${community}` })
            }
          />
        )}
        {since !== undefined && (
          <>
            <Button kind="quiet" id="another" onPress={another}>
              这件先放着，另写一件
            </Button>
            <Removal
              id="restart"
              act="放弃没有写完的投诉"
              loses="这部手机上写了、还没有提交的内容会丢掉，找不回来。"
              keep="接着写"
              onRemove={discard}
            />
          </>
        )}
      </Card>
    </>
  )
}
