import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import type { AtWindow } from '#shared/complaints/window-contract.ts'
import { NumberField, typedNumber } from '#miniprogram/features/complaints/number-field.tsx'
import { Permitted } from '#miniprogram/features/permitted.tsx'
import type { Identity } from '#miniprogram/platform/identity.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { CaseAtWindow } from './case-at-window.tsx'
import { ReceiptView } from './receipt-view.tsx'
import { WindowForm } from './window-form.tsx'

export default function ComplaintWindowPage() {
  return (
    <Page title="窗口代填投诉">
      <Permitted to="complaint:window">{(identity) => <AtTheWindow {...identity} />}</Permitted>
    </Page>
  )
}

/** A new case, the paper of one, or one that somebody comes back about. */
function AtTheWindow({ person, community, membership }: Identity) {
  const { number: asked } = useRouter().params
  const [number, setNumber] = useState(asked)
  const [made, setMade] = useState<AtWindow>()
  if (made) {
    const done = (): void => {
      setNumber(made.complaint.number)
      setMade(undefined)
    }
    return <ReceiptView filed={made} communityName={membership.name} onDone={done} />
  }
  if (number !== undefined) {
    return (
      <>
        <CaseAtWindow key={number} community={community} number={number} onPaper={setMade} />
        <Button kind="quiet" id="another" onPress={() => setNumber(undefined)}>
          给另一位填
        </Button>
      </>
    )
  }
  return (
    <>
      <LookUp onFound={setNumber} />
      <WindowForm person={person} community={community} onFiled={setMade} />
    </>
  )
}

/** Somebody brings their paper back. */
function LookUp({ onFound }: { readonly onFound: (number: string) => void }) {
  const [isOpen, setIsOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const number = typedNumber(typed)
  if (!isOpen) {
    return (
      <Card>
        <Row
          id="with-paper"
          title="拿着回执来问的"
          note="看办得怎样，记下本人的话，补打回执"
          onPress={() => setIsOpen(true)}
        />
      </Card>
    )
  }
  return (
    <Card title="拿着回执来问的">
      <NumberField value={typed} onChange={setTyped} />
      <Button
        kind="plain"
        id="look-up"
        off={number === undefined ? '请照回执写编号' : undefined}
        onPress={() => number !== undefined && onFound(number)}
      >
        查这一件
      </Button>
    </Card>
  )
}
