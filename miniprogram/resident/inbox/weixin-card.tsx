import { can } from '#shared/kernel/permissions.ts'
import type { TemplateKey } from '#shared/messages/templates.ts'
import { AskNote } from '#miniprogram/features/messages/ask-note.tsx'
import { useAskToTell } from '#miniprogram/features/messages/use-ask-to-tell.ts'
import { useIdentity } from '#miniprogram/platform/use-identity.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'

const FOR_STAFF: readonly TemplateKey[] = ['complaint_duty', 'emergency']
const FOR_RESIDENTS: readonly TemplateKey[] = [
  'complaint_progress',
  'complaint_moved',
  'complaint_result',
]

/** How many messages WeChat may still send, and the way to allow one more of each. */
export function WeixinCard() {
  const { identity } = useIdentity()
  const isStaff = can(identity?.membership.roles ?? [], 'complaint:queue')
  const { ask, asks, note, offered } = useAskToTell(isStaff ? FOR_STAFF : FOR_RESIDENTS)
  return (
    <Card title="微信提醒">
      <AskNote note={note} />
      {offered.map(({ template, title, credits }) => (
        <Row key={template} title={title} value={`还能收 ${credits} 条`} />
      ))}
      {asks && (
        <Button kind="plain" id="ask-weixin" onPress={ask}>
          以后有进展，用微信提醒我
        </Button>
      )}
    </Card>
  )
}
