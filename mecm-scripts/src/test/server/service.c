// A service of a server under Wine, which acts by the name under which it is registered.
// "Sense" does what the sensor of Defender for Endpoint shows in the registry: it takes OnboardingInfo and says its
// tenant under Status, starts by itself from then on, and forgets the tenant when the offboarding value is there. Each time
// that it reaches the service it says so in LastConnected. Signatures are not looked at. Every other name only runs.
// Below SOFTWARE\Garrison Test\Service a test says how it errs: NAME.Deaf 1: it does not reach the service. NAME.Slow N: it
// takes N seconds to start. NAME.Other 1: Sense names another tenant. NAME.Stops 1: it stops after a second, once.
// NAME.Lag N: it does what it heard N seconds later.
// NAME.Late N: it reaches the service N seconds after it has something to do. NAME.Held 1: nobody can stop it.
// What Sense does with both values is not public, so it comes in three kinds, by NAME.Kind. 0: OnboardingInfo wins. 1: the
// offboarding value wins. 2: it does what it read first, even if that value is gone by then, until it is stopped.
#include <stdio.h>
#include <string.h>
#include <windows.h>

#define POLICY "SOFTWARE\\Policies\\Microsoft\\Windows Advanced Threat Protection"
#define STATUS "SOFTWARE\\Microsoft\\Windows Advanced Threat Protection\\Status"
#define SERVICE "SYSTEM\\CurrentControlSet\\Services\\Sense"
#define OFFBOARDING "696C1FA1-4030-4FA4-8713-FAF9B2EA7C0A"
#define WISHES "SOFTWARE\\Garrison Test\\Service"
#define LONGEST 65536

static SERVICE_STATUS_HANDLE status_handle;
static HANDLE stopping;
static const char *name;

static DWORD get(const char *key, const char *value) {
  DWORD number = 0, size = sizeof number;
  RegGetValueA(HKEY_LOCAL_MACHINE, key, value, RRF_RT_REG_DWORD, 0, &number, &size);
  return number;
}

static DWORD wish(const char *what) {
  char value[64];
  snprintf(value, sizeof value, "%s.%s", name, what);
  return get(WISHES, value);
}

static void tell(DWORD state) {
  SERVICE_STATUS status = {0};
  status.dwServiceType = SERVICE_WIN32_OWN_PROCESS;
  status.dwCurrentState = state;
  status.dwControlsAccepted = state == SERVICE_RUNNING && !wish("Held") ? SERVICE_ACCEPT_STOP | SERVICE_ACCEPT_SHUTDOWN : 0;
  status.dwWaitHint = 30000;
  SetServiceStatus(status_handle, &status);
}

static void put(const char *key, const char *value, DWORD number) {
  RegSetKeyValueA(HKEY_LOCAL_MACHINE, key, value, REG_DWORD, &number, sizeof number);
}

static BOOL policy(const char *value, char *text) {
  DWORD size = LONGEST;
  memset(text, 0, LONGEST);
  return !RegGetValueA(HKEY_LOCAL_MACHINE, POLICY, value, RRF_RT_REG_SZ, 0, text, &size);
}

// The body is JSON inside JSON, so its quotes carry backslashes.
static BOOL organization(const char *text, char *found) {
  const char *at = strstr(text, "orgId\\\":\\\"");
  if (!at) return FALSE;
  memcpy(found, at + 10, 36);
  found[36] = 0;
  return strlen(found) == 36;
}

static void connect_now(void) {
  FILETIME now;
  GetSystemTimeAsFileTime(&now);
  RegSetKeyValueA(HKEY_LOCAL_MACHINE, STATUS, "LastConnected", REG_QWORD, &now, sizeof now);
}

enum order { NOTHING, JOIN, LEAVE };

// What the registry asks for and the sensor has not done.
static enum order asked(char *tenant) {
  static char text[LONGEST];
  BOOL joined = get(STATUS, "OnboardingState") == 1;
  BOOL leave = policy(OFFBOARDING, text);
  BOOL join = policy("OnboardingInfo", text) && organization(text, tenant);
  if (leave && (wish("Kind") == 1 || !join)) return joined ? LEAVE : NOTHING;
  if (join) return joined && get(SERVICE, "Start") == 2 ? NOTHING : JOIN;
  return NOTHING;
}

static void sense(void) {
  static enum order kept = NOTHING;
  static char tenant[37];
  static ULONGLONG since, heard;
  char named[37] = "";
  enum order order = asked(named);
  if (wish("Kind") != 2 || !kept) {
    if (!order) since = 0;
    else if (!since) since = GetTickCount64();
    kept = order;
    strcpy(tenant, named);
  }
  if (wish("Deaf") || GetTickCount64() - since < 1000 * wish("Late")) {
    heard = 0;
    return;
  }
  connect_now();
  if (!kept || !heard) heard = GetTickCount64();
  if (GetTickCount64() - heard < 1000 * wish("Lag")) return;
  if (kept == JOIN) {
    if (wish("Other")) strcpy(tenant, "99999999-9999-4999-8999-999999999999");
    RegSetKeyValueA(HKEY_LOCAL_MACHINE, STATUS, "OrgId", REG_SZ, tenant, sizeof tenant);
    put(SERVICE, "Start", 2);
    put(STATUS, "OnboardingState", 1);
  } else if (kept == LEAVE) {
    RegDeleteKeyValueA(HKEY_LOCAL_MACHINE, STATUS, "OrgId");
    put(STATUS, "OnboardingState", 0);
    put(SERVICE, "Start", 3);
  }
  kept = NOTHING;
  since = heard = 0;
}

static DWORD WINAPI control(DWORD code, DWORD type, void *data, void *context) {
  if (code == SERVICE_CONTROL_STOP || code == SERVICE_CONTROL_SHUTDOWN) {
    tell(SERVICE_STOP_PENDING);
    SetEvent(stopping);
  }
  return NO_ERROR;
}

static void WINAPI run(DWORD count, char **words) {
  name = words[0];
  status_handle = RegisterServiceCtrlHandlerExA(name, control, 0);
  stopping = CreateEventA(0, TRUE, FALSE, 0);
  tell(SERVICE_START_PENDING);
  WaitForSingleObject(stopping, 1000 * wish("Slow"));
  tell(SERVICE_RUNNING);
  if (wish("Stops")) {
    char value[64];
    snprintf(value, sizeof value, "%s.Stops", name);
    put(WISHES, value, 0);
    WaitForSingleObject(stopping, 1000);
    SetEvent(stopping);
  }
  DWORD held = wish("Held");
  while (WaitForSingleObject(stopping, 200) == WAIT_TIMEOUT) {
    if (held != wish("Held")) {
      held = !held;
      tell(SERVICE_RUNNING);
    }
    if (!strcmp(name, "Sense")) sense();
  }
  tell(SERVICE_STOPPED);
}

int main(void) {
  SERVICE_TABLE_ENTRYA table[] = {{"", run}, {0, 0}};
  return !StartServiceCtrlDispatcherA(table);
}
