# Sourced by the scripts beside it. Chooses a JDK and a Node.js, builds what changed, talks to people.
# Runs on the bash 3.2 of macOS.

set -euo pipefail

called_from="$PWD"
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$root"

node_version=24.17.0

say() { printf '%s\n' "$*"; }

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# The path $1 as the caller meant it.
absolute() {
  case "$1" in
    /*) printf '%s' "$1" ;;
    *) printf '%s' "$called_from/$1" ;;
  esac
}

# --- tools ---

# The major version of the JDK at $1, or nothing if that is none.
jdk_major() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -f "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

jdk_candidates() {
  printf '%s\n' \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/java/* /opt/jdk* /usr/local/openjdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.jdks/*/Contents/Home \
    "$HOME"/.jenv/versions/* "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/*
  if [ -x /usr/libexec/java_home ]; then
    /usr/libexec/java_home -v 25+ 2>/dev/null || true
  fi
}

# JAVA_HOME if it will do, else the java on the PATH if it will do, else the lowest version that will.
choose_jdk() {
  local home major best='' best_major=''
  if [ -n "${JAVA_HOME:-}" ]; then
    major="$(jdk_major "$JAVA_HOME")"
    if [ "${major:-0}" -ge 25 ]; then
      best="$JAVA_HOME"
    fi
  fi
  if [ -z "$best" ] && command -v java >/dev/null 2>&1; then
    home="$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p' || true)"
    major="$(jdk_major "$home")"
    if [ "${major:-0}" -ge 25 ]; then
      best="$home"
    fi
  fi
  if [ -z "$best" ]; then
    while IFS= read -r home; do
      major="$(jdk_major "$home")"
      if [ "${major:-0}" -ge 25 ] && { [ -z "$best" ] || [ "$major" -lt "$best_major" ]; }; then
        best="$home"
        best_major="$major"
      fi
    done <<EOF
$(jdk_candidates)
EOF
  fi
  [ -n "$best" ] || fail "Resim needs a JDK 25 or newer: install one, for example Temurin 25 from https://adoptium.net, and start this again."
  export JAVA_HOME="$best" PATH="$best/bin:$PATH"
}

node_package() {
  local system machine
  case "$(uname -s)" in
    Linux) system=linux ;;
    Darwin) system=darwin ;;
    *) return 1 ;;
  esac
  case "$(uname -m)" in
    x86_64 | amd64) machine=x64 ;;
    arm64 | aarch64) machine=arm64 ;;
    *) return 1 ;;
  esac
  printf 'node-%s-%s' "$system" "$machine"
}

is_node_24() {
  case "$("$1" --version 2>/dev/null || true)" in
    v24.*) return 0 ;;
    *) return 1 ;;
  esac
}

# Vaadin accepts Node.js 24 only. Where none is found and npm cannot bring one, Vaadin downloads its own.
choose_node() {
  local bin package prefix="$HOME/.vaadin/node-v$node_version"
  if command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 && is_node_24 node; then
    return
  fi
  for bin in "$prefix/bin" "$HOME"/.vaadin/node-v24*/bin "$HOME"/.nvm/versions/node/v24*/bin; do
    if [ -x "$bin/npm" ] && is_node_24 "$bin/node"; then
      export PATH="$bin:$PATH"
      return
    fi
  done
  if command -v npm >/dev/null 2>&1 && package="$(node_package)"; then
    say "Fetching Node.js $node_version into $prefix (once)"
    if npm install --silent --no-audit --no-fund -g --prefix "$prefix" "$package@$node_version" npm@11 >/dev/null 2>&1 \
      && is_node_24 "$prefix/bin/node"; then
      export PATH="$prefix/bin:$PATH"
    else
      # half an installation would keep Vaadin from making a whole one
      rm -rf "$prefix"
    fi
  fi
}

may_install() {
  [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; }
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

# Installs a package that is called $1 by apt-get, $2 by dnf, $3 by brew; quietly says no where it cannot.
install_package() {
  mkdir -p target
  if command -v apt-get >/dev/null 2>&1 && may_install; then
    say "Installing $1"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q "$1" >target/install.log 2>&1 \
      || { as_root apt-get update -q >>target/install.log 2>&1 \
        && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q "$1" >>target/install.log 2>&1; }
  elif command -v dnf >/dev/null 2>&1 && may_install; then
    say "Installing $2"
    as_root dnf install -y -q "$2" >target/install.log 2>&1
  elif command -v brew >/dev/null 2>&1; then
    say "Installing $3"
    brew install --quiet "$3" >target/install.log 2>&1
  else
    return 1
  fi
}

chromium_here() {
  local name
  if [ -n "${CHROMIUM:-}" ] && [ -x "$CHROMIUM" ]; then
    return
  fi
  for name in chromium chromium-browser google-chrome google-chrome-stable chrome \
    "/Applications/Chromium.app/Contents/MacOS/Chromium" \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    # Ubuntu's chromium-browser may be a stub that only names a snap
    if command -v "$name" >/dev/null 2>&1 && "$name" --version >/dev/null 2>&1; then
      CHROMIUM="$(command -v "$name")"
      export CHROMIUM
      return
    fi
  done
  for name in "$HOME"/.cache/ms-playwright/chromium-*/chrome-linux*/chrome \
    "$HOME"/Library/Caches/ms-playwright/chromium-*/*/*.app/Contents/MacOS/*; do
    if [ -x "$name" ]; then
      export CHROMIUM="$name"
      return
    fi
  done
  return 1
}

choose_chromium() {
  chromium_here && return
  if install_package chromium chromium chromium && chromium_here; then
    return
  fi
  say "Fetching a Chromium with Playwright"
  mkdir -p target
  ./mvnw -B -ntp -q org.codehaus.mojo:exec-maven-plugin:3.6.1:java -Dexec.classpathScope=test \
    -Dexec.mainClass=com.microsoft.playwright.CLI -Dexec.args="install chromium" >target/chromium.log 2>&1 || true
  chromium_here \
    || fail "The browser tests need Chromium, and neither the package manager nor Playwright could bring it: install it and start this again, or set CHROMIUM to its path."
}

choose_zbarimg() {
  command -v zbarimg >/dev/null 2>&1 && return
  { install_package zbar-tools zbar zbar && command -v zbarimg >/dev/null 2>&1; } \
    || fail "The tests read the QR code with a second reader: install zbarimg (package zbar-tools, or zbar) and start this again."
}

# Leaves the folder of the free OCR-B font in $ocr_b: where it is installed, or where OCR_B says.
choose_ocr_b() {
  ocr_b="${OCR_B:-/usr/share/fonts/opentype/ocr-b}"
  [ -f "$ocr_b/OCRB.otf" ] && return
  { [ -z "${OCR_B:-}" ] && install_package fonts-ocr-b fonts-ocr-b fonts-ocr-b && [ -f "$ocr_b/OCRB.otf" ]; } \
    || fail "The free OCR-B font is missing: install Debian's package fonts-ocr-b, or set OCR_B to a folder with its OCRB.otf, OCRBL.otf and OCRBS.otf."
}

# --- building ---

# Runs Maven with the output in the file $1, naming the steps on the screen; shows the end of the output if it fails.
maven() {
  local log="$1" line
  shift
  mkdir -p "$(dirname "$log")"
  : >"$log"
  if ! ./mvnw -B -ntp "$@" 2>&1 | while IFS= read -r line; do
    printf '%s\n' "$line" >>"$log"
    case "$line" in
      *"--- compiler:"*":compile "*) say "  compiling" ;;
      *"--- compiler:"*":testCompile "*) case "$*" in *-DskipTests*) ;; *) say "  compiling the tests" ;; esac ;;
      *"--- vaadin:"*":build-frontend "*) say "  building the browser's part" ;;
      *"--- spring-boot:"*":repackage "*) say "  packing" ;;
      *"] Running app.resim."*) say "  ${line#*Running }" ;;
      "[ERROR] Tests run:"* | "[ERROR]   "*) say "$line" ;;
    esac
  done; then
    say ""
    { grep '^\[ERROR\] *[^ ]' "$log" | grep -vE 'Help 1|re-run Maven|See dump files|For more information' | head -n 40 \
      || tail -n 40 "$log"; } >&2
    fail "The build failed; its whole output is in $log."
  fi
}

# A sum over everything that the product is built from.
inputs() {
  {
    printf '%s\n' pom.xml .mvn/wrapper/maven-wrapper.properties
    find src/main frontend -type f ! -path 'frontend/generated/*' ! -path 'src/main/bundles/*'
  } | LC_ALL=C sort | tr '\n' '\0' | xargs -0 cksum | cksum
}

product=target/product

# Leaves the unpacked product in $product/app, rebuilt only if its inputs changed.
build_product() {
  local now
  now="$(inputs)"
  if [ -f "$product/inputs" ] && [ "$(cat "$product/inputs")" = "$now" ] && [ -f "$product/app/resim.jar" ]; then
    return
  fi
  say "Building Resim (a first build fetches its libraries and takes some minutes)"
  rm -rf "$product" target/classes target/resim-*.jar
  maven target/build.log -Pproduction -DskipTests package
  java -Djarmode=tools -jar target/resim-*.jar extract --destination "$product/app" >>target/build.log 2>&1 \
    || fail "The jar could not be unpacked; see target/build.log."
  mv "$product"/app/resim-*.jar "$product/app/resim.jar"
  printf '%s\n' "$now" >"$product/inputs"
}

# The classes and libraries of the tests, among which the benches live.
choose_class_path() {
  local now classes=target/bench
  now="$(find pom.xml src -type f | LC_ALL=C sort | tr '\n' '\0' | xargs -0 cksum | cksum)"
  if [ ! -f $classes/inputs ] || [ "$(cat $classes/inputs)" != "$now" ] || [ ! -d target/classes ] || [ ! -d target/test-classes ]; then
    say "Compiling the benches"
    mkdir -p $classes
    maven $classes/build.log -DskipTests test-compile dependency:build-classpath \
      -Dmdep.outputFile="$root/$classes/libraries" -DincludeScope=test
    printf '%s\n' "$now" >$classes/inputs
  fi
  class_path="target/test-classes:target/classes:$(cat $classes/libraries)"
}

# --- a running server ---

# The status code with which http://127.0.0.1:$1$2 answers, or nothing.
http_status() {
  local status=''
  {
    exec 9<>"/dev/tcp/127.0.0.1/$1" \
      && printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "$2" >&9 \
      && IFS=' ' read -r -t 20 _ status _ <&9
  } 2>/dev/null || true
  { exec 9>&-; } 2>/dev/null || true
  printf '%s' "$status"
}

port_taken() {
  (exec 9<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}
