export default definePageConfig({ navigationBarTitleText: '上报突发事件' })
