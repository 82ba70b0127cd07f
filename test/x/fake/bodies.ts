/** Bodies of X's answers, as public reports and X's documents quote them. */
export const BODIES = {
  duplicate: {
    detail: 'You are not allowed to create a Tweet with duplicate content.',
    type: 'about:blank',
    title: 'Forbidden',
    status: 403,
  },
  credits: {
    account_id: 1,
    title: 'CreditsDepleted',
    detail: 'Your enrolled account [1] does not have any credits to fulfill this request.',
    type: 'https://api.twitter.com/2/problems/credits',
  },
  rateLimit: { title: 'Too Many Requests', detail: 'Too Many Requests', type: 'about:blank', status: 429 },
  rateLimitOld: { errors: [{ code: 88, message: 'Rate limit exceeded' }] },
  usageCap: {
    account_id: 1,
    product_name: 'pay-per-use',
    title: 'UsageCapExceeded',
    period: 'Monthly',
    scope: 'Product',
    detail: 'Usage cap exceeded: Monthly product cap',
    type: 'https://api.twitter.com/2/problems/usage-capped',
  },
  unauthorized: { title: 'Unauthorized', type: 'about:blank', status: 401, detail: 'Unauthorized' },
  notEnrolled: {
    client_id: '1',
    detail:
      'When authenticating requests to the Twitter API v2 endpoints, you must use keys and tokens from a Twitter developer App that is attached to a Project.',
    reason: 'client-not-enrolled',
    registration_url: 'https://developer.twitter.com/en/docs/projects/overview',
    required_enrollment: 'Appropriate Level of API Access',
    title: 'Client Forbidden',
    type: 'https://api.twitter.com/2/problems/client-forbidden',
  },
  readOnly: {
    title: 'Forbidden',
    status: 403,
    detail: 'Your client app is not configured with the appropriate oauth1 app permissions for this endpoint.',
    type: 'https://api.twitter.com/2/problems/oauth1-permissions',
  },
  muzzled: {
    detail: 'You are not permitted to perform this action.',
    type: 'about:blank',
    title: 'Forbidden',
    status: 403,
  },
  appOnly: {
    title: 'Unsupported Authentication',
    detail:
      'Authenticating with OAuth 2.0 Application-Only is forbidden for this endpoint.  Supported authentication types are [OAuth 1.0a User Context, OAuth 2.0 User Context].',
    type: 'https://api.twitter.com/2/problems/unsupported-authentication',
    status: 403,
  },
  userOnly: {
    title: 'Unsupported Authentication',
    detail:
      'Authenticating with OAuth 1.0a User Context is forbidden for this endpoint.  Supported authentication types are [OAuth 2.0 Application-Only].',
    type: 'https://api.twitter.com/2/problems/unsupported-authentication',
    status: 403,
  },
  tooLong: {
    detail:
      'Your Tweet text is too long. For more information on how Twitter determines text length see https://github.com/twitter/twitter-text.',
    type: 'about:blank',
    title: 'Bad Request',
    status: 400,
  },
  badMedia: { detail: 'Your media IDs are invalid.', type: 'about:blank', title: 'Bad Request', status: 400 },
  unavailable: { title: 'Service Unavailable', detail: 'Service Unavailable', type: 'about:blank', status: 503 },
  notFound: { title: 'Not Found', detail: 'Not Found', type: 'about:blank', status: 404 },
} as const;

/** The body of a 400 that names what was wrong. */
export const invalidRequest = (parameter: string, value: string, message: string): object => ({
  errors: [{ parameters: { [parameter]: [value] }, message }],
  title: 'Invalid Request',
  detail: 'One or more parameters to your request was invalid.',
  type: 'https://api.twitter.com/2/problems/invalid-request',
});

/** One entry of `errors[]` in an answer of status 200. */
export const partialError = (kind: string, id: string, parameter = 'ids'): object => ({
  value: id,
  detail: `Could not find tweet with ${parameter}: [${id}].`,
  title: 'Not Found Error',
  resource_type: 'tweet',
  parameter,
  resource_id: id,
  type: `https://api.twitter.com/2/problems/${kind}`,
});

/** Pages that are not X's: of its front in trouble, and of a network that wants a sign-in first. */
export const PAGES = {
  overCapacity:
    '<!DOCTYPE html><html><head><title>X / Over capacity</title></head><body><h1>Something is technically wrong.</h1></body></html>',
  portal:
    '<!DOCTYPE html><html><head><title>Welcome to Example Wi-Fi</title></head><body><form action="/accept"></form></body></html>',
} as const;
