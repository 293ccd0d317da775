import Taro from '@tarojs/taro'

/** Every page that another page leads to, by what it shows. */
export const PAGES = {
  vote: '/resident/vote/index',
  voteResult: '/resident/vote-result/index',
  notice: '/resident/notice/index',
  bills: '/resident/bills/index',
  agreement: '/resident/privacy-agreement/index',
  privacy: '/resident/privacy/index',
  privacySights: '/resident/privacy-sights/index',
  privacyExport: '/resident/privacy-export/index',
  privacyCorrect: '/resident/privacy-correct/index',
  privacyClose: '/resident/privacy-close/index',
  noticeBoard: '/resident/notice-board/index',
  inbox: '/resident/inbox/index',
  devices: '/resident/devices/index',
  devicesFactor: '/resident/devices-factor/index',
  devicesWeb: '/resident/devices-web/index',
  complaint: '/resident/complaint/index',
  complaintFile: '/resident/complaint-file/index',
  complaintDrafts: '/resident/complaint-drafts/index',
  complaintAssisted: '/resident/complaint-assisted/index',
  complaintPublic: '/resident/complaint-public/index',
  complaintNeighbour: '/resident/complaint-neighbour/index',
  handle: '/property/complaint/index',
  collection: '/property/collection/index',
  publishAsProperty: '/property/notice-publish/index',
  publishAsCommittee: '/committee/notice-publish/index',
  voteDraft: '/committee/vote-draft/index',
  voteConduct: '/committee/vote-conduct/index',
  register: '/committee/register/index',
  registerImport: '/committee/register-import/index',
  registerVersion: '/committee/register-version/index',
  registerUnit: '/committee/register-unit/index',
  registerTransfer: '/committee/register-transfer/index',
  registerExport: '/committee/register-export/index',
  homes: '/resident/home-list/index',
  homeClaim: '/resident/home-claim/index',
  homeStanding: '/resident/home-standing/index',
  homePeople: '/resident/home-people/index',
  homeRepresentative: '/resident/home-representative/index',
  claims: '/community/claims/index',
  claimHome: '/community/claim-home/index',
  paperCode: '/community/paper-code/index',
  corrections: '/community/corrections/index',
  correction: '/community/correction/index',
  audit: '/community/audit/index',
  roles: '/community/roles/index',
  roleGive: '/community/role-give/index',
  roleJoin: '/resident/role-join/index',
  emergencies: '/resident/emergency-list/index',
  emergency: '/resident/emergency/index',
  emergencyReport: '/resident/emergency-report/index',
  emergencyHandle: '/property/emergency/index',
  emergencyArea: '/community/emergency-list/index',
} as const

const query = (params: Readonly<Record<string, string>>): string =>
  Object.entries(params)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')

export const go = (page: keyof typeof PAGES, params: Readonly<Record<string, string>> = {}) =>
  Taro.navigateTo({ url: `${PAGES[page]}?${query(params)}` })
