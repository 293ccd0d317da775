import { View } from '@tarojs/components'
import { dayOf, formatDay, formatTime } from '#shared/kernel/calendar.ts'
import { TIE_NAMES } from '#shared/bindings/terms.ts'
import type { HomeUsers as Everybody } from '#shared/bindings/views.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import { Removal } from '../removal.tsx'
import { CODE_NAMES } from './words.ts'

interface HomeUsersProps extends Pick<Everybody, 'users' | 'codes'> {
  readonly title: string
  readonly onEnd: (binding: string) => void
  readonly onCancel: (code: string) => void
}

/** Tenants, family and helpers of a home, and codes that nobody has used yet; each can be ended. */
export function HomeUsers({ title, users, codes, onEnd, onCancel }: HomeUsersProps) {
  const now = useNow()
  const until = (day: string | undefined): string =>
    day === undefined ? '' : `，到 ${formatDay(day, now)}`
  return (
    <Card title={title}>
      {users.map(({ binding, relation, name, since, from, until: end, tie, helps }) => (
        <View key={binding}>
          <Row
            title={name}
            note={`${whose({ tie, helps })}${formatDay(from ?? dayOf(new Date(since)), now)}起${until(end)}`}
            value={CODE_NAMES[relation]}
          />
          <Removal
            id={`end-${binding}`}
            act={`移除${CODE_NAMES[relation]} ${name}`}
            loses="移除后，对方马上不能再用这套房。已经提交的内容保留。"
            keep="先不移除"
            onRemove={() => onEnd(binding)}
          />
        </View>
      ))}
      {codes.map(({ code, relation, expiresAt, locked, helper }) => (
        <View key={code}>
          <Row
            title={`给${CODE_NAMES[relation]}${helper ? ` ${helper.name} ` : ''}的验证码`}
            note={`还没有人用，${formatTime(new Date(expiresAt), now)} 失效`}
            tag={locked ? <Tag tone="red">输错太多已锁</Tag> : <Tag tone="blue">未使用</Tag>}
          />
          <Removal
            id={`cancel-${code}`}
            act="作废这个验证码"
            loses="作废后，拿着它的人不能再用。"
            keep="先不作废"
            onRemove={() => onCancel(code)}
          />
        </View>
      ))}
    </Card>
  )
}

/** `邻居，替张三办事，`: how a helper stands to whom. */
const whose = ({ tie, helps }: Pick<Everybody['users'][number], 'tie' | 'helps'>): string =>
  [tie && TIE_NAMES[tie], helps && `替${helps}办事`]
    .flatMap((part) => (part ? [`${part}，`] : []))
    .join('')
