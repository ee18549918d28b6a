/* The settings: one table for the command line, the environment and the configuration file.
 *
 * A setting `max-body` is the flag --max-body, the variable DATELINE_MAX_BODY and the key max-body of a file
 * of `key = value` lines.  The flag wins over the variable, the variable over the file, the file over the
 * default. */
#ifndef SERVER_OPTIONS_H
#define SERVER_OPTIONS_H

#include "base/arena.h"
#include "server/listen.h"

#include <stdio.h>

struct settings {
    struct address listen;
    const char *database; /* path */
    const char *web;      /* a folder to serve the page from; empty: the one built in */
    const char *host;     /* comma-separated names that a Host header may hold, besides loopback ones */
    int64_t threads;      /* 0: one a processor */
    int64_t max_body;     /* bytes */
    int64_t body_memory;  /* bytes */
    int64_t max_reports;  /* of one article */
    int64_t connection_limit;
    int64_t queue_limit;  /* writes waiting for their commit */
    int64_t idle_timeout; /* seconds */
    int64_t stop_timeout; /* seconds */
    int64_t log_level;    /* enum log_level */
};

enum option_kind {
    OPTION_TEXT,    /* const char * */
    OPTION_NUMBER,  /* int64_t, min to max */
    OPTION_SIZE,    /* the same in bytes, with an optional k, M or G (powers of 1024) */
    OPTION_CHOICE,  /* int64_t: the index into choices */
    OPTION_ADDRESS, /* struct address on this machine itself */
};

struct option {
    const char *name;
    enum option_kind kind;
    size_t offset; /* into struct settings */
    const char *fallback;
    int64_t min, max;
    const char *const *choices;
    const char *argument; /* as --help names it */
    const char *help;     /* one line */
};

extern const struct option option_table[];
extern const size_t option_count;

enum command { COMMAND_SERVE, COMMAND_REPROCESS, COMMAND_HELP, COMMAND_VERSION };

/* Reads the settings.  `arguments` is argv without the program's name, `environment` a NULL-terminated list
 * such as environ; both must outlive the settings, as must `arena`.  ERR_INVALID or ERR_IO: the message
 * begins with the source, "--port", "DATELINE_PORT" or "dateline.conf:3". */
enum status options_read(struct arena *arena, int argument_count, char *const *arguments,
                         char *const *environment, struct settings *settings, enum command *command,
                         struct error *error) MUST_CHECK;

/* What --help prints. */
void options_help(FILE *out);
/* "DATELINE_MAX_BODY" for "max-body". */
void option_variable(const struct option *option, char out[64]);

#endif
