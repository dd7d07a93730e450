package dev.garrison.secret;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.files.acl.AccessList;
import dev.garrison.files.acl.PrivateAccess;
import dev.garrison.files.acl.ProgramAccess;
import dev.garrison.files.acl.Sid;
import dev.garrison.files.ntfs.NtfsAccess;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Checks on Windows who can replace a program. Only SYSTEM, Administrators, the installer of
 * Windows and the account that runs Garrison may. The program, its folder and each folder above are
 * judged by their access lists, on the path as it is written and on the one to which links lead.
 */
final class TrustedWindowsProgram {
  private final Path program;

  TrustedWindowsProgram(Path program) {
    this.program = program;
  }

  /** Kind of a place on the way to a program. */
  enum Place {
    /** The program, or the folder from which it loads libraries. */
    OWN,
    /** A folder further up. */
    ABOVE
  }

  /**
   * Checks the program.
   *
   * @return the path to which links lead: what lies there was judged, and is what may be started
   * @throws RefusalException if another account could replace it, or this cannot be determined
   */
  Path require() {
    try {
      Path real = program.toRealPath();
      if (!Files.isRegularFile(real)) {
        throw new RefusalException(
            TrustedProgram.unusable(program.toString(), Text.of("secret.not-regular")));
      }
      if (!String.valueOf(real.getFileName()).toLowerCase(Locale.ROOT).endsWith(".exe")) {
        throw new RefusalException(
            TrustedProgram.unusable(program.toString(), Text.of("secret.not-exe")));
      }
      Sid own = NtfsAccess.ownAccount();
      for (Path place : places(real)) {
        Place kind =
            place.equals(real)
                    || place.equals(real.getParent())
                    || place.equals(program)
                    || place.equals(program.getParent())
                ? Place.OWN
                : Place.ABOVE;
        objection(program, place, kind, NtfsAccess.read(place), own)
            .ifPresent(problem -> {
              throw new RefusalException(problem);
            });
      }
      return real;
    } catch (IOException e) {
      throw new RefusalException(
          TrustedProgram.unusable(program.toString(), PrivateFile.reason(e)), e);
    }
  }

  private Set<Path> places(Path real) {
    Set<Path> places = new LinkedHashSet<>();
    for (Path start : List.of(program, real)) {
      for (Path place = start; place != null; place = place.getParent()) {
        places.add(place);
      }
    }
    return places;
  }

  /** Problem of one place on the path; empty where there is none. */
  static Optional<Diagnostic> objection(
      Path program, Path place, Place kind, AccessList list, Sid own) {
    ProgramAccess access = new ProgramAccess(own);
    Optional<Sid> owner = access.foreignOwner(list);
    if (owner.isPresent()) {
      return Optional.of(
          Diagnostic.error(
              SecretCode.SECRET_COMMAND_UNSAFE,
              Message.of(
                  "secret.command-windows-owner",
                  "command",
                  program,
                  "place",
                  place,
                  "owner",
                  owner.get().described(),
                  "take",
                  PrivateAccess.takeOver(place.toString()))));
    }
    List<Text> others = kind == Place.OWN ? access.changedBy(list) : access.exchangedBy(list);
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Diagnostic.error(
                SecretCode.SECRET_COMMAND_UNSAFE,
                Message.of(
                    "secret.command-windows-open",
                    "command",
                    program,
                    "place",
                    place,
                    "entries",
                    AccessList.joined(others),
                    "quoted",
                    PrivateAccess.quoted(place.toString()))));
  }
}
