// XML of the AWS Query protocol, as STS and SNS speak it.
import { randomUUID } from 'node:crypto';
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
  const error = `<Type>Sender</Type><Code>${code}</Code><Message>${escapeXml(message)}</Message>`;
  const id = `<RequestId>${randomUUID()}</RequestId>`;
  return xmlReply(
    status,
    `<ErrorResponse xmlns="${namespace}"><Error>${error}</Error>${id}</ErrorResponse>`,
  );
}

function xmlReply(status: number, body: string): Reply {
  return { status, headers: { 'content-type': 'text/xml' }, body };
}
