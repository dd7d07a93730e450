#include "launcher.h"

/* Classes of a demonstration, ready to use, as config/launcher/installed.sh keeps them on Linux: a start then takes
   about half the time. What is in the file runs, so it lies only where nobody else writes. */

static const ULONGLONG TICKS_OF_A_DAY = 24ULL * 60 * 60 * 10000000;
enum { MOST_MILLISECONDS = 600000 };

static unsigned long long mix(unsigned long long key, const void *bytes, size_t length) {
  for (size_t i = 0; i < length; i++) {
    key = (key ^ ((const unsigned char *)bytes)[i]) * 1099511628211ULL;
  }
  return key;
}

static unsigned long long mix_text(unsigned long long key, const wchar_t *words) {
  return mix(key, words, (wcslen(words) + 1) * sizeof *words);
}

/* What Java itself looks at: where the jars are, their sizes and times, and which Java it is. FNV-1a. */
static unsigned long long key_of(const struct program *program) {
  unsigned long long key = mix_text(mix_text(14695981039346656037ULL, program->folder), program->java);
  DWORD length = 0;
  char *release = read_small_file(text(L"%ls\\release", program->java), &length);
  if (release != NULL) {
    key = mix(key, release, length);
  }
  for (int i = 0; i < program->jars.count; i++) {
    WIN32_FILE_ATTRIBUTE_DATA jar = {0};
    GetFileAttributesExW(program->jars.words[i], GetFileExInfoStandard, &jar);
    key = mix_text(key, program->jars.words[i]);
    key = mix(key, &jar.ftLastWriteTime, sizeof jar.ftLastWriteTime);
    key = mix(key, &jar.nFileSizeLow, sizeof jar.nFileSizeLow);
  }
  return key;
}

static ULONGLONG age(FILETIME time) {
  FILETIME now;
  GetSystemTimeAsFileTime(&now);
  ULONGLONG from = (ULONGLONG)time.dwHighDateTime << 32 | time.dwLowDateTime;
  ULONGLONG to = (ULONGLONG)now.dwHighDateTime << 32 | now.dwLowDateTime;
  return to > from ? to - from : 0;
}

static bool has_stand_in_site(const struct program *program) {
  for (int i = 0; i < program->jars.count; i++) {
    if (wcsncmp(wcsrchr(program->jars.words[i], L'\\'), L"\\lab-", 5) == 0) {
      return true;
    }
  }
  return false;
}

/* Removes those of installations that were replaced. */
static void remove_old(const wchar_t *folder) {
  WIN32_FIND_DATAW found;
  HANDLE search = FindFirstFileW(text(L"%ls\\garrison-*.aot*", folder), &found);
  if (search == INVALID_HANDLE_VALUE) {
    return;
  }
  do {
    if (age(found.ftLastWriteTime) > 30 * TICKS_OF_A_DAY) {
      DeleteFileW(text(L"%ls\\%ls", folder, found.cFileName));
    }
  } while (FindNextFileW(search, &found));
  FindClose(search);
}

static volatile LONG ended_by_user;

/* The demonstration gets Ctrl-C as well, and ends by it. */
static BOOL WINAPI note_end(DWORD event) {
  ended_by_user = event == CTRL_C_EVENT || event == CTRL_BREAK_EVENT;
  return ended_by_user;
}

/* Starts the demonstration and waits for it; whatever it started ends with it. */
static bool run_demonstration(const struct program *program, HANDLE nothing) {
  STARTUPINFOW start = {.cb = sizeof start, .dwFlags = STARTF_USESTDHANDLES, .hStdInput = nothing,
                        .hStdOutput = nothing, .hStdError = nothing};
  PROCESS_INFORMATION child;
  JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {
      .BasicLimitInformation = {.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE}};
  HANDLE job = CreateJobObjectW(NULL, NULL);
  SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits);
  DWORD exit_code = 1;
  wchar_t *line = text(L"\"%ls\" demo --serve --folder --site 2107-rollup --until-ready", program->file);
  if (CreateProcessW(program->file, line, NULL, NULL, TRUE, CREATE_SUSPENDED, NULL, NULL, &start, &child)) {
    AssignProcessToJobObject(job, child.hProcess);
    ResumeThread(child.hThread);
    if (WaitForSingleObject(child.hProcess, MOST_MILLISECONDS) == WAIT_OBJECT_0) {
      GetExitCodeProcess(child.hProcess, &exit_code);
    }
    CloseHandle(child.hThread);
    CloseHandle(child.hProcess);
  }
  CloseHandle(job);
  return exit_code == 0;
}

/* Has the file made by a process of its own, and puts it in its place when it is whole. */
static bool make(const struct program *program, const wchar_t *folder, const wchar_t *cache) {
  wchar_t *partial = text(L"%ls\\garrison-%lu.aot.part", folder, GetCurrentProcessId());
  SECURITY_ATTRIBUTES inherited = {.nLength = sizeof inherited, .bInheritHandle = TRUE};
  HANDLE nothing = CreateFileW(L"NUL", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, &inherited,
                               OPEN_EXISTING, 0, NULL);
  SetConsoleCtrlHandler(note_end, TRUE);
  /* Options of somebody: such a start neither uses nor makes a cache. */
  SetEnvironmentVariableW(L"GARRISON_JAVA_OPTS", text(L"\"-XX:AOTCacheOutput=%ls\"", partial));
  bool made = run_demonstration(program, nothing) && only_we_write_file(partial) &&
              MoveFileExW(partial, cache, MOVEFILE_REPLACE_EXISTING);
  SetEnvironmentVariableW(L"GARRISON_JAVA_OPTS", NULL);
  SetConsoleCtrlHandler(note_end, FALSE);
  CloseHandle(nothing);
  if (!made) {
    DeleteFileW(partial);
    DeleteFileW(text(L"%ls.config", partial));
  }
  if (ended_by_user) {
    /* That says nothing against another attempt. */
    DeleteFileW(text(L"%ls.tried", cache));
    ExitProcess(130);
  }
  return made;
}

/* Whether a file of this name can be made there. It says for a day that making the cache was tried. */
static bool mark(const wchar_t *path) {
  HANDLE file = CreateFileW(path, GENERIC_WRITE, FILE_SHARE_READ, NULL, CREATE_ALWAYS, 0, NULL);
  if (file == INVALID_HANDLE_VALUE) {
    return false;
  }
  CloseHandle(file);
  return true;
}

static bool was_tried(const wchar_t *path) {
  WIN32_FILE_ATTRIBUTE_DATA tried;
  return GetFileAttributesExW(path, GetFileExInfoStandard, &tried) && age(tried.ftLastWriteTime) < TICKS_OF_A_DAY;
}

/* The user's own folder, made where it is missing. */
static wchar_t *own_folder(void) {
  wchar_t *local = variable(L"LOCALAPPDATA");
  wchar_t *above = local == NULL ? NULL : folder_that_only_we_write(local);
  if (above == NULL) {
    return NULL;
  }
  wchar_t *own = text(L"%ls\\Garrison", above);
  CreateDirectoryW(own, NULL);
  return folder_that_only_we_write(own);
}

wchar_t *find_class_cache(const struct program *program) {
  wchar_t *folders[] = {program->java_is_ours ? folder_that_only_we_write(program->folder) : NULL, own_folder()};
  unsigned long long key = key_of(program);
  for (int i = 0; i < 2; i++) {
    wchar_t *cache = folders[i] == NULL ? NULL : text(L"%ls\\garrison-%016llx.aot", folders[i], key);
    if (cache != NULL && is_file(cache) && only_we_write_file(cache)) {
      return cache;
    }
  }
  for (int i = 0; i < 2 && has_stand_in_site(program); i++) {
    wchar_t *cache = folders[i] == NULL ? NULL : text(L"%ls\\garrison-%016llx.aot", folders[i], key);
    wchar_t *tried = cache == NULL ? NULL : text(L"%ls.tried", cache);
    if (tried != NULL && was_tried(tried)) {
      return NULL;
    }
    if (tried == NULL || is_file(cache) || !mark(tried)) {
      continue;
    }
    if (is_console(STD_ERROR_HANDLE)) {
      say(L"This first start makes the next ones quicker, which takes some seconds ...\n");
    }
    remove_old(folders[i]);
    if (make(program, folders[i], cache)) {
      DeleteFileW(tried);
      return cache;
    }
    return NULL;
  }
  return NULL;
}
