import type { HandedTo, ServingWay, WitnessOffice } from './serving.ts'

export const WAY_NAMES: Readonly<Record<ServingWay, string>> = {
  read: '在小程序里打开过',
  message: '微信已送出提醒',
  paper: '纸质送达',
  post: '邮寄',
}

export const OFFICE_NAMES: Readonly<Record<WitnessOffice, string>> = {
  committee: '业委会',
  community: '社区',
  building: '楼栋长',
  neighbour: '邻居',
  other: '其他人',
}

export const HANDED_NAMES: Readonly<Record<HandedTo, string>> = {
  owner: '交给业主本人',
  family: '交给同住的成年家属',
  door: '没有人接，贴在门上',
}
