import { tokenPath } from '../facts/ims-hosts';
import type { Reader } from '../facts/readers';
import { type Entity, isOn, says, textOf } from '../model/entity';
import { evidence, flowSaid } from '../model/flow';
import { idForm } from '../model/id-form';
import type { Span } from '../text/span';

/** Whether Adobe migrates the credential by itself, so that nobody must do it by hand. */
export function isAutoProvisioned(entity: Entity): boolean {
  const title = textOf(entity, 'title')?.text ?? '';
  return isOn(entity, 'autoProvisioned') === true || /^AEM-p\d+-e\d+/.test(title);
}

/** Whether AEM's own Developer Console issued the credential, and not Adobe's. */
export function isFromAem(entity: Entity): boolean {
  const clientId = textOf(entity, 'clientId')?.text ?? '';
  // Some tools keep a credential of Adobe's console in the form of AEM's, without AEM's endpoint.
  if (idForm(clientId) === 'console-client-id' && !says(entity, 'imsServer')) return false;
  return entity.dialect.credential?.issuer === 'aem' || /^cm-p\d+-e\d+/.test(clientId);
}

/** Whether a credential belongs to a Campaign server, and where it is written then. */
export function campaignPlace({ dialect }: Entity): 'server' | 'command' | undefined {
  const move = dialect.credential?.move;
  return move?.kind === 'campaign' ? move.by : undefined;
}

/** What reads a credential that no edit of its file moves to OAuth. */
export function readerOf({ dialect }: Entity): Reader | undefined {
  const move = dialect.credential?.move;
  return move?.kind === 'by-hand' ? move.reader : undefined;
}

/** Where a credential says that it is JWT: at its tag, or at the first key that only JWT has. */
export function flowSpan(entity: Entity): Span {
  const { tag } = entity.dialect.credential ?? {};
  const tagged = tag && textOf(entity, tag.field);
  if (tagged && flowSaid(tag.field, tagged, entity.dialect) === 'jwt') return tagged.span;
  const [first] = evidence(entity.fields, entity.dialect).jwt;
  const weak = [...entity.fields.values()].flat().find(({ jwtForm }) => jwtForm);
  const endpoint = entity.fields
    .get('tokenEndpoint')
    ?.flatMap(({ items }) => items)
    .find(({ text }) => tokenPath(text)?.grant === 'jwt');
  return (first ?? weak)?.keySpan ?? endpoint?.span ?? entity.head;
}
