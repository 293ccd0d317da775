import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { formatArea } from '#shared/kernel/area.ts'
import type { Roll, RollLine } from '#shared/votes/life-contract.ts'
import { grouped } from '#miniprogram/features/grouped.ts'
import { go } from '#miniprogram/features/pages.ts'
import { Permitted } from '#miniprogram/features/permitted.tsx'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { heads } from '#miniprogram/features/votes/words.ts'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { useList } from '#miniprogram/platform/use-list.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { More } from '#miniprogram/platform/ui/more.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'

/** Who counts how much in a vote, with the rule beside each; names masked. */
export default function VoteRollPage() {
  const { vote = '' } = useRouter().params
  return (
    <Page title="业主名册">
      <Permitted to="vote:read">
        {({ community }) => <SearchedRoll community={community} vote={vote} />}
      </Permitted>
    </Page>
  )
}

interface Asked {
  readonly community: string
  readonly vote: string
}

function SearchedRoll({ community, vote }: Asked) {
  const [typed, setTyped] = useState('')
  const [unit, setUnit] = useState('')
  const total = useQuery(`roll of ${vote}`, () => deskApi.roll({ community, vote }))
  return (
    <Loaded query={total}>
      {(whole) => (
        <>
          <Totals roll={whole} />
          <Card>
            <Field label="找一套房" hint="房号的一部分也可以，例如 1-2-801">
              <TextLine id="unit" label="找一套房" value={typed} onChange={setTyped} />
            </Field>
            <Button
              kind="plain"
              id="search"
              off={typed.trim() === '' && unit === '' ? '先填房号' : undefined}
              onPress={() => setUnit(typed.trim())}
            >
              {typed.trim() === '' && unit !== '' ? '看全部' : '查找'}
            </Button>
          </Card>
          <Lines key={unit} community={community} vote={vote} unit={unit} />
          <Button
            kind="plain"
            id="object"
            onPress={() => go('voteObjections', { vote, about: 'roll' })}
          >
            名册有错？看异议和答复
          </Button>
        </>
      )}
    </Loaded>
  )
}

const Totals = ({ roll }: { readonly roll: Roll }) => (
  <Card title="一共">
    <Row title="业主" value={heads(roll.heads)} />
    <Row title="房屋" value={`${grouped(roll.units)} 套`} />
    <Row title="面积" value={formatArea(roll.areaCenti)} />
    <Said>{`按产权清册第 ${roll.registerVersion} 版。为保护隐私，姓名只显示姓。`}</Said>
  </Card>
)

function Lines({ community, vote, unit }: Asked & { readonly unit: string }) {
  const list = useList(`roll ${vote} ${unit}`, async ({ cursor }) => {
    const page = await deskApi.roll({
      community,
      vote,
      ...(unit !== '' && { unit }),
      ...(cursor !== undefined && { from: Number(cursor) }),
    })
    return {
      items: page.lines,
      ...(page.next !== undefined && { cursor: String(page.next) }),
    }
  })
  return (
    <>
      <Loaded query={list.query}>
        {(lines) =>
          lines.length === 0 ? (
            <StateView title={`名册里没有“${unit}”`} note="请核对房号，或只填前面几位再找。" />
          ) : (
            lines.map((line) => <Line key={line.units.join()} line={line} />)
          )
        }
      </Loaded>
      <More list={list} />
    </>
  )
}

// A developer may hold hundreds.
const SHOWN = 12

const unitWords = (units: readonly string[]): string =>
  units.length <= SHOWN
    ? units.join('、')
    : `${units.slice(0, SHOWN).join('、')} 等，一共 ${units.length} 套`

const Line = ({ line }: { readonly line: RollLine }) => (
  <Card title={`${line.owners.join('、')}：1 人，${formatArea(line.areaCenti)}`}>
    <Said>{unitWords(line.units)}</Said>
    {line.representative !== undefined && <Said>{`由 ${line.representative} 代表投票`}</Said>}
    <Said>{`${line.rule}。`}</Said>
  </Card>
)
