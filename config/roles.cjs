// A role for each function, from `custom.permissions` in serverless.yml: what is listed there, and its own log.
function roleOf(name, statements) {
  const log = `${name[0].toUpperCase()}${name.slice(1)}LogGroup`
  const writeLog = {
    Effect: 'Allow',
    Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    Resource: { 'Fn::GetAtt': [log, 'Arn'] },
  }
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'lambda.amazonaws.com' },
            Action: 'sts:AssumeRole',
          },
        ],
      },
      Policies: [
        {
          PolicyName: name,
          PolicyDocument: { Version: '2012-10-17', Statement: [writeLog, ...statements] },
        },
      ],
    },
  }
}

module.exports = async ({ resolveConfigurationProperty }) => {
  const permissions = await resolveConfigurationProperty(['custom', 'permissions'])
  const roles = Object.entries(permissions).map(([name, statements]) => [
    `${name[0].toUpperCase()}${name.slice(1)}Role`,
    roleOf(
      name,
      statements.flat(Infinity).map((statement) => ({ Effect: 'Allow', ...statement })),
    ),
  ])
  return { Resources: Object.fromEntries(roles) }
}
