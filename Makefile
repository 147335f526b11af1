# make run    the briefing on http://127.0.0.1:8501
# make test   everything that is checked: style, types, tests, the app in a real browser
# Both set up what they need on first use. Where chromium cannot be installed, the tests in the browser
# are left out and the run says which; with CI=true in the environment they fail.

PORT ?= 8501
VENV := .venv/bin

.PHONY: run test

run:
	@scripts/setup.sh run
	@echo "The briefing opens at http://127.0.0.1:$(PORT) (stop with Ctrl+C)"
	@$(VENV)/python -m streamlit run app.py --server.port $(PORT) --server.headless true

test:
	@scripts/setup.sh test
	$(VENV)/ruff check .
	$(VENV)/ruff format --check .
	$(VENV)/mypy
	$(VENV)/python -m pytest $(ARGS)
