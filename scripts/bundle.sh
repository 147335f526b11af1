#!/usr/bin/env bash
# Makes a folder from which the briefing is installed where there is no network: the wheels of this
# platform and Python, compared with the hashes of the lock file; SHA256SUMS; a bill of materials;
# and install.sh. Wheels are taken from the package index unless WHEELS names a folder of them.
# Usage: scripts/bundle.sh [FOLDER]   (bundle; after scripts/setup.sh test)
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:-bundle}
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-315532800} # the same sources, the same bytes

rm -rf "$folder"
mkdir -p "$folder/wheels"
.venv/bin/python -m pip download --quiet --disable-pip-version-check --require-hashes --no-deps \
  --only-binary :all: --prefer-binary ${WHEELS:+--no-index --find-links "$WHEELS"} \
  --dest "$folder/wheels" -r requirements.lock
.venv/bin/python -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation \
  --no-index --wheel-dir "$folder/wheels" .
cp requirements.lock deploy/briefing.service deploy/nginx.conf "$folder/"
.venv/bin/python -m scripts.sbom "$folder/sbom.cdx.json"
cat >"$folder/install.sh" <<'INSTALL'
#!/usr/bin/env bash
# Installs the briefing from this folder, without a network. Usage: ./install.sh [/opt/briefing]
set -euo pipefail
cd "$(dirname "$0")"
sha256sum --quiet --check SHA256SUMS
where=${1:-/opt/briefing}
"${PYTHON:-python3}" -m venv "$where"
"$where/bin/pip" install --quiet --disable-pip-version-check --no-index --find-links wheels \
  --require-hashes --no-deps -r requirements.lock
"$where/bin/pip" install --quiet --disable-pip-version-check --no-index --no-deps wheels/briefing-*.whl
echo "Installed in $where. \`$where/bin/briefing doctor\` says whether all is well."
INSTALL
chmod +x "$folder/install.sh"
(cd "$folder" && find . -type f ! -name SHA256SUMS -print0 | LC_ALL=C sort -z | xargs -0 sha256sum >SHA256SUMS)
echo "The bundle is in $folder: $(find "$folder/wheels" -name '*.whl' | wc -l) wheels, $(du -sh "$folder" | cut -f1)."
