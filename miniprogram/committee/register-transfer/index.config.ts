export default definePageConfig({ navigationBarTitleText: '登记换业主' })
