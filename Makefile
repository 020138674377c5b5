# Makefile - builds build/heng and build/libheng.a, and runs everything that proves them.
#
#   make                 build/heng
#   make demo            build it and show what it does
#   make test            every test; the last line is "N passed, N failed"
#   make accept          rewrite what the golden cases expect; read the diff before committing it
#   make install         into $(DESTDIR)$(PREFIX)
#
# Build variants, each with objects of its own below build/, may be combined:
#   CC=clang  GC=no (malloc, never freed)  SAN=yes (address and undefined-behaviour sanitizers)
#   STRESS=yes (a collection at every 50th allocation)  WERROR=yes (warnings are errors)
# Where the system has no dpkg, install what .ci/packages lists and add PACKAGES=present.

MAKEFLAGS += --no-builtin-rules
.SUFFIXES:
.DELETE_ON_ERROR:
.DEFAULT_GOAL := all

ifeq ($(origin CC),default)
CC := gcc
endif
GC ?= yes
SAN ?= no
STRESS ?= no
WERROR ?= no
JOBS ?= 2
PREFIX ?= /usr/local
PACKAGES ?= install
FLEX ?= flex
BISON ?= bison
CLANG_FORMAT ?= clang-format

# ---- Variants ----

COMPILER := $(notdir $(lastword $(CC)))
VARIANT := $(if $(filter gcc,$(COMPILER)),,-$(COMPILER))
VARIANT := $(VARIANT)$(if $(filter no,$(GC)),-nogc)$(if $(filter yes,$(SAN)),-san)
VARIANT := $(VARIANT)$(if $(filter yes,$(STRESS)),-stress)$(if $(filter yes,$(WERROR)),-strict)
O := build$(patsubst -%,/%,$(VARIANT))

LIBRARIES := $(if $(filter no,$(GC)),,bdw-gc) gmp mpfr libutf8proc nettle yajl libzip expat sqlite3 xlsxwriter

WARNINGS := -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes
# What flex and bison write is not ours to mend.
GENERATED_WARNINGS := -Wall -Wextra -Wno-unused-parameter -Wno-unused-function \
	-Wno-unused-but-set-variable -Wno-sign-compare

# pkg-config is asked on first use, not while this file is read: it may not be installed yet.
PKG_CFLAGS = $(eval PKG_CFLAGS := $$(shell pkg-config --cflags $$(LIBRARIES)))$(PKG_CFLAGS)
PKG_LIBS = $(eval PKG_LIBS := $$(shell pkg-config --libs $$(LIBRARIES)))$(PKG_LIBS)
CMOCKA = $(eval CMOCKA := $$(shell pkg-config --cflags --libs cmocka))$(CMOCKA)

OPTIMISE := -O2 -g
ifeq ($(GC),no)
VARIANT_FLAGS += -DHENG_NO_GC
endif
ifeq ($(STRESS),yes)
VARIANT_FLAGS += -DHENG_GC_STRESS
endif
ifeq ($(SAN),yes)
OPTIMISE := -O1 -g
VARIANT_FLAGS += -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
endif
ifeq ($(WERROR),yes)
VARIANT_FLAGS += -Werror
endif

# CPPFLAGS, CFLAGS and LDFLAGS are the caller's.
ALL_CFLAGS = -std=c17 -D_GNU_SOURCE -Iinterp -Igrammar -Ibuild $(OPTIMISE) $(VARIANT_FLAGS) \
	$(PKG_CFLAGS) $(CPPFLAGS) $(CFLAGS)
COMPILE = $(CC) $(ALL_CFLAGS) -MMD -MP

# ---- Sources ----

STDLIB := $(sort $(wildcard stdlib/*.heng))
SCANNER := $(if $(wildcard grammar/scan.l),build/scan.c)
PARSER := $(if $(wildcard grammar/parse.y),build/parse.c)
GENERATED := $(SCANNER) $(PARSER) build/stdlib.c build/page.c
GENERATED_HEADERS := $(SCANNER:.c=.h) $(PARSER:.c=.h)

COMMAND_OBJECTS := $(patsubst %.c,$(O)/%.o,$(sort $(wildcard interp/commands/*.c)))
LIBRARY_OBJECTS := $(patsubst %.c,$(O)/%.o,$(sort $(filter-out interp/commands/%, \
	$(wildcard interp/*/*.c)) $(wildcard grammar/*.c))) \
	$(patsubst build/%.c,$(O)/generated/%.o,$(GENERATED))
UNIT_TESTS := $(patsubst tests/unit/%.c,$(O)/unit/%,$(sort $(wildcard tests/unit/test_*.c)))
PROGRAM := $(if $(COMMAND_OBJECTS),$(O)/heng)

.PHONY: all library units generated demo test check accept asan valgrind install uninstall clean format
.PHONY: FORCE

all: $(O)/libheng.a $(PROGRAM)
library: $(O)/libheng.a
units: $(UNIT_TESTS)
generated: $(GENERATED)

# ---- Rules ----

# $(call record,TEXT): updates $@ only when TEXT is something else than it holds.
record = @mkdir -p $(@D); printf '%s\n' '$(1)' | cmp -s - $@ || printf '%s\n' '$(1)' > $@

$(O)/flags: FORCE
	$(call record,$(CC) $(ALL_CFLAGS) $(WARNINGS))
$(O)/objects: FORCE
	$(call record,$(LIBRARY_OBJECTS) $(COMMAND_OBJECTS))
build/stdlib.files: FORCE
	$(call record,$(STDLIB))

build/scan.c: grammar/scan.l
	@mkdir -p $(@D)
	$(FLEX) -Cf --header-file=$(@:.c=.h) -o $@ $<
build/scan.h: build/scan.c ;

build/parse.c: grammar/parse.y
	@mkdir -p $(@D)
	$(BISON) -Wall -Wcounterexamples --header=$(@:.c=.h) -o $@ $<
build/parse.h: build/parse.c ;

# The standard library as bytes; the NUL behind each file is not part of its length.  A file that begins
# "# NAME.heng, OTHER.heng - " is known by both names.
build/stdlib.c: $(STDLIB) build/stdlib.files
	@mkdir -p $(@D)
	@{ echo '#include "front/stdlib.h"'; \
	n=0; for file in $(STDLIB); do \
	    echo "static const unsigned char file_$$n[] = {"; \
	    od -A n -v -t u1 "$$file" | sed 's/[0-9][0-9]*/&,/g'; \
	    echo '0};'; n=$$((n + 1)); \
	done; \
	echo 'const struct StdlibFile heng_stdlib[] = {'; \
	n=0; for file in $(STDLIB); do \
	    also=$$(sed -n '1s/^# [^ ]*\.heng, \([^ ]*\)\.heng - .*/\1/p' "$$file"); \
	    echo "    { \"$$(basename "$$file" .heng)\", \"$$also\", file_$$n, sizeof file_$$n - 1 },"; n=$$((n + 1)); \
	done; \
	echo '    { 0, 0, 0, 0 }'; echo '};'; } > $@

# The style and the script of the reports as text, NUL behind it.
build/page.c: interp/jobs/page.css interp/jobs/page.js
	@mkdir -p $(@D)
	@{ echo '#include "jobs/html.h"'; \
	for part in style:css script:js; do \
	    echo "const char html_$${part%:*}[] = {"; \
	    od -A n -v -t u1 "interp/jobs/page.$${part#*:}" | sed 's/[0-9][0-9]*/&,/g'; \
	    echo '0};'; \
	done; } > $@

$(O)/interp/%.o: interp/%.c $(O)/flags | $(GENERATED_HEADERS)
	@mkdir -p $(@D)
	$(COMPILE) $(WARNINGS) -c -o $@ $<
$(O)/grammar/%.o: grammar/%.c $(O)/flags | $(GENERATED_HEADERS)
	@mkdir -p $(@D)
	$(COMPILE) $(WARNINGS) -c -o $@ $<
$(O)/generated/%.o: build/%.c $(O)/flags | $(GENERATED_HEADERS)
	@mkdir -p $(@D)
	$(COMPILE) $(GENERATED_WARNINGS) -c -o $@ $<

$(O)/libheng.a: $(LIBRARY_OBJECTS) $(O)/objects
	@rm -f $@
	$(AR) rcs $@ $(LIBRARY_OBJECTS)

$(O)/heng: $(COMMAND_OBJECTS) $(O)/libheng.a $(O)/objects
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $(COMMAND_OBJECTS) $(O)/libheng.a $(PKG_LIBS) -lm

# cmocka hands every test a state, which most have no use for.
$(O)/unit/%: tests/unit/%.c $(O)/libheng.a $(O)/flags
	@mkdir -p $(@D)
	$(COMPILE) $(WARNINGS) -Wno-unused-parameter -Itests/unit -MF $@.d -o $@ $< $(LDFLAGS) $(O)/libheng.a $(CMOCKA) $(PKG_LIBS) -lm

-include $(LIBRARY_OBJECTS:.o=.d) $(COMMAND_OBJECTS:.o=.d) $(UNIT_TESTS:%=%.d)

# ---- What people and machines run ----

# $(call need,GROUPS): installs the missing packages of these groups of .ci/packages.
need = @$(if $(filter present,$(PACKAGES)),:,.ci/install $(1))
SUBMAKE = $(MAKE) --no-print-directory -j$(JOBS)

demo:
	$(call need,build)
	@$(SUBMAKE) --silent all
	@PATH="$(CURDIR)/build:$$PATH" sh examples/demo.sh

test:
	$(call need,build test)
	@MAKE="$(MAKE)" tests/all --jobs $(JOBS)
check: test

accept: all
	@tests/run --heng $(O)/heng -j $(JOBS) --accept

# With GC=no, because the sanitizer sees the bounds of malloc's blocks and not those of the collector's.
asan:
	@$(SUBMAKE) GC=no SAN=yes all units
	@tests/run --heng build/nogc-san/heng -j $(JOBS)
	@tests/units build/nogc-san/unit

valgrind:
	@$(SUBMAKE) GC=no all
	@tests/run --heng build/nogc/heng -j $(JOBS) --valgrind

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/heng/stdlib \
	    $(DESTDIR)$(PREFIX)/share/doc/heng/examples
	install -m 755 $(O)/heng $(DESTDIR)$(PREFIX)/bin/heng
	$(if $(STDLIB),install -m 644 $(STDLIB) $(DESTDIR)$(PREFIX)/share/heng/stdlib)
	cp -R examples/. $(DESTDIR)$(PREFIX)/share/doc/heng/examples
	install -m 644 LICENSE $(DESTDIR)$(PREFIX)/share/doc/heng/LICENSE

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/heng
	rm -rf $(DESTDIR)$(PREFIX)/share/heng $(DESTDIR)$(PREFIX)/share/doc/heng

clean:
	rm -rf build

format:
	$(call need,format)
	$(CLANG_FORMAT) -i $(wildcard interp/*/*.[ch] grammar/*.[ch] tests/unit/*.[ch])
