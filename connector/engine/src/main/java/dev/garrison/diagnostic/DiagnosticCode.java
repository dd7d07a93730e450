package dev.garrison.diagnostic;

import java.util.Locale;

/**
 * Stable code of a kind of problem. Each capability has its own enum of codes; a number, once
 * released, never gets another meaning. Blocks: 01 manifest, 02 site and AdminService, 03 content
 * share, 04 packages, 05 plan and apply, 06 files that Garrison writes, 07 command line and
 * secrets, 08 probe, 09 WSUS and from 0951 on asking servers, from 1021 on the detection test, from
 * 1041 on the client-setting route, from 1051 on the connectivity test, from 1066 on the
 * distribution and the lab, from 1071 on jobs, from 1081 on the HTTP server, from 1111 on the log.
 */
public interface DiagnosticCode {
  /** The enum constant's name, for example {@code PLAN_STALE}. */
  String name();

  /** The number within {@code GAR-0000} to {@code GAR-9999}. */
  int number();

  /** The printed form, for example {@code GAR-0107}. */
  default String label() {
    return String.format(Locale.ROOT, "GAR-%04d", number());
  }
}
