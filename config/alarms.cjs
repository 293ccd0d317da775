// What calls somebody: read by serverless.yml, for every function it declares.
const alarm = (Namespace, MetricName, Dimensions, rest = {}) => ({
  Type: 'AWS::CloudWatch::Alarm',
  Properties: {
    Namespace,
    MetricName,
    Dimensions: Object.entries(Dimensions).map(([Name, Value]) => ({ Name, Value })),
    Statistic: 'Sum',
    Period: 60,
    EvaluationPeriods: 1,
    Threshold: 0,
    ComparisonOperator: 'GreaterThanThreshold',
    TreatMissingData: 'notBreaching',
    AlarmActions: [{ Ref: 'AlarmTopic' }],
    OKActions: [{ Ref: 'AlarmTopic' }],
    ...rest,
  },
})

/** `events` as serverless.yml has them: `[{ stream: … }, …]`. */
function alarmsOf(name, { events = [] }) {
  const id = name[0].toUpperCase() + name.slice(1)
  const of = { FunctionName: { Ref: `${id}LambdaFunction` } }
  const alarms = {
    [`${id}Errors`]: alarm('AWS/Lambda', 'Errors', of),
    // One minute of it passes by itself; five do not.
    [`${id}Throttles`]: alarm('AWS/Lambda', 'Throttles', of, { EvaluationPeriods: 5 }),
  }
  if (!events.some((event) => event.stream)) return alarms
  // Ten minutes: by then the clock has visited ten times what the stream has not yet told.
  const late = { Statistic: 'Maximum', Threshold: 600_000 }
  return { ...alarms, [`${id}Late`]: alarm('AWS/Lambda', 'IteratorAge', of, late) }
}

module.exports = async ({ resolveConfigurationProperty }) => {
  const functions = await resolveConfigurationProperty(['functions'])
  const queue = { QueueName: { 'Fn::GetAtt': ['FailedQueue', 'QueueName'] } }
  return {
    Resources: Object.assign(
      {
        ApiServerErrors: alarm('AWS/ApiGateway', '5xx', { ApiId: { Ref: 'HttpApi' } }),
        FailedEvents: alarm('AWS/SQS', 'ApproximateNumberOfMessagesVisible', queue, {
          Statistic: 'Maximum',
        }),
      },
      ...Object.entries(functions).map(([name, settings]) => alarmsOf(name, settings)),
    ),
  }
}
