/* Parts of garrison.exe, which starts the program in a Java of its own process. */
#ifndef GARRISON_LAUNCHER_H
#define GARRISON_LAUNCHER_H

#ifndef UNICODE
#define UNICODE
#endif
#define _WIN32_WINNT 0x0603
#include <stdbool.h>
#include <stddef.h>
#include <wchar.h>
#include <windows.h>

/* text.c: memory lasts as long as the process, which has one task. */

/* Returns memory, all 0. */
void *need(size_t bytes);
/* Returns a text made by the rules of wprintf. */
wchar_t *text(const wchar_t *format, ...);
/* Returns a variable of the environment, or NULL where it is not set or empty. */
wchar_t *variable(const wchar_t *name);
/* Returns the text in the code page in which Java reads its options, or NULL where that has no form of it. */
char *in_code_page(const wchar_t *words);
/* Returns the bytes of a small file and a 0 after them, or NULL where it cannot be read. */
char *read_small_file(const wchar_t *path, DWORD *length);
bool is_folder(const wchar_t *path);
bool is_file(const wchar_t *path);
/* Whether this is a console, rather than a file, a pipe or nothing. */
bool is_console(DWORD standard_handle);
/* Writes to standard error: to a console as it is, elsewhere in UTF-8. */
void say(const wchar_t *format, ...);

/* A list of texts that grows. */
struct list {
  wchar_t **words;
  int count;
};
void add(struct list *list, wchar_t *word);

/* java.c */

/* The program and the Java that runs it. */
struct program {
  wchar_t *file;    /* garrison.exe, links followed */
  wchar_t *folder;  /* where it lies */
  wchar_t *java;    /* home of the Java */
  bool java_is_ours;
  struct list jars; /* in the order of their names: the cache of classes depends on it */
};
/* Fills in all of it; ends the process where something is missing. */
void find_program(struct program *program);
/* Runs the program, and ends the process with its exit code. */
_Noreturn void run_java(const struct program *program, const struct list *options, int count, wchar_t **words);

/* options.c */

/* Options that every start has; config/launcher/java.options is where they are written. */
void add_common_options(struct list *options);
/* Splits the value of GARRISON_JAVA_OPTS at blanks; double quotes keep blanks and are dropped. False: one is open. */
bool split_options(const wchar_t *value, struct list *options);
/* Whether the words name a command that only prints. */
bool only_prints(int count, wchar_t **words);

/* access.c */

/* Returns the folder's path without links, if nobody but this account, SYSTEM, Administrators and TrustedInstaller can
   put something into it, or another folder in its place; otherwise NULL. */
wchar_t *folder_that_only_we_write(const wchar_t *folder);
/* Whether nobody else can change the file. */
bool only_we_write_file(const wchar_t *file);

/* cache.c */

/* Returns the file of classes for this program and this Java, made where it is missing, or NULL for a start without. */
wchar_t *find_class_cache(const struct program *program);

#endif
