import { color } from '@heju/look'
import { raw } from 'hono/html'
import { icon } from '../base/layout.tsx'

/** The viewer's own colours are too pale for many eyes: these are ours, and legible (WCAG 2.2 AA). */
const style = `
  body { margin: 0 }
  noscript { display: block; padding: 24px }
  .swagger-ui .info { margin: 32px 0 }
  .swagger-ui .info .title small { background: ${color.inkSoft} }
  .swagger-ui .info .title small.version-stamp { background: ${color.done} }
  .swagger-ui .info a, .swagger-ui .info .url { color: ${color.brand} }
  .swagger-ui .info .renderedMarkdown code { color: ${color.brand} }
  .swagger-ui .scheme-container { padding: 16px 0 }
  .swagger-ui .btn.authorize { border-color: ${color.brand}; color: ${color.brand} }
  .swagger-ui .btn.authorize svg path { fill: ${color.brand} }
  .swagger-ui .opblock-tag small, .swagger-ui .parameter__in, .swagger-ui .prop-format,
  .swagger-ui .response-control-media-type__accept-message { color: ${color.inkSoft} }
  .swagger-ui .opblock.opblock-get .opblock-summary-method { background: ${color.inkSoft} }
  .swagger-ui .opblock.opblock-post .opblock-summary-method { background: ${color.brand} }
  .swagger-ui .opblock.opblock-put .opblock-summary-method { background: ${color.warning} }
  .swagger-ui .opblock.opblock-delete .opblock-summary-method { background: ${color.overdue} }
  .swagger-ui .parameter__name.required span, .swagger-ui .parameter__name.required::after { color: ${color.overdue} }
  /* Numbers in an example: the viewer says their colour beside each. */
  .swagger-ui .highlight-code span[style*='211, 99, 99'] { color: #ffa5a5 !important }
  /* A long example stands there whole: what scrolls within the page is out of reach of a keyboard. */
  .swagger-ui .highlight-code > .microlight, .swagger-ui .microlight { max-height: none }
  @media (max-width: 640px) {
    .swagger-ui .opblock-tag { flex-wrap: wrap; font-size: 20px }
    .swagger-ui .opblock-tag small { flex: 1 0 100%; order: 2; padding: 0 }
    .swagger-ui .opblock-tag .expand-operation { margin-left: auto }
  }
`

/** Shows the description of the API. The viewer's files are built with the console: no other host is asked for them. */
export const docsPage = raw(`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Heju API</title>
    <link rel="icon" href="${icon}" />
    <link rel="stylesheet" href="/assets/docs/swagger-ui.css" />
    <style>${style}</style>
  </head>
  <body>
    <main id="docs"></main>
    <noscript>This page needs JavaScript. The description itself is at <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>.</noscript>
    <script src="/assets/docs/swagger-ui-bundle.js"></script>
    <script src="/assets/docs/show.js"></script>
  </body>
</html>
`)
