// What is wrong with parameters that are each allowed and do not fit together, said before anything is made.
import { isEmpty, isGiven } from './file-parameter';
import type { JsonObject, Template } from './template';

/** The rules of the home stack. */
export const HOME_RULES: Template['Rules'] = {
  SlackIsWhole: allOrNone(
    ['SlackWorkspaceId', 'SlackChannelId'],
    'Give both SlackWorkspaceId and SlackChannelId, or neither.',
  ),
  TeamsIsWhole: allOrNone(
    ['TeamsTenantId', 'TeamsTeamId', 'TeamsChannelId'],
    'Give all of TeamsTenantId, TeamsTeamId and TeamsChannelId, or none.',
  ),
  EmailsDiffer: {
    Assertions: [
      ['Email', 'Email2'],
      ['Email', 'Email3'],
      ['Email2', 'Email3'],
    ].map(([one = '', other = '']) =>
      assertion(
        {
          'Fn::Or': [
            isEmpty(one),
            { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: one }, { Ref: other }] }] },
          ],
        },
        `${one} and ${other} are the same address: give it once.`,
      ),
    ),
  },
  AlarmsAreHeard: {
    RuleCondition: { 'Fn::Or': [isGiven('SlackChannelId'), isGiven('TeamsChannelId')] },
    Assertions: [
      assertion(
        { 'Fn::Or': [isGiven('Email'), isGiven('Email2'), isGiven('Email3')] },
        'Nobody would receive the alarms about the stack itself, which do not go to chat: give Email.',
      ),
    ],
  },
};

function allOrNone(names: readonly string[], description: string): JsonObject {
  return {
    Assertions: [
      assertion(
        {
          'Fn::Or': [
            { 'Fn::And': names.map((name) => isGiven(name)) },
            { 'Fn::And': names.map((name) => isEmpty(name)) },
          ],
        },
        description,
      ),
    ],
  };
}

function assertion(assert: JsonObject, description: string): JsonObject {
  return { Assert: assert, AssertDescription: description };
}
