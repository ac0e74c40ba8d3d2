# Everything works from a fresh clone with Python 3.11+ and make, and nothing else. `run` and `demo` fetch what a
# person needs, the others what it takes to work on coach; .ci/venv does it, once.
BIN = .venv/bin
QUICK = --ignore tests/screens --ignore tests/safety --ignore tests/packaging --ignore-glob "*/test_screens*.py"

.PHONY: run demo test quick map words json man pages docs oldest check bench seeing safety pictures lock format clean user dev

run: user
	@$(BIN)/coach

demo: user
	@$(BIN)/coach demo

# Four at a time, also on two cores: most of the time goes into waiting for terminals.
test: dev
	$(BIN)/python -m pytest -m "not long" -n 4 --dist worksteal -q

# No terminal, no pictures, no kills: the rules, the services, the shell.
quick: dev
	$(BIN)/python -m pytest -m "not long" -n auto --dist worksteal -q $(QUICK)

map: dev
	$(BIN)/python tests/docs/house_map.py

words: dev
	$(BIN)/python tests/content/typed.py

# The pages that the program says itself.
json: dev
	$(BIN)/python tests/docs/json_page.py

man: dev
	$(BIN)/coach help --man > docs/system/share/man/man1/coach.1

pages: map words json man
	$(BIN)/python tests/docs/index_page.py

# The same pages as a site, in site/.
docs: dev
	$(BIN)/uv sync --frozen --inexact --quiet --group docs
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

# With the oldest libraries that pyproject.toml allows, in an environment of their own.
oldest: dev
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python .venv/oldest
	$(BIN)/uv pip install --quiet --python .venv/oldest/bin/python --resolution lowest-direct --editable '.[pdf,protect]'
	$(BIN)/uv pip install --quiet --python .venv/oldest/bin/python --group dev
	.venv/oldest/bin/python -m pytest -m "not long" -n 4 --dist worksteal -q $(QUICK)

check: dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

# BENCH=--lives measures what years of a life cost; BENCH=--keep adds the run to docs/figures.tsv, for a release.
bench: dev
	$(BIN)/python -m compileall -q coach screens assets
	env -u PYTHONDONTWRITEBYTECODE $(BIN)/python tests/promises/bench.py $(BENCH)

seeing: dev
	PYTHONPATH=. $(BIN)/python -m tests.promises.seeing

safety: dev
	$(BIN)/python -m pytest tests/safety tests/exchange tests/packaging -q --long

pictures: dev
	$(BIN)/python tests/docs/pictures.py
	$(BIN)/python -m pytest tests/screens/test_pictures.py --draw -n auto -q

# After a change of what is needed in pyproject.toml.
lock: dev
	$(BIN)/uv lock
	@(echo "# What running coach needs, as uv.lock has it, for machines that have pip and no uv. Written by make lock."; \
	  $(BIN)/uv export --frozen --no-dev --no-emit-project --no-header --no-annotate -q) > requirements.txt

format: dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis dist

user dev:
	@sh .ci/venv $@
