#include "launcher.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void *need(size_t bytes) {
  void *memory = calloc(1, bytes);
  if (memory == NULL) {
    static const char words[] = "error: There is no memory left.\n";
    DWORD written;
    WriteFile(GetStdHandle(STD_ERROR_HANDLE), words, sizeof words - 1, &written, NULL);
    ExitProcess(1);
  }
  return memory;
}

static wchar_t *format_text(const wchar_t *format, va_list values) {
  va_list again;
  va_copy(again, values);
  int length = _vscwprintf(format, values);
  wchar_t *made = need((length + 1) * sizeof *made);
  _vsnwprintf(made, length + 1, format, again);
  va_end(again);
  return made;
}

wchar_t *text(const wchar_t *format, ...) {
  va_list values;
  va_start(values, format);
  wchar_t *made = format_text(format, values);
  va_end(values);
  return made;
}

wchar_t *variable(const wchar_t *name) {
  DWORD size = GetEnvironmentVariableW(name, NULL, 0);
  if (size <= 1) {
    return NULL;
  }
  wchar_t *value = need(size * sizeof *value);
  DWORD length = GetEnvironmentVariableW(name, value, size);
  return length > 0 && length < size ? value : NULL;
}

/* Java decodes its options by the ANSI code page, as it does for java.exe. */
char *in_code_page(const wchar_t *words) {
  bool utf8 = GetACP() == CP_UTF8;
  BOOL lost = FALSE;
  DWORD flags = utf8 ? WC_ERR_INVALID_CHARS : WC_NO_BEST_FIT_CHARS;
  int size = WideCharToMultiByte(CP_ACP, flags, words, -1, NULL, 0, NULL, utf8 ? NULL : &lost);
  if (size == 0 || lost) {
    return NULL;
  }
  char *made = need(size);
  WideCharToMultiByte(CP_ACP, flags, words, -1, made, size, NULL, NULL);
  return made;
}

char *read_small_file(const wchar_t *path, DWORD *length) {
  enum { MOST = 65536 };
  HANDLE file = CreateFileW(path, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL,
                            OPEN_EXISTING, 0, NULL);
  if (file == INVALID_HANDLE_VALUE) {
    return NULL;
  }
  char *bytes = need(MOST + 1);
  BOOL read = ReadFile(file, bytes, MOST, length, NULL);
  CloseHandle(file);
  return read ? bytes : NULL;
}

bool is_folder(const wchar_t *path) {
  DWORD attributes = GetFileAttributesW(path);
  return attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
}

bool is_file(const wchar_t *path) {
  DWORD attributes = GetFileAttributesW(path);
  return attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY) == 0;
}

bool is_console(DWORD standard_handle) {
  DWORD mode;
  return GetConsoleMode(GetStdHandle(standard_handle), &mode);
}

void say(const wchar_t *format, ...) {
  va_list values;
  va_start(values, format);
  wchar_t *line = format_text(format, values);
  va_end(values);
  HANDLE err = GetStdHandle(STD_ERROR_HANDLE);
  DWORD written;
  if (is_console(STD_ERROR_HANDLE)) {
    WriteConsoleW(err, line, wcslen(line), &written, NULL);
    return;
  }
  int size = WideCharToMultiByte(CP_UTF8, 0, line, -1, NULL, 0, NULL, NULL);
  char *bytes = need(size);
  WideCharToMultiByte(CP_UTF8, 0, line, -1, bytes, size, NULL, NULL);
  WriteFile(err, bytes, size - 1, &written, NULL);
}

void add(struct list *list, wchar_t *word) {
  /* Doubled whenever a power of two is reached. */
  if ((list->count & (list->count - 1)) == 0) {
    wchar_t **larger = need((list->count == 0 ? 1 : list->count * 2) * sizeof *larger);
    for (int i = 0; i < list->count; i++) {
      larger[i] = list->words[i];
    }
    list->words = larger;
  }
  list->words[list->count++] = word;
}
