# What the scripts of this folder share; meant to be sourced by them.
set -eu

here=$(CDPATH='' cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd)
home=$(CDPATH='' cd -P "$here/../.." && pwd)
jar=$here/target/sightline-local.jar

fail() {
  echo "$1" >&2
  exit 1
}

find_java() {
  if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
    [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, but it has no bin/java. Point it at a JDK of version 17 or later."
  else
    java=$(command -v java) || fail "Sightline needs a JDK of version 17 or later. Install one, or set JAVA_HOME."
  fi
  version=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/.*java\.specification\.version = //p')
  [ "${version%%.*}" -ge 17 ] 2>/dev/null || fail "Sightline needs Java 17 or later; $java is ${version:-of an unknown version}."
}

# Replaces this shell by one of the commands of the jar.
run() {
  find_java
  exec "$java" "-Xmx${heap:-96m}" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dsightline.home="$home" -jar "$jar" "$@"
}

is_running() {
  runner=${SIGHTLINE_DATA:-$here/data}/runner.pid
  [ -f "$runner" ] && kill -0 "$(cat "$runner")" 2>/dev/null
}

is_stale() {
  [ -f "$jar" ] || return 0
  for service in vision signals observability; do
    [ -f "$home/$service-service/target/quarkus-app/quarkus-run.jar" ] || return 0
  done
  [ -n "$(find "$home/pom.xml" "$home"/*/pom.xml "$home"/*/src/main "$here/pom.xml" "$here/src/main" \
    "$here/servers/pom.xml" "$here/servers/src/main" -newer "$jar" -print | head -n 1)" ]
}

# Builds what is missing or older than its sources. SIGHTLINE_BUILD=off takes what is there.
build() {
  if [ "${SIGHTLINE_BUILD:-on}" = off ] || is_running || ! is_stale; then
    return
  fi
  command -v mvn >/dev/null || fail "Sightline has to be built first, and that needs Maven 3.8 or later; no mvn was found."
  find_java
  mkdir -p "$here/target"
  log=$here/target/build.log
  touch "$here/target/build-began"
  echo "Building Sightline; its output goes to $log"
  (cd "$home" && exec mvn -B -q -DskipTests -Dspotless.check.skip package) >"$log" 2>&1 &
  await_build $!
  # What was edited meanwhile counts as newer.
  touch -r "$here/target/build-began" "$jar"
}

await_build() {
  trap 'kill $1; exit 130' INT TERM
  seconds=0
  while kill -0 "$1" 2>/dev/null; do
    sleep 1
    seconds=$((seconds + 1))
    [ $((seconds % 10)) -ne 0 ] || echo "  building for $seconds s"
  done
  if ! wait "$1"; then
    tail -n 30 "$log" >&2
    fail "The build failed; all of its output is in $log."
  fi
  trap - INT TERM
  echo "  built in $seconds s"
}
