// msiexec.exe of a server under Wine: notes its command line in C:\msiexec.txt and leaves with the code that a test wrote
// as Code below SOFTWARE\Garrison Test\Installer (0 without). After /i with 0 or 3010 the agent is there: its uninstall
// entry, and its service, which a test hides by a value below Hidden. After /x with these it is gone.
// Log is what it writes into the log that /lvx*+ names; Seconds how long it takes; Words what it says.
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

#define WISHES L"SOFTWARE\\Garrison Test\\Installer"
#define HIDDEN L"SOFTWARE\\Garrison Test\\Hidden"
#define ENTRY L"SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\{AAAAAAAA-2222-4333-8444-555555555555}"
#define SENSE L"SYSTEM\\CurrentControlSet\\Services\\Sense"

static DWORD number(const wchar_t *name) {
  DWORD value = 0, size = sizeof value;
  RegGetValueW(HKEY_LOCAL_MACHINE, WISHES, name, RRF_RT_REG_DWORD, 0, &value, &size);
  return value;
}

static BOOL text(const wchar_t *name, wchar_t *value) {
  DWORD size = 2000;
  return !RegGetValueW(HKEY_LOCAL_MACHINE, WISHES, name, RRF_RT_REG_SZ, 0, value, &size);
}

static void write_log(const wchar_t *line) {
  wchar_t words[1000], path[1000];
  const wchar_t *at = wcsstr(line, L"/lvx*+ ");
  if (!at || !text(L"Log", words)) return;
  at += 7;
  if (*at == L'"') {
    swscanf(at + 1, L"%999[^\"]", path);
  } else {
    swscanf(at, L"%999ls", path);
  }
  FILE *log = _wfopen(path, L"ab");
  if (!log) return;
  fwrite(L"\xFEFF", 2, 1, log);
  fwrite(words, 2, wcslen(words), log);
  fclose(log);
}

int wmain(void) {
  wchar_t words[1000];
  const wchar_t *line = GetCommandLineW();
  FILE *calls = _wfopen(L"C:\\msiexec.txt", L"a");
  if (calls) {
    fwprintf(calls, L"%ls\n", line);
    fclose(calls);
  }
  // As Windows Installer does, in UTF-16.
  if (text(L"Words", words)) {
    DWORD written;
    WriteFile(GetStdHandle(STD_OUTPUT_HANDLE), words, 2 * wcslen(words), &written, 0);
  }
  write_log(line);
  // Read before it sleeps: a test may be over by then, and its wishes gone.
  DWORD code = number(L"Code");
  BOOL well = code == 0 || code == 3010;
  Sleep(1000 * number(L"Seconds"));
  if (well && wcsstr(line, L"/i ")) {
    const wchar_t *name = L"Microsoft Defender for Endpoint";
    DWORD manual = 3;
    RegSetKeyValueW(HKEY_LOCAL_MACHINE, ENTRY, L"DisplayName", REG_SZ, name, 2 * (wcslen(name) + 1));
    if (!number(L"WithoutSensor")) {
      RegSetKeyValueW(HKEY_LOCAL_MACHINE, SENSE, L"Start", REG_DWORD, &manual, sizeof manual);
      RegDeleteKeyValueW(HKEY_LOCAL_MACHINE, HIDDEN, L"Sense");
    }
  }
  if (well && wcsstr(line, L"/x ") && !number(L"Stays")) {
    RegDeleteKeyW(HKEY_LOCAL_MACHINE, ENTRY);
    RegSetKeyValueW(HKEY_LOCAL_MACHINE, HIDDEN, L"Sense", REG_SZ, L"", 2);
  }
  return (int) code;
}
