#include "launcher.h"

void add_common_options(struct list *options) {
  static wchar_t *const common[] = {
#include "java-options.h"
  };
  for (size_t i = 0; i < sizeof common / sizeof *common; i++) {
    add(options, common[i]);
  }
}

bool split_options(const wchar_t *value, struct list *options) {
  wchar_t *word = need((wcslen(value) + 1) * sizeof *word);
  size_t length = 0;
  bool begun = false;
  bool quoted = false;
  for (const wchar_t *at = value;; at++) {
    bool blank = *at == L' ' || *at == L'\t' || *at == L'\r' || *at == L'\n';
    if (*at == 0 || (blank && !quoted)) {
      if (begun) {
        word[length] = 0;
        add(options, text(L"%ls", word));
      }
      length = 0;
      begun = false;
      if (*at == 0) {
        return !quoted;
      }
      continue;
    }
    begun = true;
    if (*at == L'"') {
      quoted = !quoted;
    } else {
      word[length++] = *at;
    }
  }
}

bool only_prints(int count, wchar_t **words) {
  static const wchar_t *const printing[] = {L"", L"version", L"help", L"completion", L"ring-names"};
  if (count == 0 || words[0][0] == L'-') {
    return true;
  }
  for (size_t i = 0; i < sizeof printing / sizeof *printing; i++) {
    if (wcscmp(words[0], printing[i]) == 0) {
      return true;
    }
  }
  return false;
}
