import { Text } from '@tarojs/components'
import { registerApi } from '#miniprogram/features/register/api.ts'
import { TransferRow } from '#miniprogram/features/register/transfer-row.tsx'
import { useList } from '#miniprogram/platform/use-list.ts'
import { go } from '#miniprogram/features/pages.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { More } from '#miniprogram/platform/ui/more.tsx'

interface TransferListProps {
  readonly community: string
  readonly newest: number
  /** Whether this person may record one. */
  readonly mayRecord: boolean
}

/** Every home that changed hands, last recorded first; each leads to its home. */
export function TransferList({ community, newest, mayRecord }: TransferListProps) {
  const list = useList(`register transfers ${community} ${newest}`, (from) =>
    registerApi.transfers({ community, limit: 5, ...from }),
  )
  return (
    <Card title="换业主的记录" id="transfers">
      {mayRecord && <Text>有人卖房、继承或分家，先查到那一户，再点“登记换业主”。</Text>}
      <Loaded query={list.query} cards={1}>
        {(items) =>
          items.length === 0 ? (
            <Text>还没有登记过。</Text>
          ) : (
            items.map((one) => (
              <TransferRow
                key={one.transfer}
                transfer={one}
                onPress={() => void go('registerUnit', { unit: one.unit })}
              />
            ))
          )
        }
      </Loaded>
      <More list={list} />
    </Card>
  )
}
