/* Starts a program as the lines of a file in UTF-8 say: its current folder, its command line and, where Ctrl-C is to be
   pressed, a file for its output and the text in it at which it is pressed. Ends with the program's exit code. */
#include <stdio.h>
#include <string.h>
#include <windows.h>

static char lines[4][4096];
static wchar_t wide[4][4096];

static int read_lines(const wchar_t *file) {
  FILE *read = _wfopen(file, L"rb");
  int count = 0;
  while (read != NULL && count < 4 && fgets(lines[count], sizeof lines[0], read) != NULL) {
    lines[count][strcspn(lines[count], "\r\n")] = 0;
    MultiByteToWideChar(CP_UTF8, 0, lines[count], -1, wide[count], 4096);
    count++;
  }
  if (read != NULL) {
    fclose(read);
  }
  return count;
}

static BOOL holds(const wchar_t *file, const char *text) {
  static char bytes[65536];
  FILE *read = _wfopen(file, L"rb");
  if (read == NULL) {
    return FALSE;
  }
  bytes[fread(bytes, 1, sizeof bytes - 1, read)] = 0;
  fclose(read);
  return strstr(bytes, text) != NULL;
}

static int end(HANDLE child, int exit_code) {
  TerminateProcess(child, 1);
  return exit_code;
}

/* GenerateConsoleCtrlEvent reaches all on this console; for this process itself it is turned off. */
static int press(HANDLE child) {
  for (int waited = 0; !holds(wide[2], lines[3]); waited++) {
    if (waited > 1200 || WaitForSingleObject(child, 100) == WAIT_OBJECT_0) {
      return end(child, 203);
    }
  }
  SetConsoleCtrlHandler(NULL, TRUE);
  return GenerateConsoleCtrlEvent(CTRL_C_EVENT, 0) ? 0 : end(child, 204);
}

int wmain(int count, wchar_t **words) {
  int given = count == 2 ? read_lines(words[1]) : 0;
  if (given < 2) {
    return 201;
  }
  STARTUPINFOW start = {.cb = sizeof start};
  if (given == 4) {
    SECURITY_ATTRIBUTES inherited = {sizeof inherited, NULL, TRUE};
    start.dwFlags = STARTF_USESTDHANDLES;
    start.hStdOutput = CreateFileW(wide[2], GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, &inherited, CREATE_ALWAYS, 0, NULL);
    start.hStdError = start.hStdOutput;
  }
  PROCESS_INFORMATION child;
  if (!CreateProcessW(NULL, wide[1], NULL, NULL, TRUE, 0, NULL, wide[0][0] == 0 ? NULL : wide[0], &start, &child)) {
    return 202;
  }
  int pressed = given == 4 ? press(child.hProcess) : 0;
  if (pressed != 0) {
    return pressed;
  }
  if (WaitForSingleObject(child.hProcess, 700000) != WAIT_OBJECT_0) {
    return end(child.hProcess, 205);
  }
  DWORD exit_code;
  GetExitCodeProcess(child.hProcess, &exit_code);
  return (int)exit_code;
}
