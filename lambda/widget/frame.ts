// view → [HTML of a widget]: the stylesheet and the theme around it.
import { type Html, markup } from '../../core/render/html/markup';
import { STYLE } from '../../core/render/html/style';
import type { WidgetRequest } from './request';

/** Writes what CloudWatch shows; its own styles are switched off within. */
export function widgetHtml({ theme }: Pick<WidgetRequest, 'theme'>, body: Html): string {
  const frame = markup`<div class="ld ld-widget cwdb-no-default-styles" data-theme="${theme}">${body}</div>`;
  return `<style>${STYLE}</style>${frame.toString()}`;
}

/** A line above a view. */
export function note(text: string): Html {
  return markup`<p class="ld-note" role="status">${text}</p>`;
}

/** What became of the table, for whoever looks at the dashboard. */
export function failureNote(error: unknown): Html {
  const { name = '', message = '' } = Object(error) as { name?: string; message?: string };
  if (name === 'Failure') return note(`The groups cannot be shown: ${message}.`);
  const next =
    name === 'AccessDeniedException'
      ? `The role of this function lacks ${refusedAction(message)} on the table: deploy the stack again, or look for an explicit deny in the organization's policies.`
      : (NEXT_STEPS[name] ?? 'Look into the log of this function; its name is in the console.');
  return note(`The groups cannot be shown: DynamoDB answered ${name}. ${next}`);
}

function refusedAction(message: string): string {
  return /to perform: (dynamodb:\w+)/.exec(message)?.[1] ?? 'a permission';
}

const NEXT_STEPS: Readonly<Record<string, string>> = {
  ResourceNotFoundException: 'The table does not exist any more: deploy the stack again.',
  ProvisionedThroughputExceededException: 'The table is throttled: try again in a minute.',
  ThrottlingException: 'The table is throttled: try again in a minute.',
  RequestLimitExceeded: 'The table is throttled: try again in a minute.',
  TimeoutError: 'The table did not answer in time: try again.',
};
