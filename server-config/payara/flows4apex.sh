#!/usr/bin/env bash
# Sets up Flows for Jakarta EE on a running Payara Server, or takes it away again.
#
#   flows4apex.sh <properties file> install   [http] [datasource] [https] [deploy]
#   flows4apex.sh <properties file> uninstall [http] [datasource] [https] [deploy]
#
# Without a part's name all parts are done. The parameters are explained in flows4apex.properties.
set -euo pipefail

usage() {
  sed -n '2,7s/^# \{0,1\}//p' "$0" >&2
  exit 2
}

parameter() {
  sed -n "s/^$1=//p" "$properties"
}

asadmin() {
  local options=(--host "$(parameter ADMIN_HOST)" --port "$(parameter ADMIN_PORT)" --interactive=false)
  local passwords
  passwords=$(parameter ADMIN_PASSWORD_FILE)
  [ -z "$passwords" ] || options+=(--user admin --passwordfile "$passwords")
  "$(parameter PAYARA_HOME)/bin/asadmin" "${options[@]}" "$@"
}

# A command about the domain on this machine, which lies in the server's own folder of domains or in DOMAIN_DIR.
local_asadmin() {
  local folder
  folder=$(parameter DOMAIN_DIR)
  asadmin "$1" ${folder:+--domaindir "$folder"} "${@:2}"
}

# asadmin starts a domain that it shall restart and that does not run, even if another one is being set up.
require_running() {
  local domains
  domains=$(local_asadmin list-domains --long --header=false)
  # name, host and port of its administration, whether it runs
  if ! awk -v name="$(parameter DOMAIN)" '$1 == name && $4 == "true" { n++ } END { exit !n }' <<< "$domains"; then
    echo "DOMAIN $(parameter DOMAIN) does not run; does it lie in another folder (DOMAIN_DIR)?" >&2
    exit 1
  fi
}

restart() {
  local_asadmin restart-domain "$(parameter DOMAIN)"
}

# A colon separates options for asadmin and an equals sign name and value, so both are escaped in values.
escaped() {
  printf '%s' "$1" | sed 's/[\\:=]/\\&/g'
}

protocol=configs.config.server-config.network-config.protocols.protocol
threads=configs.config.server-config.thread-pools.thread-pool.http-thread-pool.max-thread-pool-size

# DELETE calls of the API may carry a body; the server does not name itself. A body that comes slowly holds a thread, so
# there are more threads than a few hundred such clients take.
install_http() {
  local listener
  for listener in http-listener-1 http-listener-2; do
    asadmin set "$protocol.$listener.http.allow-payload-for-undefined-http-methods=true"
    asadmin set "$protocol.$listener.http.server-header=false"
    asadmin set "$protocol.$listener.http.xpowered-by=false"
  done
  asadmin set "$threads=512"
}

uninstall_http() {
  local listener
  for listener in http-listener-1 http-listener-2; do
    asadmin set "$protocol.$listener.http.allow-payload-for-undefined-http-methods=false"
    asadmin set "$protocol.$listener.http.server-header=true"
    asadmin set "$protocol.$listener.http.xpowered-by=true"
  done
  asadmin set "$threads=5"
}

# Data source on PostgreSQL, outside JTA: the application commits its own transactions.
install_datasource() {
  asadmin add-library "$(parameter DB_DRIVER_JAR)"
  asadmin create-jdbc-connection-pool --datasourceclassname org.postgresql.ds.PGSimpleDataSource \
    --restype javax.sql.DataSource --nontransactionalconnections=true --steadypoolsize 2 \
    --maxpoolsize "$(parameter DB_POOL_SIZE)" --maxwait 2000 --isconnectvalidatereq=true \
    --validationmethod custom-validation \
    --validationclassname org.glassfish.api.jdbc.validation.PostgresConnectionValidation \
    --property "user=$(escaped "$(parameter DB_USER)"):password=$(escaped "$(parameter DB_PASSWORD)"):url=$(escaped "$(parameter DB_URL)")" \
    flows4apex
  asadmin create-jdbc-resource --connectionpoolid flows4apex jdbc/flows4apex
  asadmin create-system-properties "f4a.datasource=jdbc/flows4apex"
  restart
}

uninstall_datasource() {
  asadmin delete-system-property f4a.datasource
  asadmin delete-jdbc-resource jdbc/flows4apex
  asadmin delete-jdbc-connection-pool flows4apex
  asadmin remove-library "$(basename "$(parameter DB_DRIVER_JAR)")"
  restart
}

# HTTPS with the certificate of the PKCS12 file, TLS 1.2 and 1.3.
install_https() {
  asadmin create-jvm-options "-Dfish.payara.ssl.additionalKeyStores=$(escaped "$(parameter KEYSTORE)")"
  asadmin set "$protocol.http-listener-2.ssl.cert-nickname=$(parameter KEYSTORE_ALIAS)"
  asadmin set "configs.config.server-config.network-config.network-listeners.network-listener.http-listener-2.port=$(parameter HTTPS_PORT)"
  restart
}

uninstall_https() {
  asadmin delete-jvm-options "-Dfish.payara.ssl.additionalKeyStores=$(escaped "$(parameter KEYSTORE)")"
  asadmin set "$protocol.http-listener-2.ssl.cert-nickname=s1as"
  restart
}

install_deploy() {
  local file
  file=$(parameter MASTER_KEY_FILE)
  if [ ! -e "$file" ]; then
    (umask 077 && head -c 32 /dev/urandom | base64 > "$file")
    echo "made $file"
  fi
  asadmin create-system-properties "f4a.oauth_issuer=$(escaped "$(parameter ISSUER)")"
  asadmin create-system-properties "f4a.oauth_master_key.file=$(escaped "$file")"
  asadmin deploy --name flows4apex --contextroot flows4apex "$(parameter WAR)"
}

uninstall_deploy() {
  asadmin undeploy flows4apex
  asadmin delete-system-property f4a.oauth_master_key.file
  asadmin delete-system-property f4a.oauth_issuer
}

properties=${1:-}
action=${2:-}
[ -r "$properties" ] || usage
shift 2 || usage
case "$action" in
  install) all="http datasource https deploy" ;;
  uninstall) all="deploy https datasource http" ;;
  *) usage ;;
esac
for part in ${*:-$all}; do
  case "$part" in
    http | deploy) ;;
    datasource | https) require_running ;;
    *) usage ;;
  esac
  echo "$action $part"
  "${action}_$part"
done
