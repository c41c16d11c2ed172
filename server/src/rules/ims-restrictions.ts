import { nativeRestrictionsAvailable } from '../facts/campaign-releases';
import { aemOperator, builtInOperators } from '../facts/campaign-server';
import type { ConfigDocument } from '../model/document';
import { type Entity, isOn } from '../model/entity';
import { children } from '../model/kinds/elements';
import type { ObjectNode } from '../syntax/tree';
import { isAemAccount } from './aem-account';
import { installationOf } from './environment';
import { environmentsFor, placeName, placeWord } from './placement';
import type { RuleContext } from './rule';
import { entitiesOf, filesBeside, instanceOf } from './server-files';

/**
 * The environments that a file may be about, where each is known to be older than the restrictions
 * and the command for OAuth; otherwise none.
 */
export function olderEnvironments(
  { document, workspace }: Pick<RuleContext, 'document' | 'workspace'>,
  instance?: string,
): readonly Entity[] {
  const environments = environmentsFor(document, workspace, instance);
  const isOlder = (each: Entity) => nativeRestrictionsAvailable(installationOf(each)) === false;
  return environments.every(isOlder) ? environments : [];
}

/** Whether these restrictions stand in the file of a server that does not know them yet. */
export const comeTooEarly = ({ fields }: Entity, context: RuleContext): boolean =>
  fields.size > 0 && olderEnvironments(context, instanceOf(context.document)).length > 0;

/** The element that lists the operators who may still sign in natively. */
export const operatorList = ({ home }: Entity): ObjectNode | undefined =>
  children(home, 'nonIMSAuthnAPI').at(-1);

/**
 * The built-in operators that are not on the list of these restrictions, nor on that of the other
 * files of the server. None where nobody can tell.
 */
export function missingOperators(
  entity: Entity,
  { document, workspace }: RuleContext,
): readonly string[] {
  const own = listed(entity);
  if (!operatorList(entity) || (own.length === 0 && !isOn(entity, 'apiDisabled'))) return [];
  const beside = entitiesOf(filesBeside(document, workspace), 'ims-restrictions').flatMap(listed);
  const all = [...own, ...beside];
  if (all.some(({ kind }) => kind === 'reference')) return [];
  const names = new Set(all.map(({ text }) => text));
  return builtInOperators.filter((name) => !names.has(name));
}

const listed = ({ fields }: Entity) =>
  (fields.get('allowedOperator') ?? [])
    .flatMap(({ items }) => items)
    .filter(({ kind }) => kind !== 'empty');

/** An account through which AEM works with this server, and which these restrictions lock out. */
export interface LockedOut {
  readonly account: Entity;
  readonly document: ConfigDocument;
}

/**
 * The active AEM account of the workspace that belongs to the server of these restrictions and
 * cannot sign in.
 */
export function lockedOutAem(entity: Entity, context: RuleContext): LockedOut | undefined {
  if (!isOn(entity, 'apiDisabled') || comeTooEarly(entity, context)) return undefined;
  if (!missingOperators(entity, context).includes(aemOperator)) return undefined;
  const { workspace, document } = context;
  const instance = instanceOf(document);
  const here = (instance && placeWord(instance)) ?? placeName(document, workspace);
  return workspace.documents
    .filter((each) => {
      const there = placeName(each, workspace);
      return !here || !there || here === there;
    })
    .flatMap((each) => each.entities.map((account) => ({ account, document: each })))
    .find(({ account }) => isAemAccount(account) && isOn(account, 'enabled'));
}
