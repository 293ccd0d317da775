import { screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { complaints, type Complaint } from '#shared/complaints/contract.ts'
import { DEFAULT_SETTINGS } from '#shared/complaints/settings.ts'
import { complaintWith, NUMBER } from '../../complaints.fixture.ts'
import { openPage, press, type, field } from '../../page.fixture.tsx'
import { answerTo, callsOf, comeAs, refuseTo, settled, startServer } from '../../server.fixture.ts'
import OfficerComplaintPage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const theirs = (facts: Partial<Complaint>) => complaintWith({ mine: false, lastSeq: 3, ...facts })

async function open(complaint: Complaint, query: Record<string, string> = {}) {
  answerTo(complaints.get, complaint)
  await openPage(OfficerComplaintPage, { number: NUMBER, ...query })
  await settled()
}

beforeEach(() => {
  startServer()
  comeAs('street')
  answerTo(complaints.settings, { version: 0, settings: DEFAULT_SETTINGS })
})

test('the street takes it on with one tap, and what comes next is offered', async () => {
  answerTo(complaints.acceptAtStreet, theirs({ state: 'street_accepted', acts: ['record_onsite'] }))
  await open(theirs({ state: 'routed_street', acts: ['accept_at_street', 'decline'] }), {
    community: 'c9',
  })
  expect(callsOf(complaints.get)[0]?.path).toContain('/communities/c9/')
  await press('街道受理')
  expect(callsOf(complaints.acceptAtStreet)).toMatchObject([{ body: { seen: 3 } }])
  expect(screen.getByRole('button', { name: '记录现场核实' })).toBeInTheDocument()
})

test('who was slower is told what the other did, and nothing typed is lost', async () => {
  refuseTo(complaints.handle, 'complaints.changed_meanwhile', {
    ...{ who: '街道 李*', what: '“开始办理”' },
  })
  const visited = theirs({ state: 'onsite_verified', acts: ['handle', 'reply'] })
  await open(visited)
  await press('开始办理')
  type('怎么办', '约谈物业，三天内恢复')
  await press('开始办理')
  expect(screen.getByRole('alert')).toHaveTextContent('街道 李*刚刚“开始办理”')
  answerTo(complaints.get, theirs({ state: 'street_handling', acts: ['reply'], lastSeq: 4 }))
  await press('刷新')
  expect(screen.getByText('现在不能做这一步了，写的内容还在')).toBeInTheDocument()
  expect(field('怎么办')).toHaveValue('约谈物业，三天内恢复')
})

test('what was typed on the spot without a network is there when the page is opened again', async () => {
  refuseTo(complaints.recordOnsite, 'complaints.visit_not_then')
  const accepted = theirs({ state: 'street_accepted', acts: ['record_onsite'] })
  await open(accepted)
  await press('记录现场核实')
  type('看到了什么', '开阀无水')
  const when = document.getElementById('onsite-when')?.textContent
  document.body.innerHTML = ''
  await open(accepted)
  await press('记录现场核实')
  expect(field('看到了什么')).toHaveValue('开阀无水')
  expect(field('在哪里')).toHaveValue('3幢')
  expect(document.getElementById('onsite-when')?.textContent).toBe(when)
})

test('where nothing may be done, no button is there', async () => {
  await open(theirs({ state: 'confirmed', acts: [] }))
  const names = screen.getAllByRole('button').map((one) => one.getAttribute('aria-label'))
  expect(names).not.toContain('办别的')
})

test('closing unanswered is offered only where the complaint says so', async () => {
  comeAs('community')
  await open(theirs({ state: 'resolved', acts: ['message'] }))
  expect(screen.queryByText('按未答复结案')).toBeNull()
})

test('a frozen one leads to a recorded ground', async () => {
  refuseTo(complaints.get, 'complaints.frozen')
  await openPage(OfficerComplaintPage, { number: NUMBER })
  await settled()
  await press('说明理由后调阅')
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: `/community/complaint-frozen/index?community=c1&number=${NUMBER}`,
  })
})

test('one that moved to another street, or never was theirs, is not found', async () => {
  refuseTo(complaints.get, 'scope.not_found')
  await openPage(OfficerComplaintPage, { number: NUMBER, community: 'c9' })
  await settled()
  expect(screen.getByText('没有找到')).toBeInTheDocument()
})
