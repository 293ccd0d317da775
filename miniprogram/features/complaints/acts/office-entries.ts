import type { ComplaintAct } from '#shared/complaints/contract.ts'
import { api } from '#miniprogram/platform/api.ts'
import type { ActEntry } from './entry.ts'
import { FindForm } from './find-form.tsx'
import { MergeForm } from './merge-form.tsx'
import { PauseForm } from './pause-form.tsx'
import { MessageForm, NoteForm, ReplyForm, ResolveForm } from './say-forms.tsx'

/** What every office that has a complaint may do with it, the likeliest first. A level adds its own. */
export const OFFICE_ENTRIES: readonly ActEntry[] = [
  {
    act: 'release',
    word: '没有问题，交给物业',
    tap: (about, sending) => api.complaints.release(about, sending),
  },
  {
    act: 'accept',
    word: '受理',
    tap: (about, sending) => api.complaints.accept(about, sending),
  },
  { act: 'reply', word: '回复居民', note: '说清谁、什么时候、做什么', Form: ReplyForm },
  { act: 'resolve', word: '办完了', note: '请居民确认', Form: ResolveForm },
  {
    act: 'resume',
    word: '恢复计时',
    note: '等的人或材料已经到了，期限接着算',
    tap: (about, sending) => api.complaints.resume(about, sending),
  },
  { act: 'pause', word: '暂停计时', note: '等居民、等材料时用，要写原因', Form: PauseForm },
  { act: 'message', word: '给居民留言', note: '问一句话，不改变状态', Form: MessageForm },
  { act: 'note', word: '写内部备注', note: '只有同事能看到', Form: NoteForm },
  { act: 'merge', word: '并入另一件', note: '同一件事报了两次', Form: MergeForm },
  { act: 'find', word: '写明结论', note: '解决不了或不归本级管，上交前要写', Form: FindForm },
  {
    act: 'escalate',
    word: '上交一级',
    note: '按已写明的结论交给上一级办理',
    tap: (about, sending) => api.complaints.escalate(about, sending),
  },
]

/** The one that is likeliest now stands first. */
export const withFirst = (
  entries: readonly ActEntry[],
  first: ComplaintAct | undefined,
): readonly ActEntry[] => [
  ...entries.filter(({ act }) => act === first),
  ...entries.filter(({ act }) => act !== first),
]
