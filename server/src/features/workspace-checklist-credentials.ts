import { imsOAuthCommand, imsOAuthRelease, pipelinedAuthType } from '../facts/campaign-server';
import type { ConfigDocument } from '../model/document';
import { type Entity, type Field, textOf } from '../model/entity';
import { evidence } from '../model/flow';
import { campaignPlace } from '../rules/credential';
import { keyOf, shownKey } from '../rules/field-name';
import { NOTES } from '../rules/migration-notes';
import { redactor } from '../rules/redaction';
import { instanceOf } from '../rules/server-files';
import { fieldSchema } from '../schema/catalog';
import { code } from '../text/message';
import { text } from '../texts';
import type { ChecklistPlace, ChecklistSection, ChecklistStep } from './workspace-checklist';
import { type CredentialReport, serverInstance } from './workspace-report-credential';
import { shownIn } from './workspace-report-things';

type Credentials = readonly CredentialReport[];

/**
 * What is done in the Developer Console: the old credential goes last, when nothing uses it any
 * more. Source: AdobeDocs/adobe-dev-console, ServerToServerAuthentication/migration.md.
 */
export function consoleSection(moved: Credentials, left: Credentials): ChecklistSection {
  const all = [...moved, ...left].filter(
    ({ reason, entity }) => reason !== 'new-account' && entity.flow !== undefined,
  );
  const one = (id: 'open' | 'delete', places: readonly ChecklistPlace[]): ChecklistStep => ({
    text: text(`report.step.console.${id}`),
    isDone: false,
    places,
  });
  return {
    id: 'console',
    title: text('report.section.console'),
    intro: undefined,
    steps: all.length === 0 ? [] : [one('open', oncePerId(all)), one('delete', [])],
  };
}

/** One credential may stand in several files; its client id, which is no secret, tells. */
function oncePerId(all: Credentials): readonly ChecklistPlace[] {
  const places = new Map<unknown, ChecklistPlace>();
  for (const { entity, file, span, label } of all) {
    const id = clientIdOf(entity, file.document);
    const known = places.get(id ?? entity);
    const shown = id === undefined ? label : text('report.place.client', { label, id });
    const spots = [...(known?.spots ?? []), { file, span }];
    places.set(id ?? entity, { text: known?.text ?? shown, spots });
  }
  return [...places.values()];
}

/** The client id, unless something else stands in its place, such as a secret. */
function clientIdOf(entity: Entity, document: ConfigDocument): string | undefined {
  const value = textOf(entity, 'clientId');
  if (value?.kind !== 'literal' || !/^[\w-]{4,64}$/.test(value.text)) return undefined;
  return redactor(document)(value.text) === value.text ? value.text : undefined;
}

/**
 * What is compared in what a migration has written, and which keys nobody needs any more. Never a
 * value.
 */
export function compareSection(moved: Credentials, left: Credentials): ChecklistSection {
  const movable = left.filter(({ reason }) => reason !== 'new-account' && reason !== 'ignored');
  const secrets = [...moved, ...movable].flatMap(secretPlaces);
  const keys = [...moved, ...left].flatMap(keyPlaces);
  const steps = [
    { text: text('report.step.secrets'), isDone: false, places: secrets },
    ...noteSteps(moved),
    { text: text('report.step.keys'), isDone: false, places: keys },
  ];
  return {
    id: 'compare',
    title: text('report.section.compare'),
    intro: undefined,
    steps: steps.filter(({ places }) => places.length > 0),
  };
}

function secretPlaces({ entity, file, migration }: CredentialReport): readonly ChecklistPlace[] {
  const [field] = entity.fields.get('clientSecret') ?? [];
  if (!field) return [];
  // A migration may write it under another key.
  const key = migration ? keyOf('clientSecret', entity) : shownKey(field.key);
  return [placeOfField(key, file, field)];
}

/** Fields that hold a key or a certificate of JWT: what signs, and is a secret. */
const keyPlaces = ({ entity, file }: CredentialReport): readonly ChecklistPlace[] =>
  evidence(entity.fields, entity.dialect)
    .jwt.filter(({ name }) => fieldSchema(entity.concept, name)?.writeOnly)
    .map((field) => placeOfField(shownKey(field.key), file, field));

const placeOfField = (
  key: string,
  file: CredentialReport['file'],
  { keySpan }: Field,
): ChecklistPlace => ({
  // A key may hold anything that a file can.
  text: code(shownIn(file.document)(key)),
  spots: [{ file, span: keySpan }],
});

/** The notes of the edits, each once, without the one that is said already. */
function noteSteps(moved: Credentials): readonly ChecklistStep[] {
  const notes = new Map<string, ChecklistPlace[]>();
  for (const { notes: own, file, span, label } of moved) {
    for (const note of own.filter((each) => each !== NOTES.secret)) {
      notes.set(note, [...(notes.get(note) ?? []), { text: label, spots: [{ file, span }] }]);
    }
  }
  return [...notes].map(([note, places]) => ({ text: note, isDone: false, places }));
}

/**
 * What is done on Campaign servers, in this order.
 * Sources: AdobeDocs/campaign-classic.en, oauth-technical-account.md and about-triggers.md.
 */
export function serverSection(moved: Credentials, left: Credentials): ChecklistSection {
  const all = [...moved, ...left].filter(({ entity }) => campaignPlace(entity));
  const instances = new Set(all.map(instanceName));
  const old = all.filter(({ reason }) => reason === 'server-too-old');
  const keys = all.filter(({ entity }) => campaignPlace(entity) === 'server').flatMap(keyPlaces);
  const commands = [...instances].map((instance) => imsOAuthCommand(instance));
  const said = (
    id: 'upgrade' | 'command' | 'pipelined' | 'reload' | 'key',
    data: Readonly<Record<string, string>>,
    places: readonly ChecklistPlace[] = [],
  ) => ({ text: text(`report.step.server.${id}`, data), isDone: false, places });
  const steps = [
    ...(old.length > 0
      ? [said('upgrade', { since: imsOAuthRelease.version }, old.map(placeOf))]
      : []),
    ...commands.map((command) => said('command', { command, since: imsOAuthRelease.version })),
    said('pipelined', { value: pipelinedAuthType }),
    said('reload', {}),
    ...(keys.length > 0 ? [said('key', {}, keys)] : []),
  ];
  return {
    id: 'servers',
    title: text('report.section.servers'),
    intro: undefined,
    steps: all.length > 0 ? steps : [],
  };
}

/** The name of an instance as it may stand in a command that somebody copies. */
function instanceName({ entity, file: { document } }: CredentialReport): string | undefined {
  const name = serverInstance(entity) ?? instanceOf(document);
  if (name === undefined || !/^[\w.$<>{}-]{1,80}$/.test(name)) return undefined;
  return redactor(document)(name) === name ? name : undefined;
}

const placeOf = ({ label, file, span }: CredentialReport): ChecklistPlace => ({
  text: label,
  spots: [{ file, span }],
});
