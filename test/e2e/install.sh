#!/usr/bin/env bash
# install.sh [current|floor]: puts a real VS Code, the Node that its server needs, and playwright-core in
# ${E2E_CACHE:-test/e2e/.cache}/<name>. No install script runs, so nothing is compiled and no header, compiler or
# right beyond writing that folder is needed. The native modules that stay unbuilt (spdlog, node-pty, sqlite3,
# kerberos, argon2) serve log files, terminals, chat and logins, none of which the tests use.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
name=${1:-current}
home=${E2E_CACHE:-$here/.cache}/$name
mkdir -p "$home"
want=$(cksum < "$here/hosts/$name/package-lock.json")
if [ "$(cat "$home/.stamp" 2>/dev/null)" = "$want" ]; then
	exit 0
fi
echo "installing VS Code for the tests ($name) in $home" >&2
rm -rf "$home/.stamp" "$home/node_modules"
cp "$here/hosts/$name/package.json" "$here/hosts/$name/package-lock.json" "$home/"
cd "$home"
# legacy-peer-deps is VS Code's own setting; without it npm ci says that tslib is missing from the lockfile.
install="npm ci --ignore-scripts --legacy-peer-deps --no-audit --no-fund --loglevel=error"
$install >&2
# VS Code's own dependencies, pinned by its own lockfile.
(cd node_modules/code-server/lib/vscode && $install --omit=dev >&2)
echo "$want" > .stamp
