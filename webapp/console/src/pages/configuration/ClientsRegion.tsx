import {
  Empty,
  ErrorNote,
  hrefWith,
  Loading,
  Pager,
  setQuery,
  StatusBadge,
  Table,
  TextField,
  Time,
  useAddress,
  useLive,
  type Collection,
  type Column,
} from '../../shared';
import { MOST, type Client } from './clients';
import { ClientState } from './ClientState';
import { CreateDialog } from './CreateDialog';
import { EditDialog } from './EditDialog';
import { texts } from './texts';

type Words = ReturnType<typeof texts.now>;

const NEW = 'new';

/** The report of the clients, from which they are created and opened. */
export function ClientsRegion() {
  const words = texts.use();
  const [search, setSearch] = useAddress('search');
  const [offset, setOffset] = useAddress('offset', '0');
  const [opened] = useAddress('client');
  const live = useLive<Collection<Client>>('v1/oauth_clients', { limit: MOST, offset: Number(offset) || 0 }, 15);
  const close = () => {
    setQuery({ client: undefined });
    live.refresh();
  };
  return (
    <section class="region" aria-labelledby="clients">
      <header>
        <h2 id="clients">{words.clients}</h2>
        <button type="button" class="primary" onClick={() => setQuery({ client: NEW }, { replace: false })}>
          {words.create}
        </button>
      </header>
      <div class="toolbar" role="search">
        <TextField label={words.search} type="search" value={search} onValue={setSearch} />
      </div>
      {live.error && <ErrorNote error={live.error} onRetry={live.refresh} />}
      {live.data ? <Report clients={live.data.items} search={search} /> : !live.error && <Loading />}
      {live.data && <Pager page={live.data} onOffset={(next) => setOffset(String(next))} />}
      {opened === NEW && <CreateDialog onClose={close} />}
      {opened && opened !== NEW && <EditDialog key={opened} id={opened} onClose={close} />}
    </section>
  );
}

function Report({ clients, search }: { clients: Client[]; search: string }) {
  const words = texts.use();
  const found = clients.filter((client) => matches(client, search.trim().toLowerCase()));
  if (found.length === 0) {
    return <Empty>{clients.length === 0 ? words.none : words.noneFound}</Empty>;
  }
  return (
    <Table caption={words.clients} columns={columns(words)} rows={found} keyOf={(client) => client.client_id} />
  );
}

function matches(client: Client, search: string): boolean {
  return [client.name, client.description, client.client_id, client.owner, client.support_email, client.support_uri]
    .concat(client.roles)
    .some((text) => text?.toLowerCase().includes(search));
}

function columns(words: Words): Column<Client>[] {
  return [
    {
      key: 'edit',
      header: words.edit,
      cell: (client) => (
        <a href={hrefWith({ client: client.client_id })} aria-label={words.editOf(client.name)}>
          {words.edit}
        </a>
      ),
    },
    { key: 'name', header: words.name, cell: (client) => client.name, isText: true },
    { key: 'description', header: words.description, cell: (client) => client.description, isText: true },
    { key: 'client_id', header: words.clientId, cell: (client) => <code>{client.client_id}</code>, isNowrap: true },
    { key: 'support_email', header: words.supportEmail, cell: (client) => client.support_email },
    { key: 'support_uri', header: words.supportUri, cell: (client) => client.support_uri },
    { key: 'roles', header: words.roles, cell: (client) => <Roles client={client} />, isNowrap: true },
    { key: 'state', header: words.state, cell: (client) => <State client={client} /> },
    { key: 'expires_at', header: words.expires, cell: (client) => <Time value={client.expires_at} />, isNowrap: true },
    { key: 'last_used_at', header: words.lastUsed, cell: (client) => <Time value={client.last_used_at} />, isNowrap: true },
  ];
}

/** The part of the names in which the roles differ. */
function Roles({ client }: { client: Client }) {
  return (
    <ul class="plain">
      {client.roles.map((role) => (
        <li key={role}>{role.replace('Flows for Apex - ', '')}</li>
      ))}
    </ul>
  );
}

function State({ client }: { client: Client }) {
  const words = texts.use();
  return (
    <>
      <ClientState client={client} /> {client.managed && <StatusBadge tone="info">{words.managed}</StatusBadge>}
    </>
  );
}
