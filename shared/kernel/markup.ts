/** Characters that turn the reading direction of what follows them: shown by name, never obeyed. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const nameOf = (symbol: string): string =>
  `[U+${symbol.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`

/** Text as text: nothing in it is markup, and nothing in it changes how its surroundings read. */
export const escaped = (text: string): string =>
  text
    .replace(TURNING, nameOf)
    .replace(UNSEEN, nameOf)
    .replace(/[&<>"']/g, (symbol) => ENTITIES[symbol] ?? '')

/** What a person wrote: its direction is its own, its line breaks stay. */
export const asWritten = (text: string): string => `<bdi class="said">${escaped(text)}</bdi>`

/** Chinese fonts as systems and offices call them: the document brings none along. */
const FONTS = '"Songti SC","Noto Serif SC","Source Han Serif SC",SimSun,serif'

interface Sheet {
  readonly title: string
  readonly size: 'A4' | 'A5'
  readonly style?: string
}

/** A page that fetches nothing, runs nothing and prints as it is. */
export const printable = ({ title, size, style = '' }: Sheet, ...body: readonly string[]): string =>
  [
    '<!doctype html>',
    '<html lang="zh-CN"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${escaped(title)}</title>`,
    `<style>@page{size:${size};margin:18mm 16mm;@bottom-center{content:"第 " counter(page) " 页，共 " counter(pages) " 页"}}`,
    `body{font:11pt/1.6 ${FONTS};color:#1f2329;max-width:178mm;margin:0 auto;padding:12px}`,
    'h1{font-size:18pt;margin:0 0 8px}h2{font-size:13pt;margin:18px 0 6px;break-after:avoid}',
    'table{border-collapse:collapse;width:100%}th,td{border:1px solid #5a6069;padding:4px 6px;text-align:left;vertical-align:top}',
    'th{font-weight:700}tr,li,figure{break-inside:avoid}.said{white-space:pre-wrap;overflow-wrap:anywhere}',
    `@media print{body{padding:0}}${style}</style></head>`,
    '<body>',
    ...body,
    '</body></html>',
  ].join('\n')
