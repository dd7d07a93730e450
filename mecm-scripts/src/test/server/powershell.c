// powershell.exe of a server under Wine: hands its command line to the PowerShell that GARRISON_TEST_PWSH names, with the
// script of GARRISON_TEST_SHIM, where it is named, before the one after -File. The exit code comes back whole.
#include <stdio.h>
#include <wchar.h>
#include <windows.h>

#define LONGEST 32768

static const wchar_t *after_first_word(const wchar_t *line) {
  wchar_t end = L' ';
  if (*line == L'"') {
    end = L'"';
    line++;
  }
  while (*line && *line != end) line++;
  return *line == L'"' ? line + 1 : line;
}

int wmain(void) {
  static wchar_t program[1024], shim[1024], line[LONGEST];
  const wchar_t *rest = after_first_word(GetCommandLineW());
  if (!GetEnvironmentVariableW(L"GARRISON_TEST_PWSH", program, 1024)) return 9009;
  const wchar_t *script = wcsstr(rest, L"-File ");
  if (script && GetEnvironmentVariableW(L"GARRISON_TEST_SHIM", shim, 1024)) {
    script += 6;
    _snwprintf(line, LONGEST, L"\"%ls\"%.*ls\"%ls\" %ls", program, (int) (script - rest), rest, shim, script);
  } else {
    _snwprintf(line, LONGEST, L"\"%ls\"%ls", program, rest);
  }
  STARTUPINFOW start = {0};
  start.cb = sizeof start;
  start.dwFlags = STARTF_USESTDHANDLES;
  start.hStdInput = GetStdHandle(STD_INPUT_HANDLE);
  start.hStdOutput = GetStdHandle(STD_OUTPUT_HANDLE);
  start.hStdError = GetStdHandle(STD_ERROR_HANDLE);
  PROCESS_INFORMATION child;
  if (!CreateProcessW(0, line, 0, 0, TRUE, 0, 0, 0, &start, &child)) return 9009;
  WaitForSingleObject(child.hProcess, INFINITE);
  DWORD code = 9009;
  GetExitCodeProcess(child.hProcess, &code);
  return (int) code;
}
