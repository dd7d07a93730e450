package dev.garrison.fleet.antivirus;

import dev.garrison.fleet.antivirus.AntivirusState.Defender;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Words for what is known about the antivirus of servers. */
public final class AntivirusWords {
  /** Remark on a site whose inventory does not have the running mode. */
  public static final String MODE_UNTOLD =
      "This site's inventory does not tell the running mode. Add the WMI class"
          + " MSFT_MpComputerStatus of root\\Microsoft\\Windows\\Defender to hardware inventory, or"
          + " ask with 'garrison antivirus --live'.";

  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private AntivirusWords() {}

  /** Summary of servers in one line. */
  public static String verdict(int inDanger, int servers, int unknown) {
    if (servers == 0) {
      return "No servers.";
    }
    String said =
        inDanger == 0
            ? "No known danger on %s.".formatted(counted(servers))
            : "%d of %s in danger.".formatted(inDanger, counted(servers));
    return unknown == 0
        ? said
        : said + " What protects %s is not known.".formatted(counted(unknown));
  }

  private static String counted(int servers) {
    return servers == 1 ? "1 server" : servers + " servers";
  }

  static String onOff(boolean on) {
    return on ? "on" : "off";
  }

  /** Facts behind a state, each with its source and its age. */
  static String why(AntivirusState state) {
    List<String> parts = new ArrayList<>();
    state
        .mode()
        .ifPresent(told -> parts.add("mode %s (%s)".formatted(told.value().word(), from(told))));
    state
        .realTime()
        .ifPresent(told ->
            parts.add("real-time protection %s (%s)".formatted(onOff(told.value()), from(told))));
    state.other().ifPresent(told -> parts.add("%s (%s)".formatted(told.value(), other(told))));
    state.idle().ifPresent(product -> parts.add(product + " installed, not seen running"));
    state.sensor().ifPresent(product -> parts.add(product + ", a sensor only"));
    if (state.mode().isEmpty()) {
      parts.add(isStopped(state) ? "Microsoft Defender Antivirus does not run" : "mode not known");
    }
    if (state.idle().isEmpty() && state.danger().isPresent()) {
      alone(state).ifPresent(parts::add);
    }
    return String.join("; ", parts);
  }

  /** Services or the Endpoint Protection client tell so, where nothing tells why it is off. */
  private static boolean isStopped(AntivirusState state) {
    return state.defender() == Defender.OFF && state.realTime().filter(on -> !on.value()).isEmpty();
  }

  private static Optional<String> alone(AntivirusState state) {
    return switch (state.others()) {
      case YES -> Optional.empty();
      case NO -> Optional.of("no other antivirus of the product list runs");
      case UNKNOWN -> Optional.of("whether another antivirus runs is not known");
    };
  }

  private static String other(Told<String> told) {
    return told.source() == Told.Source.MANIFEST
        ? "stated in the manifest"
        : "running, " + from(told);
  }

  private static String from(Told<?> told) {
    return told.source().title() + told.at().map(at -> ", " + MINUTES.format(at)).orElse("");
  }
}
