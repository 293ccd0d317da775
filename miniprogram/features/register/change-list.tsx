import type { UnitChange } from '#shared/register/diff.ts'
import type { List } from '#miniprogram/platform/use-list.ts'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { More } from '#miniprogram/platform/ui/more.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { Entry, Line } from './entry.tsx'
import { changeLines } from './words.ts'

/** Units that differ, each with what differs. */
export const ChangeList = ({ list }: { readonly list: List<UnitChange> }) => (
  <>
    <Loaded query={list.query} cards={1}>
      {(items) =>
        items.length === 0 ? (
          <StateView title="没有" />
        ) : (
          items.map((one) => <ChangeRow key={one.unit} change={one} />)
        )
      }
    </Loaded>
    <More list={list} />
  </>
)

const ChangeRow = ({ change }: { readonly change: UnitChange }) => (
  <Entry name={change.unit}>
    {changeLines(change).map((line) => (
      <Line key={line}>{line}</Line>
    ))}
  </Entry>
)
