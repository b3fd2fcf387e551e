# The project's commands. Everything but the race tests works with Go alone.

# The data the weights were trained on and the figures are measured on; it is
# no part of the repository (see CONTRIBUTING.md).
HEARSAY_DATA ?= ../shared/data
export HEARSAY_DATA

FUZZTIME ?= 30s
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2

.PHONY: help run build test test-all test-postgres test-browser check fmt vet staticcheck race generated gate bench bench-archive fuzz generate train

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

# The archive of make run, with an invented story in it.
DEMO ?= bin/demo

run: build ## open the desk in a browser, with an invented story on it
	@bin/hearsay add --archive $(DEMO) docs/story >/dev/null
	@echo "an invented story of two countries and their trawlers is on the desk; your own reports: bin/hearsay add --archive $(DEMO) FILES…"
	@bin/hearsay serve --archive $(DEMO)

build: ## build bin/hearsay, without cgo
	CGO_ENABLED=0 go build -trimpath -o bin/hearsay ./cmd/hearsay

test: ## run the tests; needs Go alone
	go test ./...

test-all: test test-postgres test-browser ## run all tests, with a PostgreSQL and a browser of their own

test-postgres: # the archive's tests on a server that .ci/with-postgres sets up; where there can be none it says why
	@.ci/with-postgres go test -count=1 -run Postgres ./internal/archive/... || [ $$? -eq 77 ]

test-browser: # the pages in a browser that .ci/with-chromium finds or installs; where there can be none it says why
	@.ci/with-chromium go test -count=1 -tags browser -timeout 20m ./internal/web || [ $$? -eq 77 ]

check: fmt vet staticcheck race generated gate ## what must pass before a commit

fmt: # files that gofmt would change
	@files=$$(gofmt -l .); if [ -n "$$files" ]; then echo "not formatted (run gofmt -w):"; echo "$$files"; exit 1; fi

vet:
	go vet ./...

staticcheck:
	go run $(STATICCHECK) ./...

race: # all tests, the import policy among them; the race detector needs cgo and a C compiler
	@if command -v "$$(go env CC)" >/dev/null; then \
		echo CGO_ENABLED=1 go test -race ./...; CGO_ENABLED=1 go test -race ./...; \
	else \
		echo "SKIPPED race detector: there is no C compiler ($$(go env CC)); the tests run without it"; go test ./...; \
	fi

generated: # generated files are what their generators make
	@state() { git ls-files -z --cached --others --exclude-standard | xargs -0 cksum 2>/dev/null; }; \
	before=$$(state); go generate ./...; \
	if [ "$$(state)" != "$$before" ]; then echo "generated files were out of date; they are new now, commit them:"; git status --short; exit 1; fi

gate: # quality floors of eval/baseline.json, where the data is at hand
	go run ./cmd/hearsay score --gate-if-data
	go run ./cmd/hearsay score --tags --gate-if-data
	go run ./cmd/hearsay score --swap-names --gate-if-data
	go run ./cmd/hearsay score --scenarios --gate-if-data
	go run ./cmd/hearsay score --times --gate-if-data
	go run ./cmd/hearsay score --names --gate-if-data
	go run ./cmd/hearsay score --who --gate-if-data
	go run ./cmd/hearsay score --acts --gate-if-data

bench: ## measure speed, on one core
	go test -run '^$$' -bench . -benchmem -cpu 1 ./...

bench-archive: ## measure the archive with HEARSAY_BENCH_REPORTS invented reports (100000 take a quarter of an hour)
	go test -run '^$$' -bench . -benchtime 1x -v -timeout 2h ./internal/archive

fuzz: ## run every fuzz target in turn, FUZZTIME each
	@for pkg in $$(go list ./...); do \
		for target in $$(go test -list '^Fuzz' $$pkg | grep '^Fuzz'); do \
			echo "$$pkg $$target"; \
			go test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) $$pkg || exit 1; \
		done; \
	done

generate: ## make generated files anew
	go generate ./...

train: ## train the weights anew from the data (up to an hour)
	go run ./cmd/hearsay-train --data $(HEARSAY_DATA)
