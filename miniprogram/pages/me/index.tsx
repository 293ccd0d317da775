import Taro from '@tarojs/taro'
import { can, ROLE_NAMES } from '#shared/kernel/permissions.ts'
import { chooseElder, useElderSetting } from '#miniprogram/platform/elder.ts'
import { HAT_NAMES, type Identity } from '#miniprogram/platform/identity.ts'
import { LOGIN_PAGE, signOut } from '#miniprogram/platform/session.ts'
import { choose, forgetIdentity } from '#miniprogram/platform/use-identity.ts'
import { go } from '#miniprogram/features/pages.ts'
import { MyMessages } from '#miniprogram/features/messages/my-messages.tsx'
import { MyRoles } from '#miniprogram/features/people/my-roles.tsx'
import { RegisterEntry } from '#miniprogram/features/register/register-entry.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { SignedIn } from '#miniprogram/platform/ui/signed-in.tsx'

const SIZES = [
  { value: 'auto', label: '跟随微信字号' },
  { value: 'on', label: '大字版', note: '字和按钮放大，一行一件事' },
  { value: 'off', label: '标准' },
] as const

async function leave(): Promise<void> {
  await signOut()
  forgetIdentity()
  await Taro.reLaunch({ url: LOGIN_PAGE })
}

export default function Me() {
  const size = useElderSetting()
  return (
    <Page title="我的" tab>
      <SignedIn>{(identity) => <Who {...identity} />}</SignedIn>
      <MyMessages />
      <MyRoles />
      <Card>
        <Row
          id="my-privacy"
          title="隐私与我的信息"
          note="同意和撤回、谁看过、导出、更正、注销"
          onPress={() => void go('privacy')}
        />
      </Card>
      <Card title="字号">
        <ChoiceRow label="字号" options={SIZES} value={size} onChange={chooseElder} />
      </Card>
      <Card title="账号安全">
        <Row
          id="scan-web-login"
          title="扫码登录网页"
          note="在电脑上打开家园网页时，用手机扫一扫就能登录"
          onPress={() => void go('devicesWeb')}
        />
        <Row
          id="devices"
          title="登录设备"
          note="在哪些手机和电脑上登录着，可以退出"
          onPress={() => void go('devices')}
        />
      </Card>
      <Button kind="danger" id="sign-out" onPress={leave}>
        退出登录
      </Button>
    </Page>
  )
}

/** What a role may look into or set, beside the homes everybody has. */
function OfficeEntries({ roles }: Pick<Identity['membership'], 'roles'>) {
  return (
    <>
      {can(roles, 'audit:read') && (
        <Card title="本小区的记录">
          <Row
            id="audit"
            title="操作记录"
            note="谁改了授权、房屋和名册"
            onPress={() => void go('audit')}
          />
        </Card>
      )}
      {can(roles, 'calendar:read') && (
        <Card title="投诉怎么办理">
          {can(roles, 'complaint:settings') && (
            <Row
              id="complaint-settings"
              title="投诉设置"
              note="类别、期限、部门和常用回复"
              onPress={() => void go('complaintSettings')}
            />
          )}
          <Row
            id="calendar"
            title="工作日历"
            note="期限按哪些天算"
            onPress={() => void go('calendar')}
          />
        </Card>
      )}
    </>
  )
}

function Who({ person, name, membership, memberships, hat, hats, community }: Identity) {
  return (
    <>
      <Card title={name}>
        <Row title="身份" value={membership.roles.map((role) => ROLE_NAMES[role]).join('、')} />
        {membership.homes.map(({ unit, standing }) => (
          <Row
            key={unit}
            title="房屋"
            note={standing === 'claimed' ? '待核实' : undefined}
            value={unit}
          />
        ))}
        <Row
          id="my-homes"
          title="我的房屋"
          note="绑定、核实进度、租户和代办人"
          onPress={() => void go('homes')}
        />
      </Card>
      <RegisterEntry roles={membership.roles} />
      <OfficeEntries roles={membership.roles} />
      {memberships.length > 1 && (
        <Card title="小区">
          <ChoiceRow
            label="小区"
            options={memberships.map((one) => ({ value: one.community, label: one.name }))}
            value={community}
            onChange={(value) => choose(person, { community: value, hat })}
          />
        </Card>
      )}
      {hats.length > 1 && (
        <Card title="以哪个身份查看">
          <ChoiceRow
            label="以哪个身份查看"
            options={hats.map((value) => ({ value, label: HAT_NAMES[value] }))}
            value={hat}
            onChange={(value) => choose(person, { community, hat: value })}
          />
        </Card>
      )}
    </>
  )
}
