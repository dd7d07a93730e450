#include "launcher.h"

#include <jni.h>
#include <stdlib.h>

enum { OLDEST_JAVA = 25 };

/* Follows a link to the file, such as WinGet makes; the other files lie beside the file itself. */
static wchar_t *without_link(wchar_t *file) {
  DWORD attributes = GetFileAttributesW(file);
  if (attributes == INVALID_FILE_ATTRIBUTES || (attributes & FILE_ATTRIBUTE_REPARSE_POINT) == 0) {
    return file;
  }
  HANDLE handle = CreateFileW(file, 0, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL, OPEN_EXISTING, 0, NULL);
  if (handle == INVALID_HANDLE_VALUE) {
    return file;
  }
  wchar_t *real = need(32768 * sizeof *real);
  DWORD length = GetFinalPathNameByHandleW(handle, real, 32768, VOLUME_NAME_DOS);
  CloseHandle(handle);
  if (length == 0 || length >= 32768) {
    return file;
  }
  if (wcsncmp(real, L"\\\\?\\UNC\\", 8) == 0) {
    return text(L"\\\\%ls", real + 8);
  }
  return wcsncmp(real, L"\\\\?\\", 4) == 0 ? real + 4 : real;
}

static wchar_t *own_file(void) {
  wchar_t *file = need(32768 * sizeof *file);
  DWORD length = GetModuleFileNameW(NULL, file, 32768);
  if (length == 0 || length >= 32768) {
    say(L"error: Windows does not tell where garrison.exe lies (error %lu).\n", GetLastError());
    ExitProcess(1);
  }
  return without_link(file);
}

/* The first number of JAVA_VERSION in the release file of a Java, 0 where there is none: quicker than starting it. */
static int major_version(const wchar_t *home) {
  static const char key[] = "JAVA_VERSION=\"";
  DWORD length;
  const char *line = read_small_file(text(L"%ls\\release", home), &length);
  while (line != NULL && strncmp(line, key, sizeof key - 1) != 0) {
    line = strchr(line, '\n');
    line = line == NULL ? NULL : line + 1;
  }
  return line == NULL ? 0 : atoi(line + sizeof key - 1);
}

static bool fits(const wchar_t *home) {
  return is_file(text(L"%ls\\bin\\server\\jvm.dll", home)) && major_version(home) >= OLDEST_JAVA;
}

static wchar_t *named_java(void) {
  wchar_t *home = variable(L"JAVA_HOME");
  if (home == NULL) {
    return NULL;
  }
  if (home[0] == L'"') {
    home++;
  }
  for (size_t end = wcslen(home); end > 0 && wcschr(L"\"\\/", home[end - 1]) != NULL; end--) {
    home[end - 1] = 0;
  }
  return fits(home) ? home : NULL;
}

static wchar_t *usual_java(void) {
  static const wchar_t *const makers[] = {L"Eclipse Adoptium", L"Microsoft",      L"Java",
                                          L"Zulu",             L"Amazon Corretto"};
  wchar_t *programs = variable(L"ProgramFiles");
  for (size_t i = 0; programs != NULL && i < sizeof makers / sizeof *makers; i++) {
    WIN32_FIND_DATAW found;
    HANDLE search = FindFirstFileW(text(L"%ls\\%ls\\*", programs, makers[i]), &found);
    if (search == INVALID_HANDLE_VALUE) {
      continue;
    }
    do {
      wchar_t *home = text(L"%ls\\%ls\\%ls", programs, makers[i], found.cFileName);
      if (found.cFileName[0] != L'.' && fits(home)) {
        FindClose(search);
        return home;
      }
    } while (FindNextFileW(search, &found));
    FindClose(search);
  }
  return NULL;
}

static int by_name(const void *left, const void *right) {
  return wcscmp(*(wchar_t *const *)left, *(wchar_t *const *)right);
}

static void find_jars(struct program *program) {
  WIN32_FIND_DATAW found;
  HANDLE search = FindFirstFileW(text(L"%ls\\lib\\*.jar", program->folder), &found);
  if (search == INVALID_HANDLE_VALUE) {
    say(L"error: There is no folder 'lib' with the program beside %ls.\n  Fix: Unpack the whole archive, and start garrison.exe there.\n",
        program->file);
    ExitProcess(1);
  }
  do {
    add(&program->jars, text(L"%ls\\lib\\%ls", program->folder, found.cFileName));
  } while (FindNextFileW(search, &found));
  FindClose(search);
  qsort(program->jars.words, program->jars.count, sizeof *program->jars.words, by_name);
}

void find_program(struct program *program) {
  program->file = own_file();
  program->folder = text(L"%ls", program->file);
  *wcsrchr(program->folder, L'\\') = 0;
  wchar_t *ours = text(L"%ls\\runtime", program->folder);
  program->java_is_ours = is_folder(ours);
  program->java = program->java_is_ours ? ours : named_java();
  if (program->java == NULL) {
    program->java = usual_java();
  }
  if (program->java == NULL) {
    say(L"error: Garrison needs Java %d, and none was found in JAVA_HOME or below %ls.\n  Fix: A runtime (JRE) is enough: winget install EclipseAdoptium.Temurin.25.JRE\n",
        OLDEST_JAVA, variable(L"ProgramFiles"));
    ExitProcess(1);
  }
  find_jars(program);
}

/* jvm.dll needs libraries beside java.exe: they are loaded by their paths, so that none is looked for elsewhere. */
static HMODULE load_java(const wchar_t *home) {
  static const wchar_t *const first[] = {L"vcruntime140.dll", L"vcruntime140_1.dll", L"msvcp140.dll"};
  for (size_t i = 0; i < sizeof first / sizeof *first; i++) {
    wchar_t *file = text(L"%ls\\bin\\%ls", home, first[i]);
    if (is_file(file)) {
      LoadLibraryExW(file, NULL, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_SYSTEM32);
    }
  }
  wchar_t *file = text(L"%ls\\bin\\server\\jvm.dll", home);
  HMODULE java = LoadLibraryExW(file, NULL, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_SYSTEM32);
  if (java == NULL) {
    say(L"error: Java cannot be loaded from %ls (Windows error %lu).\n  Fix: It has to be a Java for 64-bit Windows, and whole.\n",
        file, GetLastError());
    ExitProcess(1);
  }
  return java;
}

static JNIEnv *start_java(HMODULE library, const struct list *options, JavaVM **java) {
  JavaVMOption *given = need(options->count * sizeof *given);
  for (int i = 0; i < options->count; i++) {
    given[i].optionString = in_code_page(options->words[i]);
    if (given[i].optionString == NULL) {
      say(L"error: Java cannot be given '%ls': the code page %u of this Windows lacks a character of it.\n  Fix: Put Garrison into a folder of another name, or change GARRISON_JAVA_OPTS.\n",
          options->words[i], GetACP());
      ExitProcess(1);
    }
  }
  JavaVMInitArgs arguments = {JNI_VERSION_10, options->count, given, JNI_FALSE};
  typedef jint (*creator)(JavaVM **, void **, void *);
  creator create = (creator)(void *)GetProcAddress(library, "JNI_CreateJavaVM");
  JNIEnv *env = NULL;
  jint result = create == NULL ? JNI_ERR : create(java, (void **)&env, &arguments);
  if (result != JNI_OK) {
    say(L"error: Java did not start (%d).\n", (int)result);
    wchar_t *own = variable(L"GARRISON_JAVA_OPTS");
    if (own != NULL) {
      say(L"       Its options of GARRISON_JAVA_OPTS were: %ls\n", own);
    }
    ExitProcess(1);
  }
  return env;
}

_Noreturn void run_java(const struct program *program, const struct list *options, int count, wchar_t **words) {
  JavaVM *java = NULL;
  JNIEnv *env = start_java(load_java(program->java), options, &java);
  jclass main = (*env)->FindClass(env, "dev/garrison/Main");
  jmethodID method = main == NULL ? NULL : (*env)->GetStaticMethodID(env, main, "main", "([Ljava/lang/String;)V");
  jclass string = (*env)->FindClass(env, "java/lang/String");
  jobjectArray array = string == NULL ? NULL : (*env)->NewObjectArray(env, count, string, NULL);
  for (int i = 0; method != NULL && array != NULL && i < count; i++) {
    jstring word = (*env)->NewString(env, (const jchar *)words[i], wcslen(words[i]));
    (*env)->SetObjectArrayElement(env, array, i, word);
    (*env)->DeleteLocalRef(env, word);
  }
  if (method != NULL && array != NULL) {
    (*env)->CallStaticVoidMethod(env, main, method, array);
  }
  bool failed = (*env)->ExceptionCheck(env);
  if (failed) {
    (*env)->ExceptionDescribe(env);
  }
  (*java)->DestroyJavaVM(java);
  ExitProcess(failed ? 1 : 0);
}
