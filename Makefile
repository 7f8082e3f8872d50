# What a fresh machine needs: Python >= 3.11, git and make. Everything else is fetched here.
PYTHON ?= python3
BENCH_RECORDS ?= 1000
BIN := .venv/bin
STAMP := .venv/.installed

.PHONY: serve build check forms test proof bench lock clean

serve: $(STAMP)
	$(BIN)/huiying serve

build: $(STAMP)
	$(BIN)/huiying build

check: $(STAMP)
	$(BIN)/huiying check

# The editors' web form: Sveltia CMS as one folder that asks no other host. Needs Node.js and npm;
# npm works in build/, as what lies below theme/ is watched, digested and shipped.
forms:
	@npm --version >/dev/null || { echo "npm is missing: please install Node.js 20 or newer"; exit 1; }
	rm -rf build/admin theme/admin/dist
	mkdir -p build
	cp -R theme/admin build/admin
	cd build/admin && npm ci --ignore-scripts --no-audit --no-fund
	cd build/admin && node build.js ../../theme/admin/dist

# What every commit has to pass; at most ten minutes on two cores.
test: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m tests.browser
	$(BIN)/python -m pytest -n 2 --dist worksteal

# The same tests at full size and those that only make sense there; a tool that stays missing fails.
proof: $(STAMP)
	$(MAKE) forms
	$(BIN)/python -m tests.browser
	$(BIN)/python -m tests.proof tools
	rm -f build/figures.jsonl
	HUIYING_PROOF=1 $(BIN)/python -m pytest -n 2 --dist worksteal
	$(BIN)/python -m tests.proof write

bench: $(STAMP)
	BENCH_RECORDS=$(BENCH_RECORDS) $(BIN)/python -m bench.run

# Hashes and no address of any registry: a lock is good behind every mirror. The second one holds
# what a site needs to be built, the same versions without the tools of this project.
COMPILE := $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --quiet \
	--generate-hashes --no-annotate --no-emit-index-url --custom-compile-command "make lock"

lock: $(STAMP)
	$(COMPILE) --upgrade --all-extras --group dev --output-file requirements.txt
	$(COMPILE) --constraint requirements.txt --output-file docs/recipes/huiying.lock
	@! grep -nE '://|^-' requirements.txt docs/recipes/huiying.lock

# Without build isolation, which would fetch build tools that no hash in the lock vouches for.
$(STAMP): requirements.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python >= 3.11, please")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

clean:
	rm -rf theme/admin/dist .venv site preview .site.huiying .preview.huiying .huiying build dist bench-work
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find generator tests bench -name __pycache__ -type d -prune -exec rm -rf {} +
