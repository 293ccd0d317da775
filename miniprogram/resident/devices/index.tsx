import Taro from '@tarojs/taro'
import { formatDay } from '#shared/kernel/calendar.ts'
import type { Device } from '#shared/sessions/contract.ts'
import { api } from '#miniprogram/platform/api.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { LOGIN_PAGE, signOut } from '#miniprogram/platform/session.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { forgetIdentity } from '#miniprogram/platform/use-identity.ts'
import { useQuery, type Query } from '#miniprogram/platform/use-query.ts'
import { go } from '#miniprogram/features/pages.ts'
import { Removal } from '#miniprogram/features/removal.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'

type Listed = Awaited<ReturnType<typeof api.sessions.devices>>

export default function DevicesPage() {
  const devices = useQuery('devices', () => api.sessions.devices({}))
  return (
    <Page title="登录设备">
      <Loaded query={devices} cards={2}>
        {({ items }) => <Devices items={items} query={devices} />}
      </Loaded>
      <Card title="更安全地登录">
        <Row
          id="web-login"
          title="扫码登录网页"
          note="在电脑上打开家园网页时，用手机扫一扫就能登录"
          onPress={() => void go('devicesWeb')}
        />
        <Row
          id="second-factor"
          title="动态验证码"
          note="业委会、物业和社区工作人员办重要事项前，多一道确认"
          onPress={() => void go('devicesFactor')}
        />
      </Card>
    </Page>
  )
}

function Devices({ items, query }: Listed & { readonly query: Query<Listed> }) {
  const end = useAct(async (device: string) => {
    await api.sessions.endDevice({ device })
    await query.reload()
  })
  const endAll = useAct(async () => {
    await api.sessions.endAll({ keepHere: false })
    await signOut()
    forgetIdentity()
    await Taro.reLaunch({ url: LOGIN_PAGE })
  })
  const trouble = end.trouble ?? endAll.trouble
  return (
    <>
      {trouble && <NoticeBar tone="red">{trouble.detail}</NoticeBar>}
      {items.map((one) => (
        <DeviceCard key={one.device} {...one} onEnd={() => void end.run(one.device)} />
      ))}
      <Removal
        id="end-all"
        act="退出所有设备"
        loses="所有手机和电脑都要重新登录，这台也一样。填了一半的内容还留在原来的手机上。"
        keep="不退出"
        onRemove={() => void endAll.run()}
      />
    </>
  )
}

function DeviceCard({
  device,
  name,
  openedOn,
  seenOn,
  here,
  onEnd,
}: Device & { readonly onEnd: () => void }) {
  const now = useNow()
  return (
    <Card title={name} aside={here ? <Tag tone="jade">这台设备</Tag> : undefined}>
      <Row title="最近使用" value={formatDay(seenOn, now)} />
      <Row title="登录日期" value={formatDay(openedOn, now)} />
      {!here && (
        <Removal
          id={`end-${device}`}
          act={`退出 ${name}`}
          loses="那台设备要重新登录才能继续使用。"
          keep="不退出"
          onRemove={onEnd}
        />
      )}
    </Card>
  )
}
