-- Console: people who sign in, their API roles, their sessions, the one-time setup link.

create sequence console_user_ids start with 1 increment by 1;

create table console_users (
  id               bigint not null primary key,
  name             varchar(100) not null,
  name_key         varchar(100) not null unique, -- lower-case name
  password_hash    varchar(512) not null,
  disabled         boolean not null,
  last_login_at    timestamp(6) with time zone,
  created_at       timestamp(6) with time zone not null,
  created_by       varchar(255) not null,
  updated_at       timestamp(6) with time zone not null,
  updated_by       varchar(255) not null,
  version          integer not null
);

create table console_user_roles (
  user_fk          bigint not null references console_users (id),
  role_name        varchar(100) not null,
  primary key (user_fk, role_name)
);

create table console_sessions (
  token_hash       varchar(64) not null primary key, -- hex SHA-256 of the cookie's value
  user_fk          bigint not null references console_users (id),
  started_at       timestamp(6) with time zone not null,
  last_used_at     timestamp(6) with time zone not null,
  ip               varchar(64)
);
create index console_sessions_user on console_sessions (user_fk);
create index console_sessions_start on console_sessions (started_at);

create table console_setup (
  token_hash       varchar(64) not null primary key, -- hex SHA-256 of the token in the link
  expires_at       timestamp(6) with time zone not null
);
