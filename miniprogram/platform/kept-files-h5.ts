import { newKey } from './chance.ts'

// A browser forgets a chosen file with the page; its own store keeps it until it was sent.
const STORE = 'files'
const MARK = 'kept:'
const shown = new Map<string, string>()

/** @returns where it is kept, or the given address where the browser keeps nothing */
export async function keepBlob(url: string): Promise<string> {
  try {
    const blob = await (await fetch(url)).blob()
    const place = `${MARK}${newKey()}`
    await within('readwrite', (files) => files.put(blob, place))
    shown.set(place, url)
    return place
  } catch {
    return url
  }
}

/** An address to show and send it by, while the page is open; nothing where it is gone. */
export async function openBlob(place: string): Promise<string | undefined> {
  const known = shown.get(place)
  if (known !== undefined || !place.startsWith(MARK)) return known ?? (await reachable(place))
  const blob: unknown = await within<unknown>('readonly', (files) => files.get(place)).catch(
    () => undefined,
  )
  if (!(blob instanceof Blob)) return undefined
  const url = URL.createObjectURL(blob)
  shown.set(place, url)
  return url
}

/** What the browser did not keep is there as long as the page it was chosen on. */
const reachable = (url: string): Promise<string | undefined> =>
  fetch(url).then(
    () => url,
    () => undefined,
  )

export async function dropBlob(place: string): Promise<void> {
  const url = shown.get(place)
  if (url !== undefined) URL.revokeObjectURL(url)
  shown.delete(place)
  await within('readwrite', (files) => files.delete(place)).catch(() => undefined)
}

async function within<T>(
  mode: IDBTransactionMode,
  act: (files: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const base = await opened()
  try {
    return await landed(act(base.transaction(STORE, mode).objectStore(STORE)))
  } finally {
    base.close()
  }
}

function opened(): Promise<IDBDatabase> {
  const asked = indexedDB.open('jiayuan', 1)
  asked.addEventListener('upgradeneeded', () => asked.result.createObjectStore(STORE))
  return landed(asked)
}

const landed = <T>(asked: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    asked.addEventListener('success', () => resolve(asked.result))
    asked.addEventListener('error', () => reject(asked.error ?? new Error('the store is closed')))
  })
