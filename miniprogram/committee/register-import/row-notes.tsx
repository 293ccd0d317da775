import { Text } from '@tarojs/components'
import type { Preview, RowNote } from '#shared/register/terms.ts'
import { registerApi } from '#miniprogram/features/register/api.ts'
import { useList } from '#miniprogram/platform/use-list.ts'
import { Entry } from '#miniprogram/features/register/entry.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { More } from '#miniprogram/platform/ui/more.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'

interface RowNotesProps {
  readonly community: string
  readonly id: string
  readonly preview: Preview
}

/** What of the file is not taken, or had better be looked at: each with its place and its reason. */
export const RowNotes = ({ community, id, preview }: RowNotesProps) => {
  const { problems, doubts, leftOut } = preview
  return (
    <>
      {problems + doubts > 0 ? (
        <Card title={titleOf(problems, doubts)} id="row-notes">
          <Text>
            {problems > 0
              ? '其他各行照常导入。不能导入的，在文件里改好后再上传一次就行。'
              : '这些行会导入，只是请您再看一眼。'}
          </Text>
          <Notes community={community} id={id} />
        </Card>
      ) : (
        <Card title="每一行都能导入">
          <Text>合计、空行和说明文字不算。</Text>
        </Card>
      )}
      {leftOut.length > 0 && (
        <Card title={`有 ${leftOut.length} 张工作表没有用`}>
          {leftOut.map(({ name, reason }) => (
            <Row key={name} title={`工作表“${name}”`} note={reason} />
          ))}
        </Card>
      )}
    </>
  )
}

const titleOf = (problems: number, doubts: number): string => {
  if (problems === 0) return `请再看一眼的 ${doubts} 行`
  return doubts === 0
    ? `不能导入的 ${problems} 行`
    : `不能导入的 ${problems} 行，请再看一眼的 ${doubts} 行`
}

function Notes({ community, id }: Omit<RowNotesProps, 'preview'>) {
  const list = useList(`rows ${id}`, (from) =>
    registerApi.previewRows({ community, import: id, limit: 20, ...from }),
  )
  return (
    <>
      <Loaded query={list.query} cards={1}>
        {(notes) => notes.map((note, i) => <Note key={i} note={note} />)}
      </Loaded>
      <More list={list} />
    </>
  )
}

const Note = ({ note: { sheet, row, taken, reason, unit } }: { readonly note: RowNote }) => (
  <Entry name={`“${sheet}”第 ${row} 行`}>
    <Text>{unit === undefined ? reason : `${reason}（${unit}）`}</Text>
    {taken ? <Tag tone="blue">照样导入</Tag> : <Tag tone="red">没有导入</Tag>}
  </Entry>
)
