import { useState, type ComponentType } from 'react'
import Taro from '@tarojs/taro'
import { api } from '#miniprogram/platform/api.ts'
import { now as timeNow } from '#miniprogram/platform/clock.ts'
import { draftsOf } from '#miniprogram/platform/drafts.ts'
import type { Identity } from '#miniprogram/platform/identity.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { NoFreeSpace, Unfinished } from '../draft-bars.tsx'
import { PAGES } from '../pages.ts'
import { Removal } from '../removal.tsx'
import { useDraft } from '../use-draft.ts'
import type { DayPickerProps } from './day-picker.ts'
import { EMPTY, Form, publicationOf } from './publication.ts'
import { ReviewNotice } from './review-notice.tsx'
import { WriteNotice } from './write-notice.tsx'

interface PublishFormProps {
  readonly identity: Identity
  /** From the kit, which only the packages of the roles carry. */
  readonly DayPicker: ComponentType<DayPickerProps>
}

/** Write, read once more, publish. What is written is kept on the phone until it was published. */
export function PublishForm({ identity, DayPicker }: PublishFormProps) {
  const { person, community, membership } = identity
  const drafts = draftsOf(person, `notice:${community}`, Form)
  const [left, setLeft] = useState(() => drafts.list()[0])
  const { draft, change, restart, isKept } = useDraft(drafts, () => left ?? drafts.begin(EMPTY))
  const [reviewing, setReviewing] = useState(false)
  const publishing = useAct(async () => {
    const publication = publicationOf(draft.content, timeNow())
    if (!publication) {
      // Since it was read once more a day has passed, and with it the day until which it was to hold.
      setReviewing(false)
      return
    }
    const sent = { community, ...publication }
    const { notice } = await api.notices.publish(sent, { key: draft.key })
    drafts.remove(draft.id)
    await Taro.redirectTo({ url: `${PAGES.notice}?notice=${notice}` })
  })

  if (reviewing) {
    return (
      <ReviewNotice
        form={draft.content}
        publishing={publishing}
        onBack={() => setReviewing(false)}
      />
    )
  }
  return (
    <>
      {left && <Unfinished savedAt={left.savedAt} />}
      {!isKept && <NoFreeSpace />}
      <WriteNotice
        roles={membership.roles}
        form={draft.content}
        onChange={(to) => change((old) => ({ ...old, ...to }))}
        onReview={() => setReviewing(true)}
        DayPicker={DayPicker}
      >
        {left && (
          <Removal
            id="restart"
            act="放弃没有发布的内容"
            loses="这部手机上写了、还没有发布的内容会丢掉，找不回来。"
            keep="接着写"
            onRemove={() => {
              setLeft(undefined)
              restart(EMPTY)
            }}
          />
        )}
      </WriteNotice>
    </>
  )
}
