import { type Entity, type Field, fieldOf } from '../model/entity';
import { evidence, flowSaid } from '../model/flow';

/** A field that says JWT of a credential whose keys are those of OAuth. */
export interface Contradiction {
  readonly name: string;
  /** Undefined where it is missing, and its reader takes that for JWT. */
  readonly field: Field | undefined;
  /** What it says with OAuth. */
  readonly oauth: string | boolean;
}

/**
 * The fields that tell whatever reads an OAuth credential to sign in with JWT. Where keys of JWT
 * are there as well, or the keys say nothing, they are right.
 */
export function contradictions(entity: Entity): readonly Contradiction[] {
  const { dialect, flow } = entity;
  const keys = evidence(entity.fields, dialect);
  if (dialect.style === 'closed' || keys.jwt.length > 0 || hasOldBlock(entity)) return [];
  const tagged = flow === 'mixed' && keys.oauth.length > 0 ? tagOf(entity) : [];
  if (flow !== 'oauth-server-to-server' && tagged.length === 0) return [];
  const flagged = Object.entries(dialect.credential?.flags ?? {}).flatMap(
    ([name, { oauth, absent }]) => {
      const field = fieldOf(entity, name);
      const [item] = field?.items ?? [];
      const means = item ? flowSaid(name, item, dialect) : keys.oauth.length > 0 && absent;
      const isTag = tagged.some((each) => each.name === name);
      return means === 'jwt' && !isTag ? [{ name, field, oauth }] : [];
    },
  );
  return [...tagged, ...flagged];
}

/** Whether the block of JWT still stands beside that of OAuth. */
const hasOldBlock = ({ dialect, fields }: Entity): boolean =>
  fields.get(dialect.credential?.tag?.field ?? '')?.some(({ jwtForm }) => jwtForm) ?? false;

function tagOf(entity: Entity): readonly Contradiction[] {
  const { field: name, values } = entity.dialect.credential?.tag ?? { field: '', values: {} };
  const field = fieldOf(entity, name);
  const [item] = field?.items ?? [];
  const oauth = Object.keys(values).find((each) => values[each] === 'oauth-server-to-server');
  if (!item || oauth === undefined || flowSaid(name, item, entity.dialect) !== 'jwt') return [];
  return [{ name, field, oauth }];
}
