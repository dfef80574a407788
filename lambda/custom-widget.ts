// CloudWatch dashboard → [custom widget] → groups: the dashboard's views where people look at metrics.
// @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/add_custom_widget_dashboard.html
import type { Context } from 'aws-lambda';
import { groupTable } from '../adapters/group-table';
import type { Groups } from '../core/group/stored';
import { markup } from '../core/render/html/markup';
import { draw } from '../core/review/draw';
import { logError } from './log';
import { DESCRIPTION } from './widget/describe';
import { readWidgetEnvironment } from './widget/environment';
import { widgetFace } from './widget/face';
import { failureNote, note, widgetHtml } from './widget/frame';
import { moved } from './widget/move';
import { readRequest, type WidgetRequest } from './widget/request';

type Open = ReturnType<typeof open>;

let opened: Open | undefined;

/** Answers with HTML, whatever the event holds; with Markdown where the widget is to be described. */
export async function customWidget(
  event: unknown,
  { invokedFunctionArn }: Pick<Context, 'invokedFunctionArn'>,
): Promise<string | { readonly markdown: string }> {
  const request = readRequest(event, new Date().toISOString());
  if (request.kind === 'describe') return { markdown: DESCRIPTION };
  try {
    opened ??= open();
    return await drawn(request, opened, invokedFunctionArn);
  } catch (error) {
    logError('the widget could not be drawn', error, {});
    return widgetHtml(request, failureNote(error));
  }
}

function open(): { readonly groups: Groups; readonly allowsChanges: boolean } {
  const { tableName, retentionDays, allowsChanges } = readWidgetEnvironment(process.env);
  const onUnreadable = (failure: Error) => logError('a group is left out', failure, {});
  const now = () => new Date();
  return { groups: groupTable({ tableName, retentionDays, now, onUnreadable }), allowsChanges };
}

async function drawn(
  request: WidgetRequest,
  { groups, allowsChanges }: Open,
  endpoint: string,
): Promise<string> {
  const { address, range, now, move, isPopup } = request;
  const said = move && (allowsChanges ? await moved(groups, move, now) : NOT_ALLOWED);
  const face = widgetFace({ now, endpoint, allowsChanges, isPopup });
  const view = await draw(address, { groups, face, range });
  if (view === null) return widgetHtml(request, note('This cause does not exist any more.'));
  return widgetHtml(request, markup`${said && note(said)}${view.body}`);
}

const NOT_ALLOWED =
  'Nothing was changed: this stack lets nobody change states from a CloudWatch dashboard, since CloudWatch does not say who is looking. Use launch-denied mute, resolve or reopen, or deploy with dashboardChanges.';
