package dev.garrison.files.ntfs;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.garrison.foreign.ForeignFunction;
import dev.garrison.foreign.ForeignLibrary;

/** Functions of advapi32.dll and kernel32.dll, with their constants as winbase.h has them. */
final class Functions {
  static final int GENERIC_WRITE = 0x40000000;
  static final int READ_CONTROL = 0x20000;
  static final int SHARED = 0x7;
  static final int CREATE_NEW = 1;
  static final int OPEN_EXISTING = 3;

  /** FILE_FLAG_BACKUP_SEMANTICS, which opens folders, and FILE_FLAG_OPEN_REPARSE_POINT. */
  static final int ITSELF = 0x02000000 | 0x00200000;

  static final int NORMAL = 0x80;
  static final long INVALID_HANDLE = -1;

  private static final ForeignLibrary ADVAPI32 = ForeignLibrary.ofWindows("advapi32.dll");
  private static final ForeignLibrary KERNEL32 = ForeignLibrary.ofWindows("kernel32.dll");

  /** File, what is asked for, buffer, its size, needed size. */
  static final ForeignFunction GET_FILE_SECURITY =
      ADVAPI32.function(
          "GetFileSecurityW", JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);

  /** Handle, what is asked for, buffer, its size, needed size. */
  static final ForeignFunction GET_KERNEL_OBJECT_SECURITY =
      ADVAPI32.function(
          "GetKernelObjectSecurity", JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);

  /** Text, revision, place of the descriptor's address, place of its size. */
  static final ForeignFunction FROM_TEXT =
      ADVAPI32.function(
          "ConvertStringSecurityDescriptorToSecurityDescriptorW",
          JAVA_INT,
          ADDRESS,
          JAVA_INT,
          ADDRESS,
          ADDRESS);

  /** Process, rights, place of the token's handle. */
  static final ForeignFunction OPEN_PROCESS_TOKEN =
      ADVAPI32.function("OpenProcessToken", JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);

  /** Token, what is asked for, buffer, its size, needed size. */
  static final ForeignFunction GET_TOKEN_INFORMATION =
      ADVAPI32.function(
          "GetTokenInformation", JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);

  static final ForeignFunction GET_CURRENT_PROCESS =
      KERNEL32.function("GetCurrentProcess", ADDRESS);

  /** File, rights, sharing, security attributes, disposition, flags, template. */
  static final ForeignFunction CREATE_FILE =
      KERNEL32.function(
          "CreateFileW",
          ADDRESS,
          ADDRESS,
          JAVA_INT,
          JAVA_INT,
          ADDRESS,
          JAVA_INT,
          JAVA_INT,
          ADDRESS);

  /** File, bytes, their number, place of the number of written ones, for overlapped writing. */
  static final ForeignFunction WRITE_FILE =
      KERNEL32.function("WriteFile", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS);

  static final ForeignFunction FLUSH_FILE_BUFFERS =
      KERNEL32.function("FlushFileBuffers", JAVA_INT, ADDRESS);

  /** Folder, security attributes. */
  static final ForeignFunction CREATE_DIRECTORY =
      KERNEL32.function("CreateDirectoryW", JAVA_INT, ADDRESS, ADDRESS);

  static final ForeignFunction CLOSE_HANDLE = KERNEL32.function("CloseHandle", JAVA_INT, ADDRESS);

  static final ForeignFunction LOCAL_FREE = KERNEL32.function("LocalFree", ADDRESS, ADDRESS);

  private Functions() {}
}
