// doctor → [functions]: how Lambda sees the functions, and what reads the queue.
import {
  GetFunctionConfigurationCommand,
  paginateListEventSourceMappings,
} from '@aws-sdk/client-lambda';
import type { Answer } from '../../core/doctor/check';
import type { EventSource } from '../../core/doctor/event-source';
import type { LambdaFunction } from '../../core/doctor/function';
import { ask, askAbout } from './ask';
import type { AwsClients } from './clients';

/** Null is a function that does not exist. @see https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html */
export function askFunction(
  { lambda }: AwsClients,
  name: string,
): Promise<Answer<LambdaFunction | null>> {
  return askAbout('lambda:GetFunctionConfiguration', 'ResourceNotFoundException', async () => {
    const answer = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName: name }));
    return {
      name,
      state: answer.State ?? '',
      stateReason: answer.StateReason ?? '',
      updateStatus: answer.LastUpdateStatus ?? '',
      updateReason: answer.LastUpdateStatusReason ?? '',
      roleArn: answer.Role ?? '',
      logGroup: answer.LoggingConfig?.LogGroup ?? `/aws/lambda/${name}`,
      simulates: answer.Environment?.Variables?.['SIMULATE'] === 'true',
    };
  });
}

/** @see https://docs.aws.amazon.com/lambda/latest/api/API_ListEventSourceMappings.html */
export function askEventSources(
  { lambda: client }: AwsClients,
  functionName: string,
  queueArn: string,
): Promise<Answer<readonly EventSource[]>> {
  return ask('lambda:ListEventSourceMappings', async () => {
    const sources: EventSource[] = [];
    const wanted = { FunctionName: functionName, EventSourceArn: queueArn };
    for await (const { EventSourceMappings = [] } of paginateListEventSourceMappings(
      { client },
      wanted,
    ))
      for (const { UUID = '', State = '', LastProcessingResult = '' } of EventSourceMappings)
        sources.push({ uuid: UUID, state: State, lastResult: LastProcessingResult });
    return sources;
  });
}
