// A service of a server under Wine, which acts by the name under which it is registered.
// "Sense" does what the sensor of Defender for Endpoint shows in the registry: it takes OnboardingInfo and says its
// tenant under Status, starts by itself from then on, and forgets the tenant when the offboarding value is there.
// Signatures are not looked at. Every other name only runs.
// Below SOFTWARE\Garrison Test\Service a test says how it errs: NAME.Deaf 1: nothing is taken. NAME.Slow N: it takes N
// seconds to start. NAME.Other 1: Sense names another tenant. NAME.Stops 1: it stops after a second, once.
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

static void tell(DWORD state) {
  SERVICE_STATUS status = {0};
  status.dwServiceType = SERVICE_WIN32_OWN_PROCESS;
  status.dwCurrentState = state;
  status.dwControlsAccepted = state == SERVICE_RUNNING ? SERVICE_ACCEPT_STOP | SERVICE_ACCEPT_SHUTDOWN : 0;
  status.dwWaitHint = 30000;
  SetServiceStatus(status_handle, &status);
}

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

static void sense(void) {
  static char text[LONGEST];
  char tenant[37];
  if (wish("Deaf")) return;
  if (policy("OnboardingInfo", text) && organization(text, tenant)) {
    if (wish("Other")) strcpy(tenant, "99999999-9999-4999-8999-999999999999");
    if (get(STATUS, "OnboardingState") != 1 || get(SERVICE, "Start") != 2) {
      RegSetKeyValueA(HKEY_LOCAL_MACHINE, STATUS, "OrgId", REG_SZ, tenant, sizeof tenant);
      put(SERVICE, "Start", 2);
      put(STATUS, "OnboardingState", 1);
    }
  } else if (policy(OFFBOARDING, text) && get(STATUS, "OnboardingState") == 1) {
    RegDeleteKeyValueA(HKEY_LOCAL_MACHINE, STATUS, "OrgId");
    put(STATUS, "OnboardingState", 0);
    put(SERVICE, "Start", 3);
  }
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
  while (WaitForSingleObject(stopping, 200) == WAIT_TIMEOUT) {
    if (!strcmp(name, "Sense")) sense();
  }
  tell(SERVICE_STOPPED);
}

int main(void) {
  SERVICE_TABLE_ENTRYA table[] = {{"", run}, {0, 0}};
  return !StartServiceCtrlDispatcherA(table);
}
