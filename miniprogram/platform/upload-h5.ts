import type { ChosenPhoto } from './chosen-photo.ts'

/** The browser's own file chooser; on a phone it offers the camera too. */
export async function chooseFiles(
  most: number,
  longest: number,
  quality: number,
): Promise<readonly ChosenPhoto[]> {
  const files = await pick()
  return Promise.all(files.slice(0, most).map((file) => shrink(file, longest, quality)))
}

function pick(): Promise<readonly File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = 'image/*'
  input.multiple = true
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  })
}

/** A JPEG of at most so many pixels a side, turned as the camera was held. What cannot be drawn is sent as it is. */
async function shrink(file: File, longest: number, quality: number): Promise<ChosenPhoto> {
  const smaller = await redraw(file, longest, quality).catch(() => undefined)
  const best = smaller && smaller.size < file.size ? smaller : file
  return { path: URL.createObjectURL(best), bytes: best.size }
}

async function redraw(file: File, longest: number, quality: number): Promise<Blob | undefined> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return new Promise((resolve) => {
    canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', quality / 100)
  })
}
