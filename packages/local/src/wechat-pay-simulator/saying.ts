/** What an endpoint says, before it is signed. Undefined is an empty body. */
export interface Saying {
  status: 200 | 202 | 204 | 400 | 401 | 403 | 404 | 429 | 500
  json?: Record<string, unknown>
}

export const refusing = (
  status: Saying['status'],
  code: string,
  message: string,
  detail?: object,
): Saying => ({
  status,
  json: { code, message, ...(detail ? { detail } : {}) },
})
