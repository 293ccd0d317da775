export default definePageConfig({ navigationBarTitleText: '办理更正申请' })
