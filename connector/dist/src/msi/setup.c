/*
 * What the installer does besides copying files: the folder for the data, and the service.
 *
 * Windows Installer's own tables cannot give an account the right to log on as a service, nor keep the service of an
 * earlier version with its account. Both is done by "garrison service install", which this starts; the password goes to it
 * in a variable of its environment, never on a command line. A stop and a removal need no Java, so that a damaged program
 * can be removed too.
 *
 * https://learn.microsoft.com/windows/win32/msi/custom-actions
 */
#define UNICODE
#include <windows.h>
#include <aclapi.h>
#include <msi.h>
#include <msiquery.h>
#include <sddl.h>
#include <stdio.h>
#include <wchar.h>

#define LONGEST 32768
#define SERVICE L"garrison"
#define PASSWORD L"GARRISON_SERVICE_PASSWORD"

/* The service takes 45 s at most to finish the write in hand. */
#define STOP_ROUNDS 480
#define ROUND_MILLISECONDS 250

/* Where procrun keeps what it starts. */
#define PROCRUN_KEY L"SOFTWARE\\Apache Software Foundation\\ProcRun 2.0\\garrison"

/* Of NT SERVICE\garrison, whatever account the service runs as. */
#define SERVICE_SID L"S-1-5-80-1044018928-1853195728-4032499300-1953589064-445414172"
#define DATA_LIST L"D:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;" SERVICE_SID L")"

static void say(MSIHANDLE install, INSTALLMESSAGE kind, const wchar_t *text) {
  MSIHANDLE record = MsiCreateRecord(1);
  MsiRecordSetStringW(record, 0, L"Garrison: [1]");
  MsiRecordSetStringW(record, 1, text);
  MsiProcessMessage(install, kind, record);
  MsiCloseHandle(record);
}

static UINT failed(MSIHANDLE install, const wchar_t *what, DWORD error) {
  wchar_t text[LONGEST];
  swprintf(text, LONGEST, L"%ls (error %lu).", what, error);
  say(install, INSTALLMESSAGE_ERROR, text);
  return ERROR_INSTALL_FAILURE;
}

static BOOL property(MSIHANDLE install, const wchar_t *name, wchar_t *value) {
  DWORD length = LONGEST;
  return MsiGetPropertyW(install, name, value, &length) == ERROR_SUCCESS;
}

/* Whether another version of the product is installed: then this one makes place for it, and the service stays. */
static BOOL hasOtherVersion(MSIHANDLE install) {
  static wchar_t own[LONGEST], family[LONGEST];
  wchar_t other[39];
  if (!property(install, L"ProductCode", own) || !property(install, L"UpgradeCode", family)) return FALSE;
  for (DWORD i = 0; MsiEnumRelatedProductsW(family, 0, i, other) == ERROR_SUCCESS; i++)
    if (_wcsicmp(own, other) && MsiQueryProductStateW(other) == INSTALLSTATE_DEFAULT) return TRUE;
  return FALSE;
}

/* Opens the service; NULL with *error 0 where it is not there. */
static SC_HANDLE openService(DWORD rights, DWORD *error) {
  *error = 0;
  SC_HANDLE manager = OpenSCManagerW(NULL, NULL, SC_MANAGER_CONNECT);
  if (!manager) {
    *error = GetLastError();
    return NULL;
  }
  SC_HANDLE service = OpenServiceW(manager, SERVICE, rights);
  if (!service && GetLastError() != ERROR_SERVICE_DOES_NOT_EXIST) *error = GetLastError();
  CloseServiceHandle(manager);
  return service;
}

/* Before anything is decided: whether the service is there and runs, and whether another version is installed. */
__declspec(dllexport) UINT __stdcall FindService(MSIHANDLE install) {
  if (hasOtherVersion(install)) MsiSetPropertyW(install, L"OTHERVERSION", L"1");
  DWORD error;
  SC_HANDLE service = openService(SERVICE_QUERY_STATUS, &error);
  if (error) return failed(install, L"Windows does not tell whether there is a service garrison", error);
  if (!service) return ERROR_SUCCESS;
  SERVICE_STATUS status;
  MsiSetPropertyW(install, L"SERVICEEXISTS", L"1");
  if (QueryServiceStatus(service, &status) && status.dwCurrentState != SERVICE_STOPPED)
    MsiSetPropertyW(install, L"SERVICERUNS", L"1");
  CloseServiceHandle(service);
  return ERROR_SUCCESS;
}

/* Ends a service and waits; returns 0 or the error. */
static DWORD stop(SC_HANDLE service) {
  SERVICE_STATUS status;
  if (!ControlService(service, SERVICE_CONTROL_STOP, &status)) {
    DWORD error = GetLastError();
    if (error == ERROR_SERVICE_NOT_ACTIVE) return 0;
    if (error != ERROR_SERVICE_CANNOT_ACCEPT_CTRL) return error;
  }
  for (int round = 0; round < STOP_ROUNDS; round++) {
    if (!QueryServiceStatus(service, &status)) return GetLastError();
    if (status.dwCurrentState == SERVICE_STOPPED) return 0;
    Sleep(ROUND_MILLISECONDS);
  }
  return ERROR_SERVICE_REQUEST_TIMEOUT;
}

/* Ends the service before its files change: Windows Installer's own table waits for 30 s only, and a write may take longer. */
__declspec(dllexport) UINT __stdcall StopService(MSIHANDLE install) {
  DWORD error;
  SC_HANDLE service = openService(SERVICE_STOP | SERVICE_QUERY_STATUS, &error);
  if (service) {
    error = stop(service);
    CloseServiceHandle(service);
  }
  return error ? failed(install, L"The service did not stop", error) : ERROR_SUCCESS;
}

/* Starts what was stopped, when the installation is taken back. */
__declspec(dllexport) UINT __stdcall StartAfterAll(MSIHANDLE install) {
  DWORD error;
  SC_HANDLE service = openService(SERVICE_START, &error);
  if (service) {
    if (!StartServiceW(service, 0, NULL)) error = GetLastError();
    CloseServiceHandle(service);
  }
  return error ? failed(install, L"The service was not started again", error) : ERROR_SUCCESS;
}

/* Removes the service, if it is ours, with what procrun knows of it. */
static DWORD removeService(MSIHANDLE install) {
  DWORD error, size;
  SC_HANDLE service = openService(SERVICE_STOP | SERVICE_QUERY_STATUS | SERVICE_QUERY_CONFIG | DELETE, &error);
  if (!service) return error;
  static BYTE buffer[8192];
  QUERY_SERVICE_CONFIGW *config = (QUERY_SERVICE_CONFIGW *)buffer;
  if (!QueryServiceConfigW(service, config, sizeof buffer, &size)) {
    error = GetLastError();
  } else if (wcsstr(_wcslwr(config->lpBinaryPathName), L"\\prunsrv.exe")) {
    /* One that does not stop goes once its process has ended, at the latest when Windows starts again. */
    DWORD stopped = stop(service);
    if (stopped) failed(install, L"The service garrison did not stop; it is removed once it has ended", stopped);
    if (!DeleteService(service)) error = GetLastError();
    HKEY parent;
    if (!error && !RegOpenKeyExW(HKEY_LOCAL_MACHINE, L"SOFTWARE", 0, KEY_ALL_ACCESS | KEY_WOW64_32KEY, &parent)) {
      LSTATUS deleted = RegDeleteTreeW(parent, PROCRUN_KEY + wcslen(L"SOFTWARE\\"));
      if (deleted != ERROR_FILE_NOT_FOUND) error = deleted;
      RegCloseKey(parent);
    }
  }
  CloseServiceHandle(service);
  return error;
}

/* At the end of a removal, and when a first installation is taken back. It is told and does not hold up the removal. */
__declspec(dllexport) UINT __stdcall RemoveService(MSIHANDLE install) {
  DWORD error = removeService(install);
  if (error) failed(install, L"The service garrison, or what procrun knows of it, was not removed; 'sc.exe delete garrison' removes the service", error);
  return ERROR_SUCCESS;
}

/* Whether an account that any user may be has made the folder beforehand. */
static BOOL isTrusted(PSID owner) {
  BYTE known[SECURITY_MAX_SID_SIZE];
  WELL_KNOWN_SID_TYPE kinds[] = {WinLocalSystemSid, WinBuiltinAdministratorsSid};
  for (int i = 0; i < 2; i++) {
    DWORD size = sizeof known;
    if (CreateWellKnownSid(kinds[i], NULL, known, &size) && EqualSid(owner, known)) return TRUE;
  }
  HANDLE token;
  BYTE user[256];
  DWORD size;
  BOOL own = FALSE;
  if (OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token)) {
    own = GetTokenInformation(token, TokenUser, user, sizeof user, &size) && EqualSid(owner, ((TOKEN_USER *)user)->User.Sid);
    CloseHandle(token);
  }
  return own;
}

/* A folder that is there: an administrator's own list stays, what is inherited does not. */
static UINT acceptDataFolder(MSIHANDLE install, wchar_t *folder) {
  DWORD kind = GetFileAttributesW(folder);
  if (kind == INVALID_FILE_ATTRIBUTES || !(kind & FILE_ATTRIBUTE_DIRECTORY) || kind & FILE_ATTRIBUTE_REPARSE_POINT)
    return failed(install, L"ProgramData\\Garrison is there already and is no ordinary folder. Look at it, then remove it", 0);
  PSID owner;
  PSECURITY_DESCRIPTOR descriptor;
  DWORD error = GetNamedSecurityInfoW(folder, SE_FILE_OBJECT, OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION, &owner, NULL,
                                      NULL, NULL, &descriptor);
  if (error) return failed(install, L"The owner of the data folder cannot be read", error);
  SECURITY_DESCRIPTOR_CONTROL control = 0;
  DWORD revision;
  BOOL trusted = isTrusted(owner);
  BOOL closed = GetSecurityDescriptorControl(descriptor, &control, &revision) && control & SE_DACL_PROTECTED;
  LocalFree(descriptor);
  if (!trusted)
    return failed(install, L"The folder ProgramData\\Garrison is there already and belongs to neither SYSTEM nor Administrators. Look at it, then remove it or give it to Administrators", 0);
  if (closed) return ERROR_SUCCESS;
  PACL list;
  BOOL present, defaulted;
  PSECURITY_DESCRIPTOR wanted;
  if (!ConvertStringSecurityDescriptorToSecurityDescriptorW(DATA_LIST, SDDL_REVISION_1, &wanted, NULL))
    return failed(install, L"The access list of the data folder cannot be made", GetLastError());
  error = GetSecurityDescriptorDacl(wanted, &present, &list, &defaulted)
              ? SetNamedSecurityInfoW(folder, SE_FILE_OBJECT, DACL_SECURITY_INFORMATION | PROTECTED_DACL_SECURITY_INFORMATION, NULL,
                                      NULL, list, NULL)
              : GetLastError();
  /* That reaches what lies in the folder, and may merge what is inherited (Wine); this is the list alone. */
  if (!error && !SetFileSecurityW(folder, DACL_SECURITY_INFORMATION, wanted)) error = GetLastError();
  LocalFree(wanted);
  return error ? failed(install, L"The data folder cannot be closed to others", error) : ERROR_SUCCESS;
}

/* The folder for manifest, state and secrets: nothing is inherited from ProgramData, where every user may read. */
__declspec(dllexport) UINT __stdcall MakeDataFolder(MSIHANDLE install) {
  static wchar_t folder[LONGEST];
  if (!property(install, L"CustomActionData", folder)) return ERROR_INSTALL_FAILURE;
  SECURITY_ATTRIBUTES attributes = {sizeof attributes, NULL, FALSE};
  if (!ConvertStringSecurityDescriptorToSecurityDescriptorW(DATA_LIST, SDDL_REVISION_1, &attributes.lpSecurityDescriptor, NULL))
    return failed(install, L"The access list of the data folder cannot be made", GetLastError());
  BOOL made = CreateDirectoryW(folder, &attributes);
  DWORD error = made ? 0 : GetLastError();
  LocalFree(attributes.lpSecurityDescriptor);
  if (made) return ERROR_SUCCESS;
  if (error != ERROR_ALREADY_EXISTS) return failed(install, L"The data folder cannot be made", error);
  return acceptDataFolder(install, folder);
}

/* Adds a word in quotes, as CommandLineToArgvW and the C runtime read it; FALSE where the line becomes too long. */
static BOOL add(wchar_t *line, const wchar_t *option, const wchar_t *value) {
  if (!*value) return TRUE;
  size_t length = wcslen(line);
  if (length + wcslen(option) + 2 * wcslen(value) + 5 > LONGEST) return FALSE;
  wchar_t *out = line + length;
  out += swprintf(out, LONGEST - length, L" %ls \"", option);
  size_t backslashes = 0;
  for (; *value; value++) {
    if (*value == L'"') {
      for (backslashes++; backslashes; backslashes--) *out++ = L'\\';
    } else {
      backslashes = *value == L'\\' ? backslashes + 1 : 0;
    }
    *out++ = *value;
  }
  for (; backslashes; backslashes--) *out++ = L'\\';
  *out++ = L'"';
  *out = 0;
  return TRUE;
}

static UINT run(MSIHANDLE install, wchar_t *line) {
  SECURITY_ATTRIBUTES inherited = {sizeof inherited, NULL, TRUE};
  HANDLE output, writing;
  if (!CreatePipe(&output, &writing, &inherited, 0)) return failed(install, L"A pipe cannot be made", GetLastError());
  SetHandleInformation(output, HANDLE_FLAG_INHERIT, 0);
  STARTUPINFOW start = {.cb = sizeof start};
  PROCESS_INFORMATION process;
  start.dwFlags = STARTF_USESTDHANDLES;
  start.hStdOutput = start.hStdError = writing;
  BOOL started = CreateProcessW(NULL, line, NULL, NULL, TRUE, CREATE_NO_WINDOW, NULL, NULL, &start, &process);
  DWORD error = started ? 0 : GetLastError();
  CloseHandle(writing);
  if (!started) {
    CloseHandle(output);
    return failed(install, L"garrison.exe cannot be started", error);
  }
  static char said[16384];
  DWORD length = 0, count;
  while (length < sizeof said - 1 && ReadFile(output, said + length, sizeof said - 1 - length, &count, NULL) && count) length += count;
  said[length] = 0;
  CloseHandle(output);
  WaitForSingleObject(process.hProcess, INFINITE);
  DWORD exit = 1;
  GetExitCodeProcess(process.hProcess, &exit);
  CloseHandle(process.hThread);
  CloseHandle(process.hProcess);
  static wchar_t text[16384];
  MultiByteToWideChar(CP_UTF8, 0, said, -1, text, 16384);
  say(install, exit ? INSTALLMESSAGE_ERROR : INSTALLMESSAGE_INFO, text);
  return exit ? ERROR_INSTALL_FAILURE : ERROR_SUCCESS;
}

/* CustomActionData: program folder, account, manifest, start, password, one after the other with '|', which no path and no
   account has; the password is the rest. */
__declspec(dllexport) UINT __stdcall InstallService(MSIHANDLE install) {
  static wchar_t data[LONGEST], line[LONGEST];
  wchar_t *parts[5];
  if (!property(install, L"CustomActionData", data)) return ERROR_INSTALL_FAILURE;
  parts[0] = data;
  for (int i = 1; i < 5; i++) {
    wchar_t *end = wcschr(parts[i - 1], L'|');
    if (!end) return failed(install, L"The answers for the service are not whole", 0);
    *end = 0;
    parts[i] = end + 1;
  }
  swprintf(line, LONGEST, L"\"%lsgarrison.exe\" service install%ls%ls", parts[0], *parts[3] ? L" --start" : L"",
           *parts[4] ? L" --password env:" PASSWORD : L"");
  if (!add(line, L"--account", parts[1]) || !add(line, L"--manifest", parts[2]))
    return failed(install, L"The answers for the service are too long", 0);
  if (*parts[4]) SetEnvironmentVariableW(PASSWORD, parts[4]);
  UINT result = run(install, line);
  SetEnvironmentVariableW(PASSWORD, NULL);
  SecureZeroMemory(data, sizeof data);
  return result;
}
