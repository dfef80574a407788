import { failedItems } from '../../../local/queue/failed-items';
import type { Invocation } from '../../../local/runtime/function-process';

const IDS = ['one', 'two', 'three'];
const returned = (payload: unknown): Invocation => ({ kind: 'returned', payload });
const naming = (...items: unknown[]) => returned({ batchItemFailures: items });

test.each<[string, Invocation]>([
  ['the invocation failed', { kind: 'failed', errorType: 'Error', errorMessage: 'x' }],
  ['the answer is a text', returned('ok')],
  ['the answer is a list', returned([])],
  ['the failures are no list', returned({ batchItemFailures: 'one' })],
  ['an identifier is empty', naming({ itemIdentifier: '' })],
  ['an identifier is null', naming({ itemIdentifier: null })],
  ['an identifier has another name', naming({ messageId: 'one' })],
  ['an identifier is not in the batch', naming({ itemIdentifier: 'one' }, { itemIdentifier: 'x' })],
])('the whole batch fails when %s', (_name, invocation) => {
  expect([...failedItems(invocation, IDS, true)]).toEqual(IDS);
});

test.each<[string, Invocation]>([
  ['null', returned(null)],
  ['an empty object', returned({})],
  ['a null list', returned({ batchItemFailures: null })],
  ['an empty list', naming()],
])('the whole batch succeeds when the answer is %s', (_name, invocation) => {
  expect([...failedItems(invocation, IDS, true)]).toEqual([]);
});

test('only the named messages fail', () => {
  const invocation = naming({ itemIdentifier: 'one' }, { itemIdentifier: 'three' });
  expect([...failedItems(invocation, IDS, true)]).toEqual(['one', 'three']);
});

test('without ReportBatchItemFailures the answer is not looked at', () => {
  expect([...failedItems(naming({ itemIdentifier: 'one' }), IDS, false)]).toEqual([]);
});
