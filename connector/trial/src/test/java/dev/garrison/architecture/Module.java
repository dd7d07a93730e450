package dev.garrison.architecture;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The modules of the product from the bottom up, their packages, and the modules they may know. */
enum Module {
  CATALOG("catalog", ""),
  ENGINE("language diagnostic digest files json xml engine state foreign", ""),
  MANIFEST("manifest", "catalog engine"),
  CONNECTION("connection secret share", "engine"),
  CONTENT("content payload clientscript", "engine manifest connection"),
  MECM("mecm", "catalog engine connection"),
  WSUS("wsus", "catalog engine manifest connection"),
  SURVEY("ring fleet survey probe", "catalog engine manifest connection content mecm wsus"),
  ROLLOUT(
      "gate recipe review session takeover runscript evidence",
      "catalog engine manifest connection content mecm wsus survey"),
  SERVICE(
      "job notice history webhook work schedule login server jobaccess log support windowsservice eventlog",
      "catalog engine manifest connection content wsus survey rollout"),
  CLI(
      "cli wiring demo selftest",
      "catalog engine manifest connection content mecm wsus survey rollout service");

  private static final String ROOT = "dev.garrison";

  private final String packages;
  private final String knows;

  Module(String packages, String knows) {
    this.packages = packages;
    this.knows = knows;
  }

  /** Its name in documents and folders. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** From the bottom up. */
  List<Module> knows() {
    List<String> words = List.of(knows.split(" ", -1));
    return Stream.of(values()).filter(module -> words.contains(module.word())).toList();
  }

  /** Those that it knows and that no other one it knows brings along, as arrows of a picture. */
  Stream<String> arrows() {
    List<Module> all = knows();
    return all.stream()
        .filter(below -> all.stream().noneMatch(other -> other.knows().contains(below)))
        .map(below -> word() + " uses " + below.word());
  }

  /** Whose package this is. The program's entry, which is in no package of its own, is CLI's. */
  static Optional<Module> of(String name) {
    if (name.equals(ROOT)) {
      return Optional.of(CLI);
    }
    String[] parts = name.split("\\.", -1);
    return parts.length < 3
        ? Optional.empty()
        : Stream.of(values())
            .filter(module -> List.of(module.packages.split(" ", -1)).contains(parts[2]))
            .findFirst();
  }

  static boolean isLab(String name) {
    return name.equals(ROOT + ".lab") || name.startsWith(ROOT + ".lab.");
  }
}
