// Shows the description of the API on /docs.
window.SwaggerUIBundle({
  url: '/api/v1/openapi.json',
  dom_id: '#docs',
  // Its links would stand within the buttons that open a route: a screen reader cannot tell the two apart.
  deepLinking: false,
  docExpansion: 'none',
})
