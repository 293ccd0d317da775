import {
  openLevelTable,
  UnusableFolderError,
  type LevelTable,
} from '../platform/table/level-table.ts'
import { StartError } from './data-folder.ts'

/** @throws StartError in one line, where another process holds the data or it is not ours */
export async function openStore(folder: string, now: () => Date): Promise<LevelTable> {
  try {
    return await openLevelTable(folder, { now })
  } catch (err) {
    if (!(err instanceof UnusableFolderError)) throw err
    throw new StartError(`cannot use the data in ${folder}: ${err.message}`, { cause: err })
  }
}
