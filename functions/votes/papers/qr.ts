import qrcode from 'qrcode-generator'

// ISO/IEC 18004: a quiet zone of four modules on each side; `M` mends 15 %, for a sheet that was folded.
const QUIET = 4
const MENDS = 'M'

/** A picture of its own, without a file: each run of dark modules in a row is one rectangle of a path. */
export function qrSvg(text: string): string {
  const code = qrcode(0, MENDS)
  code.addData(text)
  code.make()
  const count = code.getModuleCount()
  const side = count + 2 * QUIET
  const runs = Array.from({ length: count }, (_, row) => runsIn(row, count, code.isDark.bind(code)))
  return `<svg class="qr" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path d="${runs.join('')}"/></svg>`
}

function runsIn(row: number, count: number, isDark: (row: number, col: number) => boolean): string {
  let path = ''
  for (let col = 0; col < count; col += 1) {
    const from = col
    while (col < count && isDark(row, col)) col += 1
    if (col > from) path += `M${from + QUIET} ${row + QUIET}h${col - from}v1h${from - col}z`
  }
  return path
}
