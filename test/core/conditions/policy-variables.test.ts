import { loosen, resolveVariables } from '../../../core/conditions/policy-variables';
import type { RequestValues } from '../../../core/conditions/request-values';

function resolve(value: string, values: readonly string[] | null): unknown {
  const request: RequestValues = values === null ? { kind: 'hidden' } : { kind: 'told', values };
  return resolveVariables(value, () => request);
}

describe('resolveVariables', () => {
  test.each([
    ['a key that is not told', null],
    ['no value', []],
    ['two values', ['ana', 'bob']],
    ['a value with a star', ['a*a']],
    ['a value with a question mark', ['a?a']],
    ['a value that was written over', ['<user>']],
  ])('leaves a variable open for %s', (_what, values) => {
    expect(resolve('home/${aws:username}/*', values)).toEqual({ text: 'home/*/*', isLoose: true });
  });

  test('stays loose when a later variable is filled', () => {
    const read = (key: string): RequestValues =>
      key === 'b' ? { kind: 'told', values: ['x'] } : { kind: 'absent' };
    expect(resolveVariables('${a}-${b}', read)).toEqual({ text: '*-x', isLoose: true });
  });

  test('leaves a value without variables as it is', () => {
    expect(resolve('t3.*', ['ana'])).toEqual({ text: 't3.*', isLoose: false });
    expect(resolve('${open', ['ana'])).toEqual({ text: '${open', isLoose: false });
  });

  test('fills in the one value of the key, byte for byte', () => {
    expect(resolve('home/${aws:username}', ['$&ana'])).toEqual({
      text: 'home/$&ana',
      isLoose: false,
    });
  });

  test('asks for the key by the name in the braces', () => {
    const asked: string[] = [];
    resolveVariables('${aws:username}/${aws:PrincipalTag/team}', (key) => {
      asked.push(key);
      return { kind: 'hidden' };
    });
    expect(asked).toEqual(['aws:username', 'aws:PrincipalTag/team']);
  });
});

describe('loosen', () => {
  test('puts a star in place of every variable', () => {
    expect(loosen('arn:aws:ec2:*:*:volume/${a}-${b}')).toBe('arn:aws:ec2:*:*:volume/*-*');
  });
});
