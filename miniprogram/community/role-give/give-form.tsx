import { useState } from 'react'
import { ROLE_NAMES } from '#shared/kernel/permissions.ts'
import { POST_NAMES } from '#shared/people/posts.ts'
import type { Givable } from '#shared/people/roles-contract.ts'
import type { Place } from '#shared/people/scopes.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { named, rolesAt } from '#miniprogram/features/people/roles-at.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'
import { EMPTY, giftOf, missingIn, yearsFor, type GiveFields } from './form.ts'
import type { Given } from './given.ts'

interface GiveFormProps {
  readonly place: Place
  readonly placeName: string
  readonly givable: readonly Givable[]
  readonly onGiven: (given: Given) => void
}

/** Which role, for how long, for whom, on what ground. */
export function GiveForm({ place, placeName, givable, onGiven }: GiveFormProps) {
  const now = useNow()
  const [key] = useState(newKey)
  const [fields, setFields] = useState<GiveFields>(EMPTY)
  const set = (to: Partial<GiveFields>): void => setFields((old) => ({ ...old, ...to }))
  const send = useAct(async () => {
    const gift = giftOf(fields, givable, now)
    if (gift) onGiven(await rolesAt(place).invite({ ...named(place), ...gift }, { key }))
  })
  return (
    <>
      <Card title={`在${placeName}担任什么`}>
        <What givable={givable} fields={fields} set={set} />
      </Card>
      <Card title="邀请谁">
        <Field label="姓名" hint="与身份证上的一致；姓名不同的人用不了这个邀请码">
          <TextLine
            id="invited-name"
            label="被邀请人的姓名"
            value={fields.name}
            onChange={(name) => set({ name })}
          />
        </Field>
        <Field label="依据" hint="备案回执、任命文件或合同的名称和编号">
          <TextLine
            id="ground"
            label="依据"
            value={fields.ground}
            onChange={(ground) => set({ ground })}
          />
        </Field>
      </Card>
      {send.trouble && <NoticeBar tone="red">{send.trouble.detail}</NoticeBar>}
      <Action>
        <Button
          id="make-code"
          busy={send.busy}
          off={missingIn(fields, givable)}
          onPress={() => send.run()}
        >
          生成邀请码
        </Button>
      </Action>
    </>
  )
}

interface WhatProps extends Pick<GiveFormProps, 'givable'> {
  readonly fields: GiveFields
  readonly set: (to: Partial<GiveFields>) => void
}

function What({ givable, fields, set }: WhatProps) {
  const chosen = givable.find(({ role }) => role === fields.role)
  const choose = (role: Givable['role']): void => {
    const years = givable.filter((one) => one.role === role).flatMap(yearsFor)
    // Nothing is asked that has one answer.
    set({ role, post: undefined, years: years.length === 1 ? years[0] : undefined })
  }
  return (
    <>
      <ChoiceRow
        label="角色"
        options={givable.map(({ role }) => ({ value: role, label: ROLE_NAMES[role] }))}
        value={fields.role}
        onChange={choose}
      />
      {chosen && chosen.posts.length > 0 && (
        <Field label="职务">
          <ChoiceRow
            label="职务"
            options={chosen.posts.map((post) => ({ value: post, label: POST_NAMES[post] }))}
            value={fields.post}
            onChange={(post) => set({ post })}
          />
        </Field>
      )}
      {chosen && yearsFor(chosen).length > 1 && (
        <Field label="期限">
          <ChoiceRow
            label="期限"
            options={yearsFor(chosen).map((years) => ({
              value: years,
              label: years === '0' ? '不设期限' : `${years} 年`,
            }))}
            value={fields.years}
            onChange={(years) => set({ years })}
          />
        </Field>
      )}
    </>
  )
}
