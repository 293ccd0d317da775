export default definePageConfig({ navigationBarTitleText: '核实房屋' })
