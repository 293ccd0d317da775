import type { ItemChoice, MyHead, Vote } from '#shared/votes/contract.ts'
import type { Strokes } from '#shared/votes/signature.ts'
import { CHOICE_NAMES } from '#shared/votes/words.ts'
import type { Act } from '#miniprogram/platform/use-act.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { weightOf } from '#miniprogram/features/votes/words.ts'
import { wrongIn } from './pad.ts'
import { SignaturePad } from './signature-pad.tsx'

interface Signing {
  readonly strokes: Strokes
  readonly onChange: (strokes: Strokes) => void
}

interface ReviewProps {
  readonly vote: Vote
  readonly head: MyHead
  readonly choices: readonly ItemChoice[]
  /** Absent where a tap is enough. */
  readonly signing: Signing | undefined
  readonly cast: Act<readonly [], void>
  readonly onChange: () => void
  readonly reload: () => Promise<void>
}

/** The ballot once more, whole, and signed, before it is cast. */
export const Review = ({ vote, head, choices, signing, cast, onChange, reload }: ReviewProps) => (
  <>
    <Card title="请再看一遍">
      {choices.map(({ item, choice }) => (
        <Row
          key={item}
          title={`${item}. ${vote.items.find((one) => one.item === item)?.title ?? ''}`}
          value={CHOICE_NAMES[choice]}
        />
      ))}
      <Said>{`${weightOf(head)}。投出后不能更改。`}</Said>
    </Card>
    {signing && (
      <Card title="手写签名">
        <Said>正式表决要本人签名。签名和选票一起保存，公布结果时不会公布签名。</Said>
        <SignaturePad {...signing} />
      </Card>
    )}
    {cast.trouble && (
      // An answer that was lost may have been a receipt: whoever looks again sees what was received.
      <NoticeBar tone="red" act={{ word: '刷新', onPress: reload }}>
        {cast.trouble.detail}
      </NoticeBar>
    )}
    <Button kind="quiet" id="change" onPress={onChange}>
      返回修改
    </Button>
    <Action>
      <Button
        id="cast"
        busy={cast.busy}
        busyWord="正在投出…"
        off={signing && wrongIn(signing.strokes)}
        onPress={() => cast.run()}
      >
        确认投票
      </Button>
    </Action>
  </>
)
