import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { addCommunity } from '#functions/communities/repository.ts'
import type { Ports } from '#functions/platform/ports.ts'
import { importRegister, type ImportReport } from '#functions/register/importing.ts'
import { registerDirectory } from '#functions/register/offers.ts'
import { DEMO } from '#shared/votes/profiles/demo.ts'
import { formatArea } from '#shared/kernel/area.ts'
import { PROBLEMS, type RowProblem } from '#shared/register/problems.ts'
import { addBindings, bindingSteps } from './bindings.ts'
import { addCast, addNeighbours, DISTRICT, STREET } from './cast.ts'
import { chance } from './chance.ts'
import { ladderSteps } from './complaint-ladder.ts'
import { complaintSteps } from './complaints.ts'
import { emergencySteps } from './emergencies.ts'
import { addFees } from './fees.ts'
import { noticeSteps } from './notices.ts'
import { petitionSteps } from './petitions.ts'
import { addSights } from './privacy.ts'
import { COMMUNITY, openStage } from './stage.ts'
import { daysAgo, tell } from './steps.ts'
import { voteSteps } from './votes.ts'

const SEED = 20_261_121
const REGISTER = path.join('demo', 'jinxiu-register.xlsx')
const STORY_DAYS = 90

type Say = (line: string) => void

/** A community from a real register, and three months of life in it, told through the product itself. */
export async function fillDemo(ports: Ports, say: Say): Promise<void> {
  const now = ports.now()
  const luck = chance(SEED)
  const report = await importDemoRegister(ports, say)
  say(summaryOf(report))
  for (const problem of report.problems) say(`  ${sentenceOf(problem)}`)

  const register = registerDirectory(ports)
  const buildings = await register.buildings(COMMUNITY)
  await addCommunity(ports.table, {
    id: COMMUNITY,
    code: 'JX',
    name: '锦绣花园',
    street: STREET,
    streetName: '檀木林街道',
    district: DISTRICT,
    districtName: '自流井区',
    propertyCompany: '锦绣花园物业服务中心',
    company: 'jinxiu-wuye',
    profile: { id: DEMO.id, name: DEMO.name, version: DEMO.version, fictitious: DEMO.fictitious },
    buildings: buildings.map(({ name }) => name),
  })
  const units = (await register.roll(COMMUNITY))?.units ?? []
  const stage = openStage(ports)
  stage.setClock(daysAgo(now, STORY_DAYS, 8))
  const since = daysAgo(now, 400, 9).toISOString()
  const cast = await addCast(stage, units, since)
  await addNeighbours(stage, cast.neighbours)
  await addBindings(ports, [...cast.bound, ...cast.neighbours], since)
  await addSights(ports, now)
  await addFees(ports.table, units, cast, luck, now)
  const steps = [
    ...complaintSteps(stage, cast, luck, now),
    ...ladderSteps(stage, cast, now),
    ...noticeSteps(stage, cast, luck, now),
    ...emergencySteps(stage, cast, now),
    ...voteSteps(stage, cast, luck, now),
    ...petitionSteps(stage, cast, now),
    ...bindingSteps(stage, cast.couple, now),
  ]
  await tell(stage, steps, now, progress(say, '演示数据'))
}

async function importDemoRegister(ports: Ports, say: Say): Promise<ImportReport> {
  const { keys, table, newId } = ports
  const writing = progress(say, '写入名册')
  return importRegister(await readFile(REGISTER), {
    table,
    communityId: COMMUNITY,
    now: ports.now(),
    newId,
    hash: (text) => keys.digestText('register', COMMUNITY, text),
    onProgress: (at) => {
      if (at.step === 'writing') writing(at.done, at.total)
      else say(at.step === 'reading' ? '读取名册 …' : '核对名册 …')
    },
  })
}

const summaryOf = ({ summary }: ImportReport): string =>
  `名册：${summary.units} 套房、${summary.parking} 个车位，共 ${formatArea(summary.totalAreaCenti)}，` +
  `按人数规则 ${summary.heads} 人；${summary.problems.length} 行没有导入：`

const sentenceOf = ({ sheet, row, problem, unit }: RowProblem): string =>
  `“${sheet}”第 ${row} 行${unit === undefined ? '' : `（${unit}）`}：${PROBLEMS[problem]}`

/** A line each quarter of the way. */
function progress(say: Say, what: string): (done: number, of: number) => void {
  let shown = 0
  return (done, of) => {
    const quarter = Math.floor((done / of) * 4)
    if (quarter <= shown) return
    shown = quarter
    say(`${what} ${quarter * 25} %`)
  }
}
