/* Runs Garrison with the Java beside it, or with one of this machine.
   https://docs.oracle.com/en/java/javase/25/docs/specs/jni/invocation.html */
#include "launcher.h"

/* Arguments reach the program as they were typed: the C library would expand what looks like a pattern. */
int _dowildcard = 0;

static wchar_t *class_path(const struct list *jars) {
  wchar_t *path = jars->words[0];
  for (int i = 1; i < jars->count; i++) {
    path = text(L"%ls;%ls", path, jars->words[i]);
  }
  return path;
}

/* A console has the encoding of its code page, as Java itself finds out; a file or a pipe has UTF-8. */
static void add_encodings(struct list *options) {
  static const struct {
    DWORD handle;
    wchar_t *option;
  } streams[] = {
      {STD_INPUT_HANDLE, L"-Dstdin.encoding=UTF-8"},
      {STD_OUTPUT_HANDLE, L"-Dstdout.encoding=UTF-8"},
      {STD_ERROR_HANDLE, L"-Dstderr.encoding=UTF-8"},
  };
  for (size_t i = 0; i < sizeof streams / sizeof *streams; i++) {
    if (!is_console(streams[i].handle)) {
      add(options, streams[i].option);
    }
  }
}

/* Colors and progress are sequences that a console has to be told to read. An older one cannot: there is none then. */
static void prepare_console(void) {
  static const DWORD handles[] = {STD_OUTPUT_HANDLE, STD_ERROR_HANDLE};
  for (size_t i = 0; i < sizeof handles / sizeof *handles; i++) {
    HANDLE stream = GetStdHandle(handles[i]);
    DWORD mode;
    if (GetConsoleMode(stream, &mode) && !SetConsoleMode(stream, mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING)) {
      SetEnvironmentVariableW(L"TERM", L"dumb");
    }
  }
}

int wmain(int count, wchar_t **words) {
  /* No library is ever looked for in the current folder. */
  SetDllDirectoryW(L"");
  struct program program = {0};
  find_program(&program);
  bool quick = only_prints(count - 1, words + 1);
  wchar_t *own = variable(L"GARRISON_JAVA_OPTS");
  wchar_t *cache = quick || own != NULL ? NULL : find_class_cache(&program);

  struct list options = {0};
  add_common_options(&options);
  /* The demonstration runs most of its code a few times, and digests little; but the cache is made with both compilers. */
  bool demonstration = own == NULL && count > 1 && wcscmp(words[1], L"demo") == 0;
  add(&options, quick || demonstration ? L"-XX:TieredStopAtLevel=1" : L"-XX:TieredStopAtLevel=4");
  add_encodings(&options);
  /* The service is mostly idle; Java would begin with a part of the machine's memory. */
  if (count > 1 && wcscmp(words[1], L"serve") == 0) {
    add(&options, L"-Xms16m");
  }
  /* And the demonstration makes 90 days in seconds. */
  if (demonstration) {
    add(&options, L"-Xms768m");
    add(&options, L"-Xmn512m");
  }
  if (cache != NULL && in_code_page(cache) != NULL) {
    add(&options, text(L"-XX:AOTCache=%ls", cache));
  }
  if (own != NULL && !split_options(own, &options)) {
    say(L"error: A double quote is left open in GARRISON_JAVA_OPTS: %ls\n", own);
    ExitProcess(1);
  }
  add(&options, text(L"-Djava.class.path=%ls", class_path(&program.jars)));
  prepare_console();
  run_java(&program, &options, count - 1, words + 1);
}
