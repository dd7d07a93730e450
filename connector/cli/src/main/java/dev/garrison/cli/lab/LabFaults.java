package dev.garrison.cli.lab;

import dev.garrison.cli.option.ValueRefusal;
import dev.garrison.lab.Lab;
import dev.garrison.lab.device.OtherAntivirus;
import dev.garrison.lab.fault.RequestMatcher;
import dev.garrison.language.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Faults that are active in a running lab. */
final class LabFaults {
  private static final int FATAL_INSTALLATION_ERROR = 1603;
  private static final int PERCENT = 10;

  /** Sites with more servers are generated. */
  private static final int MOST_SERVERS = 1000;

  private static final OtherAntivirus FABRIKAM =
      new OtherAntivirus(
          "Fabrikam Antivirus", Optional.of("FabrikamSvc"), Optional.empty(), true, true);

  private final Lab lab;
  private final List<LabFault> active = new ArrayList<>();

  LabFaults(Lab lab) {
    this.lab = lab;
  }

  /** Causes a fault. */
  synchronized void cause(LabFault fault) {
    requireKnown(fault.servers());
    if (active.contains(fault)) {
      return;
    }
    switch (fault.kind()) {
      case INSTALL ->
          each(fault, server -> lab.servers().failInstallations(server, FATAL_INSTALLATION_ERROR));
      case OFFLINE -> each(fault, lab.servers()::turnOff);
      case OTHER_ANTIVIRUS -> each(fault, server -> lab.servers().install(server, FABRIKAM));
      case ACTIVE -> each(fault, lab.servers()::losePassive);
      case UNAVAILABLE -> lab.faults().statusFromNowOn(RequestMatcher.any(), 503);
      case DENIED -> lab.faults().denyWmi();
      case PROXY -> lab.faults().htmlFromNowOn(RequestMatcher.any());
      case FLAKY -> lab.faults().randomly(1, PERCENT);
    }
    active.add(fault);
  }

  private void requireKnown(List<String> servers) {
    List<String> known = lab.servers().names();
    if (!servers.isEmpty() && known.size() > MOST_SERVERS) {
      throw new ValueRefusal(Text.of("lab.fault-generated"));
    }
    for (String server : servers) {
      if (!known.contains(server)) {
        throw new ValueRefusal(Text.of("lab.fault-server", "server", server, "known", known));
      }
    }
  }

  private static void each(LabFault fault, Consumer<String> deed) {
    fault.servers().forEach(deed);
  }

  /** Ends all faults, and repairs the servers. */
  synchronized void clear() {
    lab.faults().clear();
    for (LabFault fault : active) {
      switch (fault.kind()) {
        case INSTALL -> each(fault, lab.servers()::repair);
        case OFFLINE -> each(fault, lab.servers()::turnOn);
        case OTHER_ANTIVIRUS -> each(fault, lab.servers()::removeOthers);
        case ACTIVE -> each(fault, lab.servers()::regainPassive);
        case UNAVAILABLE, DENIED, PROXY, FLAKY -> {}
      }
    }
    active.clear();
  }

  /** Texts of the active faults. */
  synchronized List<String> texts() {
    return active.stream().map(LabFault::text).toList();
  }
}
