// queue → [function] → table, alerts: what Lambda's runtime does around a handler.
//
// Plain JavaScript: as in Lambda, nothing stands between node and the bundle, no loader of ours either.
// In:  { event, context: { …, deadline } }     Out: { payload } as JSON text, or { errorType, errorMessage }
const { join } = require('node:path');

process.on('disconnect', () => process.exit());

/** Loads `index.handler` of the task root; a failure to load fails each invocation, as in Lambda. */
function loadHandler() {
  const [file, name] = process.env._HANDLER.split('.');
  try {
    const handler = require(join(process.env.LAMBDA_TASK_ROOT, file))[name];
    if (typeof handler === 'function') return handler;
    throw new Error(`${process.env._HANDLER} is undefined or not exported`);
  } catch (error) {
    return () => Promise.reject(error);
  }
}

const handler = loadHandler();

process.on('message', async ({ event, context: { deadline, ...context } }) => {
  const getRemainingTimeInMillis = () => Math.max(0, deadline - Date.now());
  try {
    const result = await handler(event, { ...context, getRemainingTimeInMillis });
    process.send({ payload: JSON.stringify(result) ?? 'null' });
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    process.send({ errorType: name, errorMessage: message });
  }
});
