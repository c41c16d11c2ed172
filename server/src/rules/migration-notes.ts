import { isPinned } from '../facts/github-actions';
import { type Entity, fieldOf, says, textOf } from '../model/entity';

/** What a person has to compare before the credential is used. */
export const NOTES = {
  /** Of an edit of a file the credential knows nothing. */
  console:
    "This changed the file alone. Open the credential's page in the Developer Console: if Adobe has not yet converted it to OAuth Server-to-Server, migrate it there first.",
  secret:
    "Compare the client secret with the credential's page in the Developer Console: the OAuth credential may have a new one.",
  /** Where the secret stays as it is written, nothing else marks it. */
  scopesAndSecret:
    "Compare the scopes, and the client secret as well, with the credential's page in the Developer Console: metascopes and OAuth scopes are different vocabularies, and the OAuth credential may have a new secret.",
  scopes:
    "Compare the scopes with the credential's page in the Developer Console: metascopes and OAuth scopes are different vocabularies.",
  hiddenScopes:
    "Compare what the scopes and the client secret are kept as with the credential's page in the Developer Console: nobody can see it here. Metascopes do not work any more; the OAuth scopes go there, as one text with commas.",
  /** What the file does not say. */
  blank:
    "A blank is written, because this file does not say what belongs there. Fill in the value from the credential's page in the Developer Console.",
  reference:
    'A reference with a new name is written, made after the one beside it. Store the value under that name: nothing stands there yet.',
  /** A commit has no version, so that no edit can tell whether another one is needed. */
  pinned:
    'The action is pinned to a commit or to a branch: see that what stands there knows OAuth Server-to-Server, in all steps of the action.',
  elsewhere:
    "The client secret stands in the configuration of the customizer: compare it with the credential's page as well. Once both are deployed, remove the old configurations in the web console of AEM, and restart it.",
} as const;

/**
 * What is said where the flow is written: what no other edit can be marked with, because it changes
 * elsewhere.
 */
export function tagNote(entity: Entity): string | undefined {
  const action = textOf(entity, 'action');
  const { names, credential } = entity.dialect;
  const { tag, part } = credential ?? {};
  const notes = [
    flowNote(entity),
    tag && names[tag.field]?.note,
    action && isPinned(action.text) ? NOTES.pinned : undefined,
    part === 'provider' ? NOTES.elsewhere : undefined,
  ];
  return notes.filter((note) => note !== undefined).join(' ') || undefined;
}

function flowNote(entity: Entity): string | undefined {
  if (!entity.dialect.names.scopes) return NOTES.secret;
  if (keepsScopes(entity)) return NOTES.hiddenScopes;
  return scopesAreLeftOut(entity) ? NOTES.secret : undefined;
}

/**
 * One key takes metascopes or scopes, and a reference stays there: what is behind it changes
 * elsewhere.
 */
export function keepsScopes(entity: Entity): boolean {
  const { metascopes, scopes } = entity.dialect.names;
  const field = fieldOf(entity, 'metascopes');
  return metascopes?.path === scopes?.path && field?.items[0]?.kind === 'reference';
}

/** Whether there are none, and whatever reads the credential has a list of its own then. */
export const scopesAreLeftOut = (entity: Entity): boolean =>
  entity.dialect.names.scopes?.optional === true &&
  !says(entity, 'scopes') &&
  !says(entity, 'metascopes');
