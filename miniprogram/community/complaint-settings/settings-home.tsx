import { useState } from 'react'
import { UNDER_WAY } from '#shared/complaints/settings-words.ts'
import { NoFreeSpace } from '#miniprogram/features/draft-bars.tsx'
import type { Identity } from '#miniprogram/platform/identity.ts'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { useSettingsDraft } from '../settings-draft.ts'
import { CategoryCard, PeriodCard } from './rules-cards.tsx'
import { Meanwhile } from './meanwhile.tsx'
import { OtherCards } from './other-cards.tsx'
import { Changes, SaveChanges } from './save-changes.tsx'

type SettingsHomeProps = Pick<Identity, 'person' | 'community'>

/** Everything a community decides about complaints; what was changed is looked at before it is saved as one version. */
export function SettingsHome({ person, community }: SettingsHomeProps) {
  const draft = useSettingsDraft({ person, community })
  const [saved, setSaved] = useState<number>()
  return (
    <Loaded query={draft.query}>
      {(current) => {
        const settings = draft.settings ?? current.settings
        const isBehind = draft.begun !== undefined && draft.begun.version !== current.version
        return (
          <>
            {!draft.isKept && <NoFreeSpace />}
            {saved !== undefined && !draft.begun && (
              <NoticeBar tone="jade">{`已存为第 ${saved} 版。${UNDER_WAY.period}`}</NoticeBar>
            )}
            {!isBehind && <Changes draft={draft} />}
            {isBehind && <Meanwhile current={current} draft={draft} />}
            <CategoryCard settings={settings} />
            <PeriodCard settings={settings} />
            <OtherCards current={current} settings={settings} onChange={draft.change} />
            {!isBehind && <SaveChanges {...{ community, current, draft }} onSaved={setSaved} />}
          </>
        )
      }}
    </Loaded>
  )
}
