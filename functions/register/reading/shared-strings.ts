import { RefusedError } from '../../platform/http/refused-error.ts'
import type { Archive } from './archive.ts'
import { cellText } from './cell-text.ts'
import { LONGEST_CELL, type ReadingLimits } from './limits.ts'
import { parseXml } from './xml.ts'

/** The workbook's table of texts, which cells name by number. Pronunciation guides are not part of a text. */
export async function readSharedStrings(
  archive: Archive,
  path: string,
  limits: ReadingLimits,
): Promise<readonly string[]> {
  const strings: string[] = []
  let text = ''
  let inText = false
  let inGuide = false
  await parseXml(archive.text(path), {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') inGuide = true
      else if (name === 't') inText = !inGuide
    },
    text(piece) {
      if (!inText) return
      text += piece
      if (text.length > LONGEST_CELL) throw new RefusedError('register.file_damaged')
    },
    close(name) {
      if (name === 't') inText = false
      else if (name === 'rPh') inGuide = false
      else if (name === 'si') {
        strings.push(cellText(text))
        if (strings.length > limits.cells) throw new RefusedError('register.too_many_cells')
      }
    },
  })
  return strings
}
