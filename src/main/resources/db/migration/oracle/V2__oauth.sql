-- OAuth: installation identity, clients, their secrets and roles, issued tokens, signing keys, audit.

create sequence oauth_ids start with 1 increment by 1;
create sequence oauth_event_ids start with 1 increment by 1;

-- one row; locked while signing keys are changed
create table oauth_installation (
  id               number(10) not null primary key,
  installation_id  varchar2(64 char)
);
insert into oauth_installation (id) values (1);

create table oauth_clients (
  id               number(19) not null primary key,
  name             varchar2(255 char) not null,
  name_key         varchar2(255 char) unique, -- lower-case name, null once deleted
  client_id        varchar2(64 char) not null unique, -- never reused
  description      varchar2(4000 char),
  owner            varchar2(255 char) not null,
  support_email    varchar2(255 char) not null,
  support_uri      varchar2(2000 char),
  redirect_uri     varchar2(2000 char),
  grant_type       varchar2(50 char) not null,
  managed          number(1) not null,
  disabled         number(1) not null,
  disabled_reason  varchar2(4000 char),
  disabled_at      timestamp(6) with time zone,
  expires_at       timestamp(6) with time zone,
  token_lifetime   number(10), -- seconds
  created_at       timestamp(6) with time zone not null,
  created_by       varchar2(255 char) not null,
  updated_at       timestamp(6) with time zone not null,
  updated_by       varchar2(255 char) not null,
  last_used_at     timestamp(6) with time zone,
  last_used_ip     varchar2(64 char), -- truncated
  deleted_at       timestamp(6) with time zone,
  version          number(10) not null
);

create table oauth_client_secrets (
  id               number(19) not null primary key,
  client_fk        number(19) not null references oauth_clients (id),
  secret_hash      varchar2(512 char) not null,
  hint             varchar2(8 char) not null,
  created_at       timestamp(6) with time zone not null,
  expires_at       timestamp(6) with time zone,
  revoked_at       timestamp(6) with time zone,
  last_used_at     timestamp(6) with time zone,
  handover_enc     varchar2(1000 char), -- sealed plain secret until shown once
  handover_until   timestamp(6) with time zone
);
create index oauth_client_secrets_client on oauth_client_secrets (client_fk);

create table oauth_client_roles (
  client_fk        number(19) not null references oauth_clients (id),
  role_name        varchar2(100 char) not null,
  primary key (client_fk, role_name)
);

create table oauth_tokens (
  jti_hash         varchar2(64 char) not null primary key, -- hex SHA-256 of the token's jti
  client_fk        number(19) not null references oauth_clients (id),
  issued_at        timestamp(6) with time zone not null,
  expires_at       timestamp(6) with time zone not null,
  scope            varchar2(400 char), -- null when not narrowed
  source_ip        varchar2(64 char),
  last_used_at     timestamp(6) with time zone,
  revoked_at       timestamp(6) with time zone,
  revoked_by       varchar2(255 char),
  reason           varchar2(255 char)
);
create index oauth_tokens_client on oauth_tokens (client_fk, expires_at);
create index oauth_tokens_expiry on oauth_tokens (expires_at);

create table oauth_keys (
  kid              varchar2(64 char) not null primary key,
  algorithm        varchar2(10 char) not null,
  key_state        varchar2(10 char) not null,
  public_key       varchar2(1000 char) not null,
  private_key_enc  varchar2(4000 char) not null,
  created_at       timestamp(6) with time zone not null,
  activated_at     timestamp(6) with time zone,
  retired_at       timestamp(6) with time zone,
  remove_at        timestamp(6) with time zone
);

create table oauth_events (
  id               number(19) default oauth_event_ids.nextval not null primary key,
  event_at         timestamp(6) with time zone not null,
  event            varchar2(30 char) not null,
  actor            varchar2(255 char) not null,
  client_id        varchar2(255 char),
  ip               varchar2(64 char),
  detail           varchar2(1000 char)
);
create index oauth_events_time on oauth_events (event_at);
