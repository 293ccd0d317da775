/**
 * Takes the place of the SDK's credential chain in the functions' bundles: 130 kB of files, instance metadata and
 * single sign-on. Lambda puts a role's credentials into the environment, and they stay for the life of the process.
 */
export const defaultProvider = () => () => {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId = '',
    AWS_SECRET_ACCESS_KEY: secretAccessKey = '',
    AWS_SESSION_TOKEN: sessionToken,
  } = process.env
  return Promise.resolve({
    accessKeyId,
    secretAccessKey,
    ...(sessionToken === undefined ? {} : { sessionToken }),
  })
}
