package dev.garrison.survey.fleet;

import dev.garrison.fleet.ExcludedServers;
import dev.garrison.language.Text;
import dev.garrison.manifest.Exemption;
import dev.garrison.manifest.Manifest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Collectors;

/** Servers that a manifest excludes, with days counted as for the collection of exceptions. */
public final class ExemptServers {
  private ExemptServers() {}

  /** Servers with an exception that is valid at this time. */
  public static ExcludedServers of(Manifest manifest, Instant asOf) {
    LocalDate today = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
    return new ExcludedServers(
        manifest.exemptions().stream()
            .filter(exemption -> !exemption.expiredOn(today))
            .collect(
                Collectors.toMap(
                    Exemption::server,
                    exemption ->
                        Text.of(
                                "fleet-note.exception",
                                "date",
                                exemption.until(),
                                "reason",
                                exemption.reason())
                            .toString(),
                    (first, _) -> first)));
  }
}
