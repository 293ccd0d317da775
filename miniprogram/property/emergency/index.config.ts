export default definePageConfig({ navigationBarTitleText: '处置突发事件' })
