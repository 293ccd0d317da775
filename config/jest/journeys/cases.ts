// Complaints as they stand before a journey begins: filed and acted on by the people themselves, without a page.
import type { Complaint } from '#shared/complaints/contract.ts'
import { OPENED_MS, reloadedUntil, type Login, type Phone } from './phone.ts'
import type { Street } from './street.ts'

const COMPLAINTS = '/communities/jinxiu/complaints'

/** Phones of these people, in this order. */
export const phonesOf = async <const L extends readonly Login[]>(street: Street, ...logins: L) =>
  (await Promise.all(logins.map((login) => street.phoneOf(login)))) as unknown as {
    [K in keyof L]: Phone
  }

interface Filing {
  readonly category: string
  readonly text: string
  readonly direct?: boolean
}

/** Filed in a common area, its words checked; its number. */
export async function filed(phone: Phone, filing: Filing): Promise<string> {
  const place = { kind: 'common', area: '东门广场' }
  const { number } = (await taken(phone, COMPLAINTS, { ...filing, place })) as Complaint
  for (let turn = 0; turn < 200 && !(await caseOf(phone, number)).checked; turn += 1) {
    await new Promise((done) => setTimeout(done, 50))
  }
  return number
}

/** One act after another, each in the name of whose phone it is. */
export async function went(
  number: string,
  ...acts: readonly (readonly [phone: Phone, act: string, said?: object])[]
): Promise<void> {
  for (const [phone, act, said = {}] of acts) {
    await taken(phone, `${COMPLAINTS}/${number}/${act}`, said)
  }
}

export const caseOf = async (phone: Phone, number: string): Promise<Complaint> =>
  (await phone.ask(`${COMPLAINTS}/${number}`)) as Complaint

/** Why an act is refused. */
export const refusalOf = async (phone: Phone, number: string, act: string, said: object) =>
  ((await phone.ask(`${COMPLAINTS}/${number}/${act}`, said)) as { code?: string }).code

async function taken(phone: Phone, path: string, said: object): Promise<unknown> {
  const answer = (await phone.ask(path, said)) as { code?: string }
  if (answer.code !== undefined) throw new Error(`${path}: ${JSON.stringify(answer)}`)
  return answer
}

/** The page on which an office handles it, once its words were checked. */
export async function openAtOffice(officer: Phone, number: string): Promise<void> {
  await officer.open(`/community/complaint/index?community=jinxiu&number=${number}`)
  await officer.reloadsUntil('经过')
}

/** Its form, by the large button or among the other acts. */
export async function begin(officer: Phone, act: string): Promise<void> {
  const button = officer.page.locator(`#act-${act}`).filter({ visible: true })
  await officer.page.locator('[id^="act-"]').filter({ visible: true }).first().waitFor()
  if ((await button.count()) === 0) await officer.tap('#more-acts')
  await button.tap()
}

/** Opens the page anew until it has it; what was tapped last may still be opening it. */
export const comesUp = (phone: Phone, selector: string): Promise<void> =>
  reloadedUntil(phone.page, phone.see(selector), OPENED_MS)
