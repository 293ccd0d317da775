import { formatTime } from '#shared/kernel/calendar.ts'
import type { PersonalExport } from './contract.ts'

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

/** An export as a page that any browser shows and any printer prints; it fetches nothing. */
export function exportPage({ madeAt, parts }: PersonalExport): string {
  const at = new Date(madeAt)
  const sections = parts.map(({ title, lines }) => {
    const rows = lines.map(
      ({ label, value }) =>
        `<tr><th scope="row">${escaped(label)}</th><td>${escaped(value)}</td></tr>`,
    )
    const body = rows.length === 0 ? '<p>没有记录。</p>' : `<table>${rows.join('')}</table>`
    return `<section><h2>${escaped(title)}</h2>${body}</section>`
  })
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1"><title>我的信息</title>',
    '<style>body{font:17px/1.5 sans-serif;margin:24px;color:#1f2329}table{border-collapse:collapse;width:100%}',
    'th,td{border:1px solid #e5e7eb;padding:8px;text-align:left;vertical-align:top}th{font-weight:400;width:40%}</style>',
    `</head><body><h1>我的信息</h1><p>导出时间：${formatTime(at, at)}</p>`,
    ...sections,
    '</body></html>',
  ].join('')
}
