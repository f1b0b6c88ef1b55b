# edition: raw copy in, newspaper and e-book out. “make pdf” sets everything up by itself.
SOURCE ?= seeds/000_ff888278d800d57a.txt
LAYOUT ?= broadsheet
TO     ?= zh-Hans
OUT    ?=

EDITION = .venv/bin/edition
suffix  = $(if $(filter zh-Hans,$(TO)),,.$(TO))
base    = $(basename $(notdir $(patsubst %/,%,$(SOURCE))))
pdf     = $(or $(OUT),build/$(base)$(suffix).pdf)
epub    = $(or $(OUT),build/$(base)$(suffix).epub)

# A worker takes whole files, so that what one draws is drawn once; the longest come first.
SHARED  = --dist loadfile --no-loadscope-reorder
LONGEST = tests/test_goldens.py tests/makeup tests/writers tests/render

.PHONY: help pdf epub stories desk setup setup-test test check gallery wheel bench clean

help: ## Show this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12
	@echo 'Variables: SOURCE=$(SOURCE) LAYOUT=$(LAYOUT) TO=$(TO) OUT=$(OUT)'

pdf: setup ## The newspaper: SOURCE as a PDF in build/
	$(EDITION) pdf "$(SOURCE)" --layout "$(LAYOUT)" --to "$(TO)" -o "$(pdf)"

epub: setup ## The book: SOURCE as an EPUB in build/
	$(EDITION) epub "$(SOURCE)" --to "$(TO)" -o "$(epub)"

stories: setup ## The stories as read, and the editor's queries
	$(EDITION) stories "$(SOURCE)" --to "$(TO)"

desk: setup ## SOURCE made right in a browser
	$(EDITION) desk "$(SOURCE)" --layout "$(LAYOUT)" $(if $(filter-out zh-Hans,$(TO)),--to "$(TO)")

setup: ## System libraries, virtual environment, packages, fonts (once)
	@sh .ci/setup.sh run

setup-test:
	@sh .ci/setup.sh test

test: setup-test ## Architecture, ruff, mypy --strict and the tests
	.venv/bin/ruff check edition tests bench fonts
	.venv/bin/mypy
	.venv/bin/python -m pytest -n 2 $(SHARED) -m "not check" $(LONGEST) tests

check: test ## What continuous integration runs: the tests and every golden file
	.venv/bin/python -m pytest -n 2 -m check

gallery: ## The pictures of docs/gallery, from pages built now
	$(MAKE) pdf
	.venv/bin/python -m bench.gallery "$(pdf)" docs/gallery "$(LAYOUT)"
	.venv/bin/python -m bench.gallery kinds docs/gallery
	.venv/bin/python -m bench.gallery papers docs/gallery

wheel: setup ## The package, in dist/
	.venv/bin/python -m pip wheel -q --disable-pip-version-check --no-deps --no-build-isolation \
		-w dist .

bench: setup-test ## The measurements, as tables
	.venv/bin/python -m bench
	mkdir -p build
	.venv/bin/python -m bench makeup --plot build/makeup.svg

clean: ## Remove build/ and the virtual environment, not the font cache
	rm -rf build .venv .mypy_cache .ruff_cache .pytest_cache
