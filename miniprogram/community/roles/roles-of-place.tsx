import type { Givable, RoleHolder } from '#shared/people/roles-contract.ts'
import { SCOPE_NAMES, type Place } from '#shared/people/scopes.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { go } from '#miniprogram/features/pages.ts'
import { named, rolesAt } from '#miniprogram/features/people/roles-at.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { Holder } from './holder.tsx'
import { Invitations } from './invitations.tsx'

interface RolesOfPlaceProps {
  readonly place: Place
  readonly onOther: () => void
}

/** Who holds which role here, who is invited, who held one before. */
export function RolesOfPlace({ place, onOther }: RolesOfPlaceProps) {
  const roles = useQuery(`roles of ${place.scope} ${place.of}`, () =>
    rolesAt(place).list({ ...named(place), limit: 100 }),
  )
  const end = useAct(async ({ person, grant }: RoleHolder, reason: string) => {
    await rolesAt(place).end({ ...named(place), person, grant, reason }, { key: newKey() })
    await roles.reload()
  })
  const onEnd = (holder: RoleHolder, reason: string): void => void end.run(holder, reason)
  return (
    <>
      {end.trouble && <NoticeBar tone="red">{end.trouble.detail}</NoticeBar>}
      <Loaded query={roles}>
        {({ name, items, givable }) => (
          <>
            <Holders
              title={`${name}${place.scope === 'platform' ? '' : `（${SCOPE_NAMES[place.scope]}）`}`}
              holders={items.filter(({ live }) => live)}
              onEnd={onEnd}
            />
            {givable.length > 0 && <Invitations place={place} />}
            <Before holders={items.filter(({ live }) => !live)} onEnd={onEnd} />
            <Button kind="quiet" id="other-place" onPress={onOther}>
              看别的地方
            </Button>
            <Invite place={place} givable={givable} />
          </>
        )}
      </Loaded>
    </>
  )
}

interface HoldersProps {
  readonly title: string
  readonly holders: readonly RoleHolder[]
  readonly onEnd: (holder: RoleHolder, reason: string) => void
}

const Holders = ({ title, holders, onEnd }: HoldersProps) => (
  <Card title={title}>
    {holders.map((one) => (
      <Holder key={`${one.person} ${one.grant}`} holder={one} onEnd={onEnd} />
    ))}
    {holders.length === 0 && <StateView title="这里还没有人担任角色" />}
  </Card>
)

const Before = ({ holders, onEnd }: Omit<HoldersProps, 'title'>) =>
  holders.length === 0 ? null : <Holders title="尚未开始或已结束" holders={holders} onEnd={onEnd} />

const Invite = ({ place, givable }: { place: Place; givable: readonly Givable[] }) =>
  givable.length === 0 ? null : (
    <Action>
      <Button
        id="give-role"
        onPress={() => void go('roleGive', { scope: place.scope, of: place.of })}
      >
        邀请一个人
      </Button>
    </Action>
  )
