import { useState } from 'react'
import type { Preview } from '#shared/register/terms.ts'
import { registerApi } from '#miniprogram/features/register/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import type { Same } from './same-decisions.ts'
import type { StepProps } from './step-props.ts'
import { toRegister } from './to-register.ts'

interface ConfirmProps extends StepProps {
  readonly preview: Preview
  readonly same: Same
}

/** What was seen is confirmed, and nothing else: this file, compared with that version. */
export function Confirm({ community, found, preview, query, onEnd, same }: ConfirmProps) {
  const [key, setKey] = useState(newKey)
  const confirming = useAct(async () => {
    const { sha256, comparedWith } = preview
    const decided = same.length > 0 ? { same: same.map((list) => [...list]) } : {}
    const wish = { community, import: found.import, sha256, comparedWith, ...decided }
    try {
      query.put(await registerApi.confirm(wish, { key }))
    } catch (err) {
      // What is confirmed next may be something else: decisions can be changed meanwhile.
      setKey(newKey())
      throw err
    }
  })
  const isNeeded = !preview.unchanged || same.length > 0
  return (
    <>
      {confirming.trouble && (
        <NoticeBar tone="red" act={{ word: '再看', onPress: query.reload }}>
          {confirming.trouble.detail}
        </NoticeBar>
      )}
      <Action>
        {isNeeded ? (
          <Button
            id="confirm-import"
            busy={confirming.busy}
            busyWord="正在写进名册…"
            off={preview.certain ? undefined : '请先核对哪一列是什么'}
            onPress={() => confirming.run()}
          >
            确认导入
          </Button>
        ) : (
          <Button id="to-register" onPress={() => toRegister().then(onEnd)}>
            回到名册
          </Button>
        )}
      </Action>
    </>
  )
}
