-- Console: people who sign in, their API roles, their sessions, the one-time setup link.

create sequence console_user_ids start with 1 increment by 1;

create table console_users (
  id               number(19) not null primary key,
  name             varchar2(100 char) not null,
  name_key         varchar2(100 char) not null unique, -- lower-case name
  password_hash    varchar2(512 char) not null,
  disabled         number(1) not null,
  last_login_at    timestamp(6) with time zone,
  created_at       timestamp(6) with time zone not null,
  created_by       varchar2(255 char) not null,
  updated_at       timestamp(6) with time zone not null,
  updated_by       varchar2(255 char) not null,
  version          number(10) not null
);

create table console_user_roles (
  user_fk          number(19) not null references console_users (id),
  role_name        varchar2(100 char) not null,
  primary key (user_fk, role_name)
);

create table console_sessions (
  token_hash       varchar2(64 char) not null primary key, -- hex SHA-256 of the cookie's value
  user_fk          number(19) not null references console_users (id),
  started_at       timestamp(6) with time zone not null,
  last_used_at     timestamp(6) with time zone not null,
  ip               varchar2(64 char)
);
create index console_sessions_user on console_sessions (user_fk);
create index console_sessions_start on console_sessions (started_at);

create table console_setup (
  token_hash       varchar2(64 char) not null primary key, -- hex SHA-256 of the token in the link
  expires_at       timestamp(6) with time zone not null
);
