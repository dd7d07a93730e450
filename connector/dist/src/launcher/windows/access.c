#include "launcher.h"

#include <aclapi.h>
#include <sddl.h>

/* The same judgement as dev.garrison.files.acl.ProgramAccess makes of a program: what is in the cache runs. */
enum {
  EXCHANGE = FILE_DELETE_CHILD | DELETE | WRITE_DAC | WRITE_OWNER | GENERIC_ALL,
  CHANGE = EXCHANGE | FILE_WRITE_DATA | FILE_APPEND_DATA | GENERIC_WRITE
};

static PSID own_account(void) {
  static PSID own;
  HANDLE token;
  if (own == NULL && OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token)) {
    DWORD size = 0;
    GetTokenInformation(token, TokenUser, NULL, 0, &size);
    TOKEN_USER *user = need(size);
    if (GetTokenInformation(token, TokenUser, user, size, &size)) {
      own = user->User.Sid;
    }
    CloseHandle(token);
  }
  return own;
}

static bool is_trusted(PSID account) {
  static const wchar_t *const known[] = {
      L"S-1-5-18",     /* SYSTEM */
      L"S-1-5-32-544", /* Administrators */
      L"S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464", /* TrustedInstaller */
      L"S-1-3-4",      /* Owner Rights */
  };
  PSID own = own_account();
  if (own != NULL && EqualSid(account, own)) {
    return true;
  }
  wchar_t *named;
  if (!ConvertSidToStringSidW(account, &named)) {
    return false;
  }
  bool trusted = false;
  for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
    trusted = trusted || wcscmp(named, known[i]) == 0;
  }
  LocalFree(named);
  return trusted;
}

static bool allows_others(const ACE_HEADER *entry, DWORD rights) {
  if ((entry->AceFlags & INHERIT_ONLY_ACE) != 0) {
    return false;
  }
  switch (entry->AceType) {
    case ACCESS_DENIED_ACE_TYPE:
    case ACCESS_DENIED_CALLBACK_ACE_TYPE:
      return false;
    case ACCESS_ALLOWED_ACE_TYPE:
    case ACCESS_ALLOWED_CALLBACK_ACE_TYPE: {
      /* Both begin alike; a condition that narrows the second is not counted on. */
      const ACCESS_ALLOWED_ACE *allowed = (const ACCESS_ALLOWED_ACE *)entry;
      return (allowed->Mask & rights) != 0 && !is_trusted((PSID)&allowed->SidStart);
    }
    default:
      return true;
  }
}

/* Whether nobody else has one of the rights. A list that cannot be read, or is missing, gives them to all. */
static bool only_we_have(const wchar_t *path, DWORD rights) {
  PSID owner;
  PACL entries = NULL;
  PSECURITY_DESCRIPTOR descriptor;
  if (GetNamedSecurityInfoW(path, SE_FILE_OBJECT, OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION, &owner, NULL,
                            &entries, NULL, &descriptor) != ERROR_SUCCESS) {
    return false;
  }
  bool only = owner != NULL && is_trusted(owner) && entries != NULL;
  for (DWORD i = 0; only && i < entries->AceCount; i++) {
    void *entry;
    only = GetAce(entries, i, &entry) && !allows_others(entry, rights);
  }
  LocalFree(descriptor);
  return only;
}

/* The path of the folder with all links and junctions followed, if it is on a disk of this machine. */
static wchar_t *real_path(const wchar_t *folder) {
  HANDLE handle = CreateFileW(folder, FILE_READ_ATTRIBUTES, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL,
                              OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, NULL);
  if (handle == INVALID_HANDLE_VALUE) {
    return NULL;
  }
  wchar_t *path = need(32768 * sizeof *path);
  DWORD length = GetFinalPathNameByHandleW(handle, path, 32768, VOLUME_NAME_DOS);
  CloseHandle(handle);
  if (length < 7 || length >= 32768 || wcsncmp(path, L"\\\\?\\", 4) != 0 || path[5] != L':') {
    return NULL;
  }
  path += 4;
  wchar_t root[] = {path[0], L':', L'\\', 0};
  return GetDriveTypeW(root) == DRIVE_FIXED ? path : NULL;
}

wchar_t *folder_that_only_we_write(const wchar_t *folder) {
  wchar_t *path = real_path(folder);
  if (path == NULL || !only_we_have(path, CHANGE)) {
    return NULL;
  }
  wchar_t *above = text(L"%ls", path);
  while (wcslen(above) > 3) {
    wchar_t *end = wcsrchr(above, L'\\');
    end[end == above + 2 ? 1 : 0] = 0;
    if (!only_we_have(above, EXCHANGE)) {
      return NULL;
    }
  }
  return path;
}

bool only_we_write_file(const wchar_t *file) {
  return only_we_have(file, CHANGE);
}
