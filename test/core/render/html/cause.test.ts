import { withAccountName } from '../../../../core/account-name';
import { causeView } from '../../../../core/render/html/cause';
import { causeWith, EXPLANATION, FACE, rowWith, STILL } from './sample';

const drawn = (changes: Parameters<typeof causeWith>[0] = {}, face = FACE) =>
  causeView(causeWith(changes), face).toString();

describe('a cause', () => {
  test('says first why, and what to do', () => {
    const html = drawn();
    expect(html.indexOf('No identity-based policy')).toBeLessThan(
      html.indexOf('Add the statement'),
    );
    expect(html).toContain('<b>1,234 denials</b>, <b>33 not alerted</b>');
  });

  test('names the witness of each fact', () => {
    const html = drawn();
    expect(html).toMatch(/iam:PassRole<\/bdi> <span class="ld-witness" title="[^"]+">stated</);
    expect(html).toMatch(/eu-west-1<\/bdi> <span class="ld-witness" title="[^"]+">requested</);
  });

  test('shows what the request had and what the statement wanted side by side', () => {
    const html = drawn();
    expect(html).toMatch(
      /ec2:InstanceType.*g5\.12xlarge.*the statement allows other values.*t3\.\*.*m5\.\*/s,
    );
    expect(html).toContain('<span class="ld-faint">none</span>');
  });

  test('lists what the launch asked for', () => {
    const html = drawn();
    for (const text of [
      'gp3, not encrypted, from snap-0abc',
      'volume, encrypted, key alias/disks',
      'instance: team = data',
      'lt-0abc (version 3)',
      'spot',
    ])
      expect(html).toContain(`<bdi>${text}</bdi>`);
    const { taggedTypes: _tagged, volumes: _volumes, ...launch } = EXPLANATION.launch ?? fail();
    expect(drawn({ explanation: { ...EXPLANATION, launch } })).toContain('<bdi>team = data</bdi>');
  });

  test('offers the suggestion in every form, each to be copied', () => {
    const html = drawn();
    for (const form of ['json', 'terraform', 'cdk', 'cloudformation', 'cli']) {
      expect(html).toContain(`data-copy="suggestion-1-${form}"`);
      expect(html).toContain(`<pre id="suggestion-1-${form}"`);
      expect(html).toContain(`<pre id="suggestion-1-launch-${form}"`);
    }
    expect(html).toContain('--instance-type t3.large');
    expect(html).toContain('Ask first.');
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('shows the pairs of the launch, what has to change first', () => {
    const html = drawn();
    const order = ['denied', 'missing', 'not checked', 'allowed'].map((word) =>
      html.indexOf(`</svg>${word}</span>`),
    );
    expect(order).toEqual(order.toSorted((one, other) => one - other));
    expect(html).toContain('Nobody checked the other pairs');
    const witnesses = { ...EXPLANATION.witnesses, launchPairs: 'simulated' } as const;
    expect(drawn({ explanation: { ...EXPLANATION, witnesses } })).not.toContain('Nobody checked');
  });

  test('says which account its links are of, where that has a name', () => {
    expect(drawn()).not.toContain('The console opens');
    const html = drawn({ explanation: withAccountName(EXPLANATION, 'payments') });
    expect(html).toMatch(/<dt>account<\/dt><dd><bdi>payments \(111122223333\)<\/bdi>/);
    expect(html).toContain(
      'The console opens in the account of your session. These links are of <bdi>payments (111122223333)</bdi>.',
    );
    const { event: _event, ...rest } = EXPLANATION;
    expect(drawn({ explanation: rest })).not.toContain('The console opens');
  });

  test('links to the event, the principal, the simulator and the reason', () => {
    const html = drawn();
    for (const address of [
      'https://eu-west-1.console.aws.amazon.com/cloudtrailv2/home?region=eu-west-1#/events/',
      'https://console.aws.amazon.com/iam/home#/roles/details/ci-runner',
      'https://policysim.aws.amazon.com/home/index.jsp#roles/ci-runner',
      '/authorization-details/auth-1',
      'docs/reasons/IDENTITY_BASED_POLICY_NO_ALLOW.md',
    ])
      expect(html).toContain(address);
    const { event: _event, ...rest } = EXPLANATION;
    expect(drawn({ explanation: rest })).not.toContain('policysim');
  });

  test('lists the denials and the way to older ones', () => {
    const html = drawn();
    expect(html).toContain('2026-11-23 09:14:03</time>');
    expect(html).toContain('<bdi>0f1e2d3c-1111-4000-8000-000000000002</bdi>');
    expect(html).toContain('Older denials');
    const { items } = causeWith().occurrences;
    expect(drawn({ occurrences: { items, next: null } })).not.toContain('Older denials');
    expect(drawn({ occurrences: { items: [], next: null } })).not.toContain('The newest of');
  });

  test('tells who changed its state, the latest first', () => {
    const html = drawn();
    expect(html.indexOf('user/ann')).toBeLessThan(html.indexOf('the rules'));
    expect(html).toContain('<bdi>muted for good</bdi>');
  });

  test('offers the changes that would change something, where that is allowed', () => {
    expect(drawn()).toContain('data-move="reopen"');
    expect(drawn({ moves: ['mute'] })).not.toContain('data-move="resolve"');
    expect(drawn({ moves: ['mute'] })).toContain('<option value="7d">for 7 days</option>');
    expect(drawn({}, STILL)).not.toContain('data-move');
    expect(drawn({ moves: [] })).not.toContain('ld-moves');
  });

  test('leads to the explanations of other launch shapes', () => {
    expect(drawn()).toContain('data-options="true false"><bdi>types=m5.large</bdi>');
    const { shown } = causeWith();
    expect(drawn({ shown: { ...shown, shapes: ['-'] } })).not.toContain('Launch shapes');
  });

  test('shows what is left of a group whose explanation expired', () => {
    const html = drawn({ explanation: null, explainedAt: null, row: rowWith({ heldBack: 0 }) });
    expect(html).toContain('The explanation of this cause expired');
    expect(html).not.toContain('<b>33');
    expect(html).toContain('Role ci-runner may not pass role web');
  });

  test('leaves out the parts that an explanation does not have', () => {
    const { launch: _launch, ...rest } = EXPLANATION;
    const html = drawn({
      explanation: {
        ...rest,
        detail: '',
        nextSteps: [],
        decisiveConditions: [],
        context: [],
        launchPairs: [],
        witnesses: {},
        suggestions: EXPLANATION.suggestions.map(
          ({
            statement: _s,
            launchPolicy: _l,
            launchPolicyAssumes: _a,
            parameters: _p,
            steps: _t,
            ...each
          }) => each,
        ),
      },
      group: { ...causeWith().group, lastAlertAt: null },
    });
    for (const title of ['>Why<', 'Next steps', 'Decisive', 'asked for', 'authorizes', 'decoded ('])
      expect(html).not.toContain(title);
    expect(html).toContain('none yet');
  });

  test('shows code within a sentence as code, and other backticks as they are', () => {
    const nextSteps = ['Repeat it with `--dry-run` once.', 'A `<b>` of somebody.'];
    const html = drawn({ explanation: { ...EXPLANATION, nextSteps } });
    expect(html).toContain('Repeat it with <code>--dry-run</code> once.');
    expect(html).toContain('A &#96;&lt;b&gt;&#96; of somebody.');
  });

  test('names no witness where the contract has none, and no count where none was asked for', () => {
    const { launch, principal } = EXPLANATION;
    const html = drawn({
      explanation: {
        ...EXPLANATION,
        principal: { ...principal, invokedBy: 'autoscaling.amazonaws.com' },
        launch: { ...(launch ?? fail()), maxCount: null },
      },
    });
    expect(html).toContain('<dd><bdi>autoscaling.amazonaws.com</bdi></dd>');
    expect(html).not.toContain('<dt>count</dt>');
  });

  test('says how sure a suggestion is where nobody was asked and nothing is against it', () => {
    const [allow] = EXPLANATION.suggestions;
    const asked = { ...(allow ?? fail()), verifiedBy: null, wrongIf: [] };
    const html = drawn({ explanation: { ...EXPLANATION, suggestions: [asked] } });
    expect(html).toContain('<b>ready</b>');
    expect(html).not.toContain('What would make it wrong');
  });
});
