# make run    the dashboard on http://localhost:8501 (PORT=8600 changes the port, PRESSLENS_DATA=folder the dataset)
# make check  format, lint, types, unit and page tests
# make test   make check, then the browser tests in a real Chromium (CHROME=/path/to/it to choose one)

PORT ?= 8501
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$name; break; }; done)
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check

# A stamp carries the checksum of what was installed, so that an edited pin installs again and a mere touch does not.
RUN := $(VENV)/installed-run-$(shell cksum < requirements.txt | tr ' ' '-')
DEV := $(VENV)/installed-dev-$(shell cat requirements.txt requirements-dev.txt | cksum | tr ' ' '-')
SOME_CORES := -n auto --maxprocesses 4 --dist loadfile

.PHONY: run check test screenshots
.DEFAULT_GOAL := run

run: $(RUN)
	@echo "Presslens: http://localhost:$(PORT) (Ctrl+C stops it)"
	@exec $(PY) -m streamlit run app.py --server.address localhost --server.port $(PORT) --server.headless true

check: $(DEV)
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	$(PY) -m pytest -m "not browser" $(SOME_CORES)

test: check
	$(PY) -m tests.browser.chromium
	$(PY) -m pytest -m browser -n 2 tests/browser

screenshots: $(DEV)
	$(PY) -m tests.browser.chromium
	$(PY) -m tests.browser.screenshots --docs
	$(PY) -m tests.browser.screenshots --instrument

$(RUN): $(PY)
	@echo "Installing requirements.txt into $(VENV) (once, about a minute) ..."
	@$(PIP) -r requirements.txt
	@rm -f $(VENV)/installed-run-* && touch $@

$(DEV): $(RUN)
	@echo "Installing requirements-dev.txt into $(VENV) ..."
	@$(PIP) -r requirements-dev.txt
	@rm -f $(VENV)/installed-dev-* && touch $@

$(PY):
	@test -n "$(PYTHON)" || { echo "Presslens needs Python 3.11 or newer, and the PATH has none: install it, or name it with PYTHON=/path/to/python3." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Presslens needs Python 3.11 or newer, and $(PYTHON) is older: name another with PYTHON=/path/to/python3." >&2; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV) || { echo "Python cannot make a virtual environment: install its venv module (Debian, Ubuntu: apt-get install python3-venv)." >&2; exit 1; }
