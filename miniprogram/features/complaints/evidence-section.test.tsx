import { fireEvent, render, screen } from '@testing-library/react'
import { complaints } from '#shared/complaints/contract.ts'
import { saveText } from '#miniprogram/platform/save-text.ts'
import { tap } from '../../../config/jest/tap.ts'
import { NUMBER } from '../../complaints.fixture.ts'
import { answerTo, refuseTo, settled, startServer } from '../../server.fixture.ts'
import { EvidenceSection } from './evidence-section.tsx'

jest.mock('#miniprogram/platform/save-text.ts', () => ({ saveText: jest.fn() }))

const make = async () => {
  render(<EvidenceSection community="c1" number={NUMBER} />)
  await tap(document.getElementById('evidence') as HTMLElement)
  await settled()
}

beforeEach(() => startServer())

test('the file is handed over, with the beginning of its hash', async () => {
  const sha256 = `ab12cd34${'0'.repeat(56)}`
  const madeAt = '2026-11-21T02:00:00.000Z'
  const html = '<!doctype html>'
  answerTo(complaints.evidence, { html, sha256, madeAt, attachments: 0, embedded: 0 })
  await make()
  expect(saveText).toHaveBeenCalledWith('投诉案卷-JX7-K4M-9R4.html', html)
  expect(screen.getByText(/校验值开头是 ab12cd34/)).toBeInTheDocument()
})

test('a refusal is said, and nothing is saved', async () => {
  refuseTo(complaints.evidence, 'complaints.not_found')
  await make()
  expect(screen.getByText(/没有找到这件投诉/)).toBeInTheDocument()
  expect(saveText).not.toHaveBeenCalled()
})

test.each([
  ['what was made here', undefined, /由业主 张\* 在 11 月 21 日（周六）10:00 导出/],
  ['what was not', 'complaints.no_such_evidence', /没有这个校验值/],
] as const)('a file is checked by its hash: %s', async (_, refused, words) => {
  const sha256 = 'c'.repeat(64)
  const by = { role: '业主', name: '张*' }
  answerTo(complaints.checkEvidence, { sha256, madeAt: '2026-11-21T02:00:00.000Z', by })
  if (refused) refuseTo(complaints.checkEvidence, refused)
  render(<EvidenceSection community="c1" number={NUMBER} />)
  await tap(document.getElementById('open-check') as HTMLElement)
  expect(screen.getByText('请写全 64 位')).toBeInTheDocument()
  const box = screen.getByRole('textbox', { name: '校验值' })
  fireEvent.change(box, { target: { value: ` ${sha256.toUpperCase()} ` } })
  await tap(document.getElementById('check') as HTMLElement)
  await settled()
  expect(screen.getByText(words)).toBeInTheDocument()
})
