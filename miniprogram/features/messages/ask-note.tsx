import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import type { AskToTell } from './use-ask-to-tell.ts'

/** Beside a button whose tap asks: what WeChat will ask, and what a yes means. */
export const AskNote = ({ note }: Pick<AskToTell, 'note'>) =>
  note === undefined ? null : <NoticeBar tone="blue">{note}</NoticeBar>
