# Winnow's front door: `make` alone explains itself. CI calls the same targets.

JAVA_HOME := $(shell scripts/find-jdk)
export JAVA_HOME
export MAVEN_OPTS ?= -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
MVN ?= mvn
MVN_FLAGS ?= --batch-mode --no-transfer-progress
WINNOW := ./winnow
SOURCES := $(shell git ls-files 2>/dev/null -- '*.java' '*.xml' '*.properties' '*.yar' '*.tsv' '*.c' '*.h' '*.map' 'native/build-native')
PROGRAM := local/target/.built
BENCH_JAR := bench/target/.built

.DEFAULT_GOAL := help

##@ Use

.PHONY: demo
demo: $(PROGRAM) ## Send sample messages through the whole pipeline and show their verdicts
	$(WINNOW) demo

.PHONY: run
run: $(PROGRAM) ## Serve on http://localhost:8080 until Ctrl-C; prints a key and a curl line
	@trap : INT; $(WINNOW) run || [ $$? -eq 130 ] # Ctrl-C is no error.

.PHONY: screenshots
screenshots: tools ## Write the pictures of the console into docs/images (needs Chromium)
	$(MVN) $(MVN_FLAGS) -q -pl local -am verify -Dtest='!*' -Dit.test=ScreenshotsIT -Dsurefire.failIfNoSpecifiedTests=false \
	  -Dfailsafe.failIfNoSpecifiedTests=false -Dtest.jvm.more=-Dwinnow.screenshots=$(CURDIR)/local/target/screenshots
	cp local/target/screenshots/console-*.png docs/images

##@ Measure

.PHONY: bench-engine
bench-engine: $(BENCH_JAR) ## Measure the engine against its bars, beside a C loop over the same library
	$(JAVA_HOME)/bin/java -Xmx1g -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
	  -cp bench/target/classes:$$(cat bench/target/classpath) dev.winnow.bench.engine.EngineBench

.PHONY: bench-scan
bench-scan: tools ## Measure a scan with the bundled pack beside libyara as it is published (CORPUS=dir)
	native/differential --ratio scan-worker/src/test/resources/dev/winnow/worker/scan/chat.txt rules/src/corpus/*.tsv $(wildcard $(CORPUS)/*.tsv)

.PHONY: bench-ingest
bench-ingest: $(BENCH_JAR) ## Measure a submit beside a bare servlet on the same server
	$(JAVA_HOME)/bin/java -Xmx512m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
	  -cp bench/target/classes:$$(cat bench/target/classpath) dev.winnow.bench.ingest.IngestBench

BENCH = $(JAVA_HOME)/bin/java -Xmx1g -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
	  -cp bench/target/classes:$$(cat bench/target/classpath)

.PHONY: bench
bench: $(BENCH_JAR) ## Load the whole pipeline, beside the plainest one that could be written; writes docs/capacity.md
	$(BENCH) dev.winnow.bench.pipeline.PipelineBench docs local/target

.PHONY: bench-life
bench-life: $(BENCH_JAR) ## Measure what statistics, rules in shadow and lists cost a message
	$(BENCH) dev.winnow.bench.life.RuleLifeBench

.PHONY: bench-backtest
bench-backtest: $(BENCH_JAR) ## Measure a backtest beside two bare scans of the same texts
	$(BENCH) dev.winnow.bench.backtest.BacktestBench

.PHONY: bench-rescan
bench-rescan: $(BENCH_JAR) ## Measure the delay of live mail with and without a rescan beside it
	$(BENCH) dev.winnow.bench.rescan.RescanBench

.PHONY: fuse-simulation
fuse-simulation: $(BENCH_JAR) ## Find the largest share of messages that a right rule decides by chance
	$(BENCH) dev.winnow.bench.life.FuseSimulation rules/src/corpus

.PHONY: bench-long
bench-long: $(BENCH_JAR) ## Measure a message's cost with few and many tenants, deep queues and full stores
	$(BENCH) dev.winnow.bench.pipeline.LongBench

.PHONY: bench-profile
bench-profile: $(BENCH_JAR) ## Show which code uses the processor for a message (JFR's processor-time samples, Linux)
	$(BENCH) dev.winnow.bench.pipeline.ProfileBench

.PHONY: bench-callbacks
bench-callbacks: $(BENCH_JAR) ## Measure callbacks beside the scanning, with and without a dead endpoint
	$(JAVA_HOME)/bin/java -Xmx512m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
	  -cp bench/target/classes:$$(cat bench/target/classpath) dev.winnow.bench.callbacks.CallbackBench

.PHONY: bench-console
bench-console: tools ## Send random requests to the operator API and compare each answer with its document (REQUESTS=100000)
	$(MVN) $(MVN_FLAGS) -q -pl local -am verify -Dtest='!*' -Dit.test=OperatorApiIT -Dsurefire.failIfNoSpecifiedTests=false \
	  -Dfailsafe.failIfNoSpecifiedTests=false -Dtest.jvm.more=-Dwinnow.console.fuzz=$(or $(REQUESTS),100000)

.PHONY: bench-console-pages
bench-console-pages: $(BENCH_JAR) ## Measure the console's pages with 10 million stored verdicts, 100,000 dead letters and 5,000 tenants
	$(BENCH) dev.winnow.bench.console.ConsolePagesBench

.PHONY: test-differential
test-differential: tools ## Compare the engine with libyara as it is published, text by text (TEXTS=200000 CORPUS=dir)
	native/differential $(or $(TEXTS),200000) rules/src/corpus/*.tsv rules/src/corpus/learn/*.tsv $(wildcard $(CORPUS)/*.tsv)

.PHONY: fuzz-native
fuzz-native: tools ## Fuzz the engine under AddressSanitizer and UBSan (SECONDS=600)
	native/fuzz-native $(or $(SECONDS),600)

##@ Operate

.PHONY: image
image: ## Build the images, for this machine's processor
	docker/build

.PHONY: release
release: ## Build the images for amd64 and arm64 and push them (REPOSITORY=....amazonaws.com/winnow)
	docker/release

.PHONY: smoke
smoke: ## Send a junk and a clean message to a running stack and wait for verdicts (URL=... KEY=...)
	docker/smoke "$(URL)" "$(KEY)"

.PHONY: test-fleet
test-fleet: test-terraform test-containers test-images test-compose ## Check Terraform on a mocked AWS, and the images as the fleet runs them

.PHONY: test-terraform
test-terraform: ## Check Terraform: format, references, and its tests on a mocked AWS
	terraform/check

.PHONY: test-containers
test-containers: tools ## Run tests of the AWS adapters against servers in a container, over podman's socket
	docker/test-containers

.PHONY: test-images
test-images: $(PROGRAM) ## Build the images and try them read-only, non-root and under load
	docker/test-images

.PHONY: test-compose
test-compose: tools ## Start compose.yaml and wait for its demo's verdicts
	docker/test-compose

.PHONY: test-clients
test-clients: $(PROGRAM) ## Generate clients in Java and TypeScript from the API contract and run them (needs Node)
	examples/generated-clients/test

.PHONY: dist
dist: $(PROGRAM) ## Build an archive and a Debian package for this machine's processor, in target/dist
	packaging/dist

.PHONY: test-dist
test-dist: dist ## Install, run, upgrade and remove the package in a clean Debian that boots with systemd (needs root or sudo)
	$(if $(filter-out 0,$(shell id -u)),sudo) packaging/test

.PHONY: tag-release
tag-release: ## Tag this commit as the release of the poms' version; refuses a tree with changes
	packaging/release

.PHONY: simulate
simulate: $(PROGRAM) ## Simulate the fleet under five loads and five policies; writes docs/autoscaling.md and its pictures
	$(WINNOW) simulate --write docs

.PHONY: simulate-real
simulate-real: $(BENCH_JAR) ## Let the same policy scale real processes and compare; writes docs/autoscaling.md and its picture (6 minutes)
	$(JAVA_HOME)/bin/java -Xmx512m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
	  -cp $$(echo bench/target/winnow-bench-*.jar):$$(cat bench/target/classpath) dev.winnow.bench.scaling.ScalingBench docs

.PHONY: simulate-fresh
simulate-fresh: $(BENCH_JAR) ## Simulate a deep backlog with fresh mail first and first come first served
	$(JAVA_HOME)/bin/java -cp bench/target/classes:$$(cat bench/target/classpath) dev.winnow.bench.fresh.FreshFirst

.PHONY: cost
cost: $(PROGRAM) ## Compute what a million messages cost; writes docs/cost.md
	$(WINNOW) cost --write docs/cost.md

##@ Develop

.PHONY: build
build: $(BENCH_JAR) ## Compile and package everything, without tests

.PHONY: test
test: tools ## Run all tests: unit, and integration against real servers and the real engine
	$(MVN) $(MVN_FLAGS) -T 2 verify # Two modules at a time: most tests wait.
	@touch $(PROGRAM) $(BENCH_JAR)

.PHONY: test-docs
test-docs: tools ## Run the commands of README and docs as they are printed (docs/commands.md)
	$(MVN) $(MVN_FLAGS) -q -pl local -am verify -Dtest='!*' \
	  -Dit.test='ReadmeIT,CommandPagesIT,DocumentedRequestsIT,RunbookIT,NewScamTutorialIT' \
	  -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false

.PHONY: test-localstack
test-localstack: tools ## Run all tests against LocalStack in a container (needs a docker engine)
	@docker info >/dev/null 2>&1 || { echo "There is no docker engine here: install and start one, or set WINNOW_AWS_ENDPOINT to a running LocalStack and use make test." >&2; exit 1; }
	$(MVN) $(MVN_FLAGS) verify -Dtest.jvm.more=-Dwinnow.aws=localstack

CRASH_SECONDS ?= 5
CRASH_KILLS ?= 3

.PHONY: test-crash
test-crash: tools ## Kill and starve real processes under load and count the lost messages (CRASH_SECONDS=20 for long outages, CRASH_KILLS=25)
	$(MVN) $(MVN_FLAGS) -q -pl local -am verify -Dtest='!*' -Dit.test='FleetCrashIT,PoisonIT,CrashIT,RescanCrashIT,FollowedMessageIT' \
	  -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false -Dtest.processes=1 \
	  -Dtest.jvm.more='-Dwinnow.crash.seconds=$(CRASH_SECONDS) -Dwinnow.crash.kills=$(CRASH_KILLS)'

.PHONY: test-load
test-load: tools ## Let thousands of clients wait, idle and crawl, and count what they cost the API
	$(MVN) $(MVN_FLAGS) -q -pl ingest-api -am verify -Dtest='!*' -Dit.test='WaitersIT,IdleConnectionsIT' \
	  -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false -Dtest.processes=1

REQUESTS ?= 100000

.PHONY: fuzz-api
fuzz-api: tools ## Send made-up requests to the API and compare each answer with its contract (REQUESTS=1000000)
	$(MVN) $(MVN_FLAGS) -q -pl ingest-api -am verify -Dtest='!*' -Dit.test=FuzzIT \
	  -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false \
	  -Dtest.jvm.more=-Dwinnow.fuzz.requests=$(REQUESTS)

# A folder of files with the columns label and text; the corpora themselves are not part of the repository.
CORPUS ?= corpus
LAB = $(JAVA_HOME)/bin/java -Xmx6g -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
	  -cp bench/target/classes:$$(cat bench/target/classpath)

.PHONY: evaluate
evaluate: $(BENCH_JAR) ## Measure the rules on labelled messages against their bars (CORPUS=dir)
	$(LAB) dev.winnow.lab.evaluate.CorpusEvaluation rules/src/corpus $(CORPUS)

.PHONY: evaluate-campaigns
STREAM ?= 1000000
evaluate-campaigns: $(BENCH_JAR) ## Measure campaigns against their bars (CORPUS=dir, STREAM=messages of the stream)
	$(LAB) dev.winnow.lab.campaign.CampaignEvaluation $(CORPUS) $(STREAM)

.PHONY: learn
learn: $(BENCH_JAR) ## Learn the vocabulary and the wording model from the written corpora and others (CORPUS=dir); writes vocabulary.txt and wording.tsv of the rule pack
	$(LAB) dev.winnow.lab.learn.LearnVocabulary rules/src/corpus rules/src/main/resources/dev/winnow/rules/vocabulary.txt
	$(LAB) dev.winnow.lab.learn.LearnWording rules/src/corpus $(CORPUS) rules/src/main/resources/dev/winnow/rules/wording.tsv

.PHONY: format
format: tools ## Format the sources
	$(MVN) $(MVN_FLAGS) -q spotless:apply

.PHONY: docs
docs: tools ## Write docs/configuration.md, docs/metrics.md and docs/prometheus/alerts.yml
	$(MVN) $(MVN_FLAGS) -q -pl local -am verify -Dtest=ConfigurationPageTest -Dsurefire.failIfNoSpecifiedTests=false \
	  -Dit.test=MetricsPageIT -Dfailsafe.failIfNoSpecifiedTests=false \
	  -Dtest.jvm.more=-Dwinnow.docs.write=true

.PHONY: clean
clean: tools ## Remove everything that was built
	$(MVN) $(MVN_FLAGS) -q clean

BUILDING = echo "Building Winnow takes a minute, and the first time several, because libyara and the Java libraries are fetched." >&2

$(PROGRAM): $(SOURCES) | tools
	@$(BUILDING)
	$(MVN) $(MVN_FLAGS) -q -pl local -am -Dmaven.test.skip package
	@mkdir -p $(@D) && touch $@

$(BENCH_JAR): $(SOURCES) | tools
	@$(BUILDING)
	$(MVN) $(MVN_FLAGS) -q -Dmaven.test.skip package
	@mkdir -p $(@D) && touch $@ $(PROGRAM)

.PHONY: tools
tools:
	@scripts/find-jdk > /dev/null
	@command -v $(MVN) > /dev/null || { echo "Maven is missing: install Maven 3.8 or newer (Debian: apt-get install maven), then run make again." >&2; exit 1; }
	@command -v cc > /dev/null || { echo "A C compiler is missing: install one (Debian: apt-get install gcc libc6-dev; macOS: xcode-select --install), then run make again." >&2; exit 1; }

.PHONY: help
help: ## Show this help
	@awk 'BEGIN { FS = ":.*##"; printf "Usage: make TARGET\n" } \
	  /^##@/ { printf "\n%s\n", substr($$0, 5) } \
	  /^[a-zA-Z_-]+:.*##/ { printf "  %-20s%s\n", $$1, $$2 }' $(MAKEFILE_LIST)
