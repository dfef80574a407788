// queue → [function] → table, alerts: what Lambda's runtime does around a handler.
//
// Plain JavaScript: as in Lambda, nothing stands between node and the bundle, no loader of ours either.
// In:  { event, movedBy, context: { …, deadline } }
// Out: { payload } as JSON text, or { errorType, errorMessage }
const { join } = require('node:path');

process.on('disconnect', () => process.exit());

const realNow = Date.now;
let movedBy = 0;

/** Moves the date that the bundle sees; timers stay as they are. */
function moveDate() {
  const now = () => realNow() + movedBy;
  Date.now = now;
  global.Date = new Proxy(Date, {
    construct: (target, given, made) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, made),
    apply: (target) => new target(now()).toString(),
  });
}

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

moveDate();
/** Loaded at the first invocation, so that it finds the date moved. */
let handler;

process.on('message', async (message) => {
  const { deadline, ...context } = message.context;
  const getRemainingTimeInMillis = () => Math.max(0, deadline - realNow());
  movedBy = message.movedBy;
  try {
    handler ??= loadHandler();
    const result = await handler(message.event, { ...context, getRemainingTimeInMillis });
    process.send({ payload: JSON.stringify(result) ?? 'null' });
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    process.send({ errorType: name, errorMessage: message });
  }
});
