// Answers that are no problem.

export function json(value, { status = 200, headers = {} } = {}) {
  return new Response(JSON.stringify(value), { status, headers: { "content-type": "application/json", "x-content-type-options": "nosniff", ...headers } });
}

export function notModified(headers) {
  return new Response(null, { status: 304, headers });
}
