-- OAuth: installation identity, clients, their secrets and roles, issued tokens, signing keys, audit.

create sequence oauth_ids start with 1 increment by 1;
create sequence oauth_event_ids start with 1 increment by 1;

-- one row; locked while signing keys are changed
create table oauth_installation (
  id               integer not null primary key,
  installation_id  varchar(64)
);
insert into oauth_installation (id) values (1);

create table oauth_clients (
  id               bigint not null primary key,
  name             varchar(255) not null,
  name_key         varchar(255) unique, -- lower-case name, null once deleted
  client_id        varchar(64) not null unique, -- never reused
  description      varchar(4000),
  owner            varchar(255) not null,
  support_email    varchar(255) not null,
  support_uri      varchar(2000),
  redirect_uri     varchar(2000),
  grant_type       varchar(50) not null,
  managed          boolean not null,
  disabled         boolean not null,
  disabled_reason  varchar(4000),
  disabled_at      timestamp(6) with time zone,
  expires_at       timestamp(6) with time zone,
  token_lifetime   integer, -- seconds
  created_at       timestamp(6) with time zone not null,
  created_by       varchar(255) not null,
  updated_at       timestamp(6) with time zone not null,
  updated_by       varchar(255) not null,
  last_used_at     timestamp(6) with time zone,
  last_used_ip     varchar(64), -- truncated
  deleted_at       timestamp(6) with time zone,
  version          integer not null
);

create table oauth_client_secrets (
  id               bigint not null primary key,
  client_fk        bigint not null references oauth_clients (id),
  secret_hash      varchar(512) not null,
  hint             varchar(8) not null,
  created_at       timestamp(6) with time zone not null,
  expires_at       timestamp(6) with time zone,
  revoked_at       timestamp(6) with time zone,
  last_used_at     timestamp(6) with time zone,
  handover_enc     varchar(1000), -- sealed plain secret until shown once
  handover_until   timestamp(6) with time zone
);
create index oauth_client_secrets_client on oauth_client_secrets (client_fk);

create table oauth_client_roles (
  client_fk        bigint not null references oauth_clients (id),
  role_name        varchar(100) not null,
  primary key (client_fk, role_name)
);

create table oauth_tokens (
  jti_hash         varchar(64) not null primary key, -- hex SHA-256 of the token's jti
  client_fk        bigint not null references oauth_clients (id),
  issued_at        timestamp(6) with time zone not null,
  expires_at       timestamp(6) with time zone not null,
  scope            varchar(400), -- null when not narrowed
  source_ip        varchar(64),
  last_used_at     timestamp(6) with time zone,
  revoked_at       timestamp(6) with time zone,
  revoked_by       varchar(255),
  reason           varchar(255)
);
create index oauth_tokens_client on oauth_tokens (client_fk, expires_at);
create index oauth_tokens_expiry on oauth_tokens (expires_at);

create table oauth_keys (
  kid              varchar(64) not null primary key,
  algorithm        varchar(10) not null,
  key_state        varchar(10) not null,
  public_key       varchar(1000) not null,
  private_key_enc  varchar(4000) not null,
  created_at       timestamp(6) with time zone not null,
  activated_at     timestamp(6) with time zone,
  retired_at       timestamp(6) with time zone,
  remove_at        timestamp(6) with time zone
);

create table oauth_events (
  id               bigint default next value for oauth_event_ids not null primary key,
  event_at         timestamp(6) with time zone not null,
  event            varchar(30) not null,
  actor            varchar(255) not null,
  client_id        varchar(255),
  ip               varchar(64),
  detail           varchar(1000)
);
create index oauth_events_time on oauth_events (event_at);
