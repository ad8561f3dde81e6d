import { offline } from './api.ts'

/**
 * Code that is fetched when it is first needed: what a part of the console consists of, not what it shows.
 * @throws ApiError `offline` when neither it nor anything else came; otherwise what the browser says, as after a new version
 * of the console, by which files have other names and a page that is open has to be loaded anew
 */
export function fetched<T>(load: () => Promise<T>): () => Promise<T> {
  return async () => {
    try {
      return await load()
    } catch (error) {
      // The browser says the same of a file that is not there any more as of a network that is not.
      throw (await answers()) ? error : offline()
    }
  }
}

/** Whether the console's own address answers now. */
function answers(): Promise<boolean> {
  return fetch('/console', { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )
}
