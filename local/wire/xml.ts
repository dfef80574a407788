// XML of the AWS Query protocol, as STS and SNS speak it.
import { randomUUID } from 'node:crypto';
import type { AnsweredFault } from './fault';
import type { Reply } from './loopback';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Escapes text for an XML element. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/** A successful answer: `<ActionResponse><ActionResult>…`. */
export function xmlResult(namespace: string, action: string, result: string): Reply {
  const metadata = `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>`;
  const inner = `<${action}Result>${result}</${action}Result>${metadata}`;
  return xmlReply(200, `<${action}Response xmlns="${namespace}">${inner}</${action}Response>`);
}

/** An error answer. */
export function xmlError(namespace: string, status: number, code: string, message: string): Reply {
  const type = status < 500 ? 'Sender' : 'Receiver';
  const error = `<Type>${type}</Type><Code>${code}</Code><Message>${escapeXml(message)}</Message>`;
  const id = `<RequestId>${randomUUID()}</RequestId>`;
  return xmlReply(
    status,
    `<ErrorResponse xmlns="${namespace}"><Error>${error}</Error>${id}</ErrorResponse>`,
  );
}

/** The answer to a caller that is not known, or whose credentials are past their time. */
export function xmlStranger(namespace: string): (isOver: boolean) => Reply {
  return (isOver) =>
    isOver
      ? xmlError(
          namespace,
          403,
          'ExpiredToken',
          'The security token included in the request is expired',
        )
      : xmlError(
          namespace,
          403,
          'InvalidClientTokenId',
          'The security token included in the request is invalid.',
        );
}

/** The answer to a call that a fault befell; each service has its own code for what went wrong in it. */
export function xmlFault(namespace: string, fault: AnsweredFault, internalCode: string): Reply {
  return fault === 'throttled'
    ? xmlError(namespace, 400, 'Throttling', 'Rate exceeded')
    : xmlError(namespace, 500, internalCode, 'The request failed due to an internal error');
}

function xmlReply(status: number, body: string): Reply {
  return { status, headers: { 'content-type': 'text/xml' }, body };
}
