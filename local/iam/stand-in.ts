// suggestion → [IAM] → simulated: a stand-in with the wire format of the policy simulator.
// @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
import type { SimulatorRefusal } from '../../core/simulate/simulator';
import type { PolicyLayers } from '../policy/decide';
import type { AskedRequest, Decision } from '../policy/evaluate';
import { refusalSentence } from '../policy/refusal';
import { queryAction, type ReadRequests } from '../wire/aws-call';
import { type AwsCall, type Caller, type Callers, startEndpoint } from '../wire/endpoint';
import type { Loopback, Reply } from '../wire/loopback';
import { xmlError, xmlFault, xmlResult, xmlStranger } from '../wire/xml';
import { evaluationResult } from './evaluation-results';
import { type PolicySet, type PolicySource, policySourceOf, readPolicySet } from './policy-set';
import { readForm, type SimulationForm } from './query';
import { type KnownPolicies, simulateKnown } from './simulate';

const NAMESPACE = 'https://iam.amazonaws.com/doc/2010-05-08/';
const INTERNAL = 'ServiceFailure';
const SIMULATE = 'SimulatePrincipalPolicy';

/** The running stand-in. */
export interface IamStandIn extends Loopback {
  /** Attaches these policies to a role or a user, in place of those it had. */
  learn(arn: string, set: PolicySet): void;
  /** Answers the next calls with a throttling error. */
  throttle(calls: number): void;
}

/** Starts the stand-in, which knows the policies given and those it learns. */
export async function startIam(
  callers: Callers,
  record: (call: AwsCall) => void,
  policySets: ReadonlyMap<string, PolicySet> = new Map(),
): Promise<IamStandIn> {
  const known = new Map<string, PolicyLayers>();
  const learn = (arn: string, set: PolicySet): void => void known.set(arn, readPolicySet(arn, set));
  policySets.forEach((set, arn) => learn(arn, set));
  let throttled = 0;
  const server = await startEndpoint({
    callers,
    decide: decideIam,
    read: readIamRequests,
    record,
    refuseStranger: xmlStranger(NAMESPACE),
    refuse: (request, decision, { arn }) =>
      error(403, 'AccessDenied', refusalSentence(arn, request, decision)),
    fail: (fault) => xmlFault(NAMESPACE, fault, INTERNAL),
    answer: async ({ body }, { account }) => {
      if (throttled === 0) return answer(body, known, account);
      throttled -= 1;
      return xmlFault(NAMESPACE, 'throttled', INTERNAL);
    },
  });
  return { ...server, learn, throttle: (calls) => void (throttled = calls) };
}

/** The principal whose policies are simulated is the resource. */
const readIamRequests: ReadRequests = ({ body }) => {
  const resource = new URLSearchParams(body).get('PolicySourceArn') ?? '*';
  return [{ action: `iam:${queryAction(body)}`, resource }];
};

/** What is no ARN of a role or a user is refused as such, whoever asks. */
function decideIam(caller: Caller, request: AskedRequest): Decision {
  return policySourceOf(request.resource) === null ? 'allowed' : caller.decide(request);
}

function answer(body: string, known: KnownPolicies, account: string): Reply {
  const action = queryAction(body);
  if (action !== SIMULATE)
    return error(400, 'InvalidAction', `Could not find operation ${action} for version 2010-05-08`);
  const form = readForm(body);
  if (form === null || !isOf(account, form.principalArn)) return refused('not-valid', null);
  return answerForm(form, known);
}

/** The simulator looks into the account of its caller alone. */
function isOf(account: string, principalArn: string): boolean {
  const owner = principalArn.split(':')[4] ?? '';
  return owner === '' || owner === account;
}

function answerForm(form: SimulationForm, known: KnownPolicies): Reply {
  const source = policySourceOf(form.principalArn);
  if (source === null) return refused('not-valid', null);
  const results: string[] = [];
  for (const action of form.actions) {
    const simulated = simulateKnown(known, { ...form, action });
    if (simulated.kind === 'refused') return refused(simulated.because, source);
    results.push(evaluationResult({ action, ...simulated, source }));
  }
  const inner = `<EvaluationResults>${results.join('')}</EvaluationResults>`;
  return xmlResult(NAMESPACE, SIMULATE, `<IsTruncated>false</IsTruncated>${inner}`);
}

function refused(because: SimulatorRefusal, source: PolicySource | null): Reply {
  if (because === 'not-found' && source !== null) {
    const { kind, name } = source;
    return error(404, 'NoSuchEntity', `The ${kind} with name ${name} cannot be found.`);
  }
  return error(400, 'InvalidInput', 'Invalid Input: a parameter of the simulation is not valid');
}

function error(status: number, code: string, message: string): Reply {
  return xmlError(NAMESPACE, status, code, message);
}
