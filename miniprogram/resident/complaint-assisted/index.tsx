import { useRouter } from '@tarojs/taro'
import { AssistedSide } from '#shared/complaints/contract.ts'
import { KnownPerson } from '#miniprogram/features/bindings/known-person.tsx'
import { ComplaintRow } from '#miniprogram/features/complaints/complaint-row.tsx'
import { ASSISTED_TITLES } from '#miniprogram/features/complaints/words.ts'
import { go } from '#miniprogram/features/pages.ts'
import { api } from '#miniprogram/platform/api.ts'
import { useList } from '#miniprogram/platform/use-list.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { More } from '#miniprogram/platform/ui/more.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'

export default function ComplaintAssistedPage() {
  const { community = '', side } = useRouter().params
  const asked = AssistedSide.safeParse(side).data ?? 'by_me'
  return (
    <Page title={ASSISTED_TITLES[asked]}>
      <KnownPerson>{() => <Assisted community={community} side={asked} />}</KnownPerson>
    </Page>
  )
}

interface AssistedProps {
  readonly community: string
  readonly side: AssistedSide
}

const NONE: Readonly<Record<AssistedSide, { readonly title: string; readonly note: string }>> = {
  by_me: {
    title: '您还没有替人提交过投诉',
    note: '代办结束以后，以前替他提交的也不再显示。',
  },
  for_me: {
    title: '没有代办人替您提交过投诉',
    note: '您用上小程序以后由代办人提交的，在“投诉”里。',
  },
}

/** What the person sent in for those they still help, or what was sent in for them. */
function Assisted({ community, side }: AssistedProps) {
  const list = useList(`assisted ${community} ${side}`, (from) =>
    api.complaints.assisted({ community, side, limit: 30, ...from }),
  )
  return (
    <>
      <Loaded query={list.query}>
        {(items) =>
          items.length === 0 ? (
            <StateView {...NONE[side]} />
          ) : (
            <Card title="最近的在前">
              {items.map((card) => (
                <ComplaintRow
                  key={card.number}
                  card={card}
                  mine
                  community={community}
                  {...(side === 'by_me' && { filedFor: card.filedFor.name })}
                />
              ))}
            </Card>
          )
        }
      </Loaded>
      <More list={list} />
      {side === 'by_me' && (
        <Action>
          <Button id="go-file" onPress={() => go('complaintFile', { community })}>
            替人提交投诉
          </Button>
        </Action>
      )}
    </>
  )
}
