import { formatDay, formatTime } from '#shared/kernel/calendar.ts'
import type { Closure } from '#shared/privacy/contract.ts'
import { accountApi } from '#miniprogram/features/privacy/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { Removal } from '#miniprogram/features/removal.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'

export default function ClosePage() {
  const query = useQuery('closure', () => accountApi.closure({}))
  return (
    <Page title="注销账号">
      <Loaded query={query}>
        {(closure) => <Closing closure={closure} onChange={query.put} />}
      </Loaded>
    </Page>
  )
}

interface ClosingProps {
  readonly closure: Closure
  readonly onChange: (closure: Closure) => void
}

function Closing({ closure, onChange }: ClosingProps) {
  const now = useNow()
  const close = useAct(async () => onChange(await accountApi.close({}, { key: newKey() })))
  const keep = useAct(async () => onChange(await accountApi.keep({}, { key: newKey() })))
  const trouble = close.trouble ?? keep.trouble
  const { state, dueAt, blockers } = closure
  return (
    <>
      {state === 'closing' && dueAt !== undefined && (
        <NoticeBar tone="amber">
          {`账号将在 ${formatTime(new Date(dueAt), now)} 注销。在这之前可以随时反悔。`}
        </NoticeBar>
      )}
      {blockers.map((why) => (
        <NoticeBar key={why} tone="red">
          {why}
        </NoticeBar>
      ))}
      <What closure={closure} />
      {trouble && <NoticeBar tone="red">{trouble.detail}</NoticeBar>}
      {state === 'closing' && (
        <Button id="keep-account" busy={keep.busy} onPress={() => keep.run()}>
          不注销了，保留账号
        </Button>
      )}
      {state === 'open' && blockers.length === 0 && (
        <Removal
          id="close-account"
          act="注销账号"
          loses="七天后注销。注销后不能恢复，要再用须重新登录、重新认领房屋。七天内登录就可以反悔。"
          keep="先不注销"
          onRemove={() => void close.run()}
        />
      )}
    </>
  )
}

const What = ({ closure: { erased, frozen, kept } }: { readonly closure: Closure }) => {
  const now = useNow()
  return (
    <>
      <Card title="会删除的">
        {erased.map((what) => (
          <Row key={what} title={what} />
        ))}
      </Card>
      <Card title="依法封存、页面上看不到的">
        {frozen.length === 0 ? (
          <Row title="没有" />
        ) : (
          <Said>
            平时谁也打不开。只有处理纠纷离不开它时，社区或街道写明理由才能打开封存的投诉，每次打开都有记录。
          </Said>
        )}
        {frozen.map(({ what, until, ground }) => (
          <Row key={what} title={what} note={`到 ${formatDay(until, now)}删除。依据：${ground}`} />
        ))}
      </Card>
      {kept.length > 0 && (
        <Card title="不属于账号、照旧保留的">
          {kept.map(({ what, why }) => (
            <Row key={what} title={what} note={why} />
          ))}
        </Card>
      )}
    </>
  )
}
