#!/usr/bin/env bash
# Sets up Flows for Jakarta EE on a running WildFly, or takes it away again.
#
#   flows4apex.sh <properties file> install   [http] [security] [datasource] [https] [deploy]
#   flows4apex.sh <properties file> uninstall [http] [security] [datasource] [https] [deploy]
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

cli() {
  "$(parameter WILDFLY_HOME)/bin/jboss-cli.sh" --connect --controller="$(parameter CONTROLLER)" --timeout=60000 \
    --properties="$properties" --resolve-parameter-values "$@"
}

make_master_key() {
  local file
  file=$(parameter MASTER_KEY_FILE)
  if [ ! -e "$file" ]; then
    (umask 077 && head -c 32 /dev/urandom | base64 > "$file")
    echo "made $file"
  fi
}

# As many threads that only receive requests as half the cores, at least one: with more, each that is woken by the next
# request of a connection takes a core from the thread that is about to end the last one, and waits for it there.
set_io_threads() {
  local cores
  cores=$(cli --command="/core-service=platform-mbean/type=operating-system:read-attribute(name=available-processors)" |
    sed -n 's/.*"result" => \([0-9]*\).*/\1/p')
  cli --command="/subsystem=io/worker=default:write-attribute(name=io-threads,value=$((cores > 3 ? cores / 2 : 1)))" > /dev/null
}

install() {
  case "$1" in
    deploy) make_master_key ;;
    http) set_io_threads ;;
  esac
  cli --file="$here/$1.cli"
}

uninstall() {
  cli --file="$here/undo-$1.cli"
}

here=$(cd "$(dirname "$0")" && pwd)
properties=${1:-}
action=${2:-}
[ -r "$properties" ] || usage
shift 2 || usage
case "$action" in
  install) all="http security datasource https deploy" ;;
  uninstall) all="deploy https datasource security http" ;;
  *) usage ;;
esac
for part in ${*:-$all}; do
  [ -r "$here/$part.cli" ] || usage
  echo "$action $part"
  "$action" "$part"
done
