import { render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { register } from '#shared/register/contract.ts'
import { importWith } from '../../register.fixture.ts'
import { answerTo, comeAs, settled, startServer } from '../../server.fixture.ts'
import RegisterImportPage from './index.tsx'

export const button = (name: string) => screen.getByRole('button', { name })

/** The committee, and a server that has no notes on rows. */
export function comeToImport(): void {
  startServer()
  comeAs('committee')
  answerTo(register.previewRows, { items: [] })
}

export async function open() {
  const page = render(<RegisterImportPage />)
  await settled()
  return page
}

/** The page as come back to, with an import in hand. */
export function openAt(...[facts]: Parameters<typeof importWith>) {
  answerTo(register.progress, importWith(facts))
  Taro.setStorageSync('register-import:p1:c1', { import: 'i1', same: [] })
  return open()
}
