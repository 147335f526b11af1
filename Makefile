# make run    the briefing on http://127.0.0.1:8501
# make test   everything that is checked: style, types, tests, the app in a real browser
# make release-check   what must hold before a version is given away
# All set up what they need on first use. Where chromium or postgresql cannot be installed, the tests
# that need it are left out and the run says which; with CI=true in the environment they fail.

PORT ?= 8501
VENV := .venv/bin
# One more than there are cores: tests in the browser wait more than they work.
WORKERS := $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1)

.PHONY: run test release-check

run:
	@scripts/setup.sh run
	@$(VENV)/python -m briefing run --port $(PORT)

test:
	@scripts/setup.sh test
	$(VENV)/ruff check .
	$(VENV)/ruff format --check .
	$(VENV)/mypy
	$(VENV)/python -m pytest -n $(WORKERS) --dist loadfile $(ARGS)

release-check:
	@scripts/setup.sh test
	@$(VENV)/python -m scripts.release_check
