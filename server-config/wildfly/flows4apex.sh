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

install() {
  if [ "$1" = deploy ]; then
    make_master_key
  fi
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
