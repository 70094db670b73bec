# Each target does all the set-up itself: a virtual environment in .venv, made anew when what it holds should change.
# Needed: Python 3.11 or newer (with venv), make, and for the set-up a package index that pip can reach.

VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
CORPUS ?= ../shared/corpus
FUZZ_SECONDS ?= 60
TRAINING ?=  # --by-writer: nothing is made, but told how well it does on writers that it doesn't know

.PHONY: help demo test lint bench fuzz score train constraints clean

help: ## what can be made
	@sed -n 's/^\([a-z]*\):[^#]*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 14

demo: $(READY) ## the whole job at work, on a mail server of its own: needs no account
	@$(BIN)/mailbot demo

test: $(READY) ## all tests; those whose server this machine lacks are skipped, and say so
	@$(BIN)/pytest

lint: $(READY) ## style, types, and the layers of the house
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: $(READY) ## how fast it is, beside a naive loop and an ideal pipeline, and beside bare parsing
	@$(BIN)/python -m benchmarks.drain
	@$(BIN)/python -m benchmarks.read_speed

fuzz: $(READY) ## mutated mails against parsing and reading, for FUZZ_SECONDS (60)
	@$(BIN)/python -m benchmarks.fuzz_parse $(FUZZ_SECONDS)

score: $(READY) ## how well it reads the labelled mails beside this checkout, where there are any
	@if [ -f $(CORPUS)/score.py ]; then \
		$(BIN)/python $(CORPUS)/score.py $(CORPUS)/dev --mailbot $(BIN)/mailbot && \
		for house in training/other_houses/*/; do \
			name=$$(basename $$house); echo && echo "another house's mails, $$name:" && \
			$(BIN)/python $(CORPUS)/build.py $$house/mails.yaml build/houses/$$name && \
			$(BIN)/python $(CORPUS)/score.py build/houses/$$name --config $$house/config.toml --mailbot $(BIN)/mailbot --show 0; \
		done; \
	else \
		echo "make score: there are no labelled mails in $(CORPUS)"; \
	fi

train: $(READY) ## the second reader, made anew from the labelled mails in training/ and beside this checkout
	@$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -c training/constraints.txt -e '.[dev,train]'
	@$(BIN)/python -m training.additions training/mails training/additions build/additions.yaml
	@rm -rf build/training && $(BIN)/python $(CORPUS)/build.py training/mails/*.yaml build/additions.yaml build/training
	@$(BIN)/python -m training --config $(CORPUS)/config.toml $(TRAINING) $(CORPUS)/dev build/training

constraints: ## the newest versions that fit pyproject.toml, written down in constraints.txt
	@rm -rf $(VENV)-new
	@$(make-venv) $(VENV)-new
	@$(VENV)-new/bin/pip install --quiet --disable-pip-version-check -e '.[dev]'
	@{ sed -n '/^#/p' constraints.txt; $(VENV)-new/bin/pip freeze --exclude-editable; } > constraints.new
	@mv constraints.new constraints.txt
	@rm -rf $(VENV)-new

clean: ## take away what was made here; never a database or a configuration
	rm -rf $(VENV) .ci/venv dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -not -path './.git/*' -prune -exec rm -rf {} +

# Compiled as pip does with a wheel: where PYTHONDONTWRITEBYTECODE is set, each start would compile all of it anew.
$(READY): pyproject.toml constraints.txt
	@test -x $(BIN)/pip && $(BIN)/pip --version >/dev/null 2>&1 || { rm -rf $(VENV) && $(make-venv) $(VENV); }
	@echo "make: setting up $(VENV), once; this takes a minute or two" >&2
	@$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@$(BIN)/python -m compileall -q mailbot
	@touch $@

# A virtual environment by the first Python that is new enough and can make one; a plain sentence where there is none.
define make-venv
new_venv() { \
	for python in $(PYTHON) python3.11 python3 python3.12 python3.13 python3.14 python; do \
		if $$python -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			exec $$python -m venv "$$1"; \
		fi; \
	done; \
	echo "make: no Python 3.11 or newer with venv was found here (Debian: apt install python3-venv);" >&2; \
	echo "make: where it has another name, say so: make $(MAKECMDGOALS) PYTHON=/path/to/python3" >&2; \
	exit 1; \
}; new_venv
endef
