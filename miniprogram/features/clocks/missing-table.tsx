import { useQuery } from '#miniprogram/platform/use-query.ts'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { calendarApi } from './api.ts'

/** For staff, from 1 December on: next year's deadlines are computed without its holidays. Nothing where all is there. */
export function MissingTable({ community }: { readonly community: string }) {
  const { data } = useQuery(`calendar missing ${community}`, () => calendarApi.read({ community }))
  return data?.missing ? <NoticeBar tone="amber">{data.missing.sentence}</NoticeBar> : null
}
