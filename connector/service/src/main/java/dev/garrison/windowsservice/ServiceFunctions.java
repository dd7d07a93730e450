package dev.garrison.windowsservice;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.garrison.foreign.ForeignFunction;
import dev.garrison.foreign.ForeignLibrary;

/** Functions of advapi32.dll for services and rights, as winsvc.h and ntsecapi.h have them. */
final class ServiceFunctions {
  private static final ForeignLibrary ADVAPI32 = ForeignLibrary.ofWindows("advapi32.dll");

  /** Computer, database, rights. */
  static final ForeignFunction OPEN_MANAGER =
      ADVAPI32.function("OpenSCManagerW", ADDRESS, ADDRESS, ADDRESS, JAVA_INT);

  /** Manager, name, rights. */
  static final ForeignFunction OPEN_SERVICE =
      ADVAPI32.function("OpenServiceW", ADDRESS, ADDRESS, ADDRESS, JAVA_INT);

  /** Service, buffer, its size, needed size. */
  static final ForeignFunction QUERY_CONFIG =
      ADVAPI32.function("QueryServiceConfigW", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS);

  /** Service, level, buffer, its size, needed size. */
  static final ForeignFunction QUERY_STATUS =
      ADVAPI32.function(
          "QueryServiceStatusEx", JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);

  /**
   * Service, type, start, error control, program, group, tag, dependencies, account, password,
   * name.
   */
  static final ForeignFunction CHANGE_CONFIG =
      ADVAPI32.function(
          "ChangeServiceConfigW",
          JAVA_INT,
          ADDRESS,
          JAVA_INT,
          JAVA_INT,
          JAVA_INT,
          ADDRESS,
          ADDRESS,
          ADDRESS,
          ADDRESS,
          ADDRESS,
          ADDRESS,
          ADDRESS);

  /** Service, level, structure. */
  static final ForeignFunction CHANGE_CONFIG_2 =
      ADVAPI32.function("ChangeServiceConfig2W", JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);

  /** Service, count of arguments, arguments. */
  static final ForeignFunction START =
      ADVAPI32.function("StartServiceW", JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);

  /** Service, control, place of its status. */
  static final ForeignFunction CONTROL =
      ADVAPI32.function("ControlService", JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);

  static final ForeignFunction DELETE = ADVAPI32.function("DeleteService", JAVA_INT, ADDRESS);

  static final ForeignFunction CLOSE = ADVAPI32.function("CloseServiceHandle", JAVA_INT, ADDRESS);

  /** Computer, name, SID, its size, domain, its size, kind. */
  static final ForeignFunction LOOKUP =
      ADVAPI32.function(
          "LookupAccountNameW",
          JAVA_INT,
          ADDRESS,
          ADDRESS,
          ADDRESS,
          ADDRESS,
          ADDRESS,
          ADDRESS,
          ADDRESS);

  /** Computer, attributes, rights, place of the handle; the result is an NTSTATUS. */
  static final ForeignFunction OPEN_POLICY =
      ADVAPI32.function("LsaOpenPolicy", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS);

  /** Policy, SID, rights, their count; the result is an NTSTATUS. */
  static final ForeignFunction ADD_RIGHTS =
      ADVAPI32.function("LsaAddAccountRights", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_INT);

  /** Policy, SID, place of the rights, place of their count; the result is an NTSTATUS. */
  static final ForeignFunction RIGHTS =
      ADVAPI32.function("LsaEnumerateAccountRights", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS);

  static final ForeignFunction FREE = ADVAPI32.function("LsaFreeMemory", JAVA_INT, ADDRESS);

  static final ForeignFunction CLOSE_POLICY = ADVAPI32.function("LsaClose", JAVA_INT, ADDRESS);

  /** The error of Windows for an NTSTATUS. */
  static final ForeignFunction WIN_ERROR =
      ADVAPI32.function("LsaNtStatusToWinError", JAVA_INT, JAVA_INT);

  private ServiceFunctions() {}
}
