import { useEffect, useRef, useState } from 'react'
import type { ChosenFile } from './chosen-file.ts'

const chosen = (file: File): ChosenFile => ({
  path: URL.createObjectURL(file),
  name: file.name,
  bytes: file.size,
})

/** @param accept endings, as the browser's own chooser takes them */
export function pickFile(accept: string): Promise<ChosenFile | undefined> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accept
  return new Promise((resolve) => {
    input.addEventListener('change', () => {
      const [file] = input.files ?? []
      resolve(file && chosen(file))
    })
    input.addEventListener('cancel', () => resolve(undefined))
    input.click()
  })
}

export function saveFile(url: string, name: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
}

const holdsFiles = (event: DragEvent): boolean =>
  [...(event.dataTransfer?.types ?? [])].includes('Files')

/**
 * A file let go anywhere over the page, as long as the page wants one. Without it the browser would leave the
 * page and show the file.
 * @returns whether a file is held over the page now
 */
export function useDroppedFile(onFile: (file: ChosenFile) => void): boolean {
  const [isOver, setIsOver] = useState(false)
  const latest = useRef(onFile)
  useEffect(() => {
    latest.current = onFile
  })
  useEffect(() => {
    if (__TARGET__ !== 'h5') return undefined
    const over = (event: DragEvent): void => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setIsOver(true)
    }
    const leave = (event: DragEvent): void => {
      // From one element of the page to the next is not out of the page.
      if (event.relatedTarget === null) setIsOver(false)
    }
    const drop = (event: DragEvent): void => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setIsOver(false)
      const file = event.dataTransfer?.files[0]
      if (file) latest.current(chosen(file))
    }
    document.addEventListener('dragover', over)
    document.addEventListener('dragleave', leave)
    document.addEventListener('drop', drop)
    return () => {
      document.removeEventListener('dragover', over)
      document.removeEventListener('dragleave', leave)
      document.removeEventListener('drop', drop)
    }
  }, [])
  return isOver
}
