// grouped → [alert]: an explanation that names nobody and nothing, for messages that leave the account.
import type { EventReference, Explanation, Principal } from '../contract';
import { principalKind, principalName } from '../explain/names';
import { type ReasonCode, REASONS } from '../explain/reasons';
import { stepsOf } from '../explain/steps';
import { detailOf, type Known, summaryOf } from '../explain/words';
import type { Launch } from '../launch';
import type { Privacy } from './alert';
import {
  publicAction,
  publicInstanceTypes,
  publicOperation,
  publicPrincipal,
  publicRegion,
  publicResource,
  publicType,
} from './public-names';

/** Stands where a name would, until the words are there. */
const NAME = '\ue000';

/** The explanation as it may leave: whole, or without names. */
export function explanationFor(explanation: Explanation, privacy: Privacy): Explanation {
  return privacy === 'full' ? explanation : publicExplanation(explanation);
}

/**
 * Explains again from what may leave: no ARN, account, address, session, tag or id. Only what is on a
 * closed list or written like an action, a Region or an instance type is kept.
 */
export function publicExplanation(explanation: Explanation): Explanation {
  const code = codeOf(explanation);
  const facts = factsOf(explanation);
  const reading = { decisive: null, named: [], hintsBoundary: false };
  return {
    ...NOTHING,
    verdict: facts.verdict,
    reason: { code },
    principal: publicPrincipal(explanation.principal),
    action: facts.action,
    operation: facts.operation,
    resourceType: facts.resourceType,
    policyType: facts.policyType,
    encodedMessage: facts.encodedMessage,
    witnesses: facts.witnesses,
    ...wordsOf({ facts, reading, code }),
  };
}

type Words = Pick<Explanation, 'summary' | 'detail' | 'nextSteps'>;

/** The words of every explanation, with the kind of the principal in place of its name. */
function wordsOf(known: Known): Words {
  const { principal } = known.facts;
  const [name, kind] = [principalName(principal), principalKind(principal)];
  const isUnique = kind.startsWith('the ');
  const unnamed = (text: string) =>
    text.replaceAll(name, isUnique ? kind : `the ${kind}`).replaceAll(NAME, kind);
  const who = isUnique ? capitalised(kind) : `${/^[AI]/.test(kind) ? 'An' : 'A'} ${kind}`;
  const summary = summaryOf(known).replace(capitalised(name), who);
  return {
    summary: unnamed(summary),
    detail: unnamed(detailOf(known)),
    nextSteps: stepsOf(known).map(unnamed),
  };
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** Words tell a denial of CloudTrail from a pasted one, and name nothing of the event. */
const NO_EVENT: EventReference = { id: '', time: '', region: '', account: '' };

/** Words tell which kind of step helps, and neither the account nor the role. */
const NO_READER = { account: '', roleName: '' } as const;

/** Nobody launches more at once, and a longer number might be an account. */
const MOST_INSTANCES = 1_000_000;

const NOTHING = {
  resource: null,
  policyArn: null,
  statements: [],
  decisiveConditions: [],
  context: [],
  launchPairs: [],
  suggestions: [],
} as const;

function isReason(code: string): code is ReasonCode {
  return Object.hasOwn(REASONS, code);
}

function codeOf({ reason }: Explanation): ReasonCode {
  return isReason(reason.code) ? reason.code : 'NOT_STATED';
}

function factsOf(explanation: Explanation): Known['facts'] {
  const { principal, launch, encodedMessage, witnesses } = explanation;
  const { status, length, reader } = encodedMessage;
  return {
    verdict: explanation.verdict,
    principal: markedPrincipal(principal),
    action: publicAction(explanation.action),
    operation: publicOperation(explanation.operation),
    resource: publicResource(explanation),
    resourceType: publicType(explanation),
    policyType: explanation.policyType,
    policyArn: null,
    encodedMessage: { status, length, ...(reader === undefined ? {} : { reader: NO_READER }) },
    witnesses: claimed(witnesses),
    launch: launch === undefined ? null : publicLaunch(launch),
    event: explanation.event === undefined ? null : NO_EVENT,
    authorizationId: null,
  };
}

/** The witnesses that words depend on. */
function claimed({ action, policyType }: Explanation['witnesses']): Known['facts']['witnesses'] {
  return { ...(action ? { action } : {}), ...(policyType ? { policyType } : {}) };
}

function markedPrincipal(principal: Principal): Principal {
  return {
    ...publicPrincipal(principal),
    name: NAME,
    ...(principal.permissionSet === undefined ? {} : { permissionSet: NAME }),
    ...(principal.invokedBy === undefined ? {} : { invokedBy: NAME }),
  };
}

function publicLaunch({ instanceTypes, maxCount, region }: Launch): Launch {
  return {
    instanceTypes: publicInstanceTypes(instanceTypes),
    maxCount: maxCount !== null && maxCount <= MOST_INSTANCES ? maxCount : null,
    imageIds: [],
    subnetIds: [],
    securityGroupIds: [],
    keyName: null,
    instanceProfile: null,
    launchTemplate: null,
    tags: {},
    region: publicRegion(region),
  };
}
