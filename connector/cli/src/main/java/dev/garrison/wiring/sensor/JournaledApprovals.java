package dev.garrison.wiring.sensor;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.resource.Address;
import dev.garrison.json.Json;
import dev.garrison.state.JournalEntry.After;
import dev.garrison.state.JournalFolder;
import dev.garrison.state.JournaledWrite;
import dev.garrison.state.StateFolder;
import dev.garrison.wsus.approval.ApprovalHistory;
import dev.garrison.wsus.approval.SensorApproval;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Approvals of earlier runs, read from their journals at the first request. */
public final class JournaledApprovals implements ApprovalHistory {
  private final List<JournalFolder> journals;
  private @Nullable Map<Address, Past> read;

  /**
   * @param chains names of the journal chains in which runs may have recorded approvals
   */
  public JournaledApprovals(Json json, StateFolder state, List<String> chains) {
    this.journals = chains.stream().map(chain -> new JournalFolder(json, state, chain)).toList();
  }

  @Override
  public synchronized Past of(Address address) {
    Map<Address, Past> known = read;
    if (known == null) {
      known = all();
      read = known;
    }
    return known.getOrDefault(address, Past.NOTHING);
  }

  private Map<Address, Past> all() {
    // The name of a run begins with its time.
    SortedMap<String, JournalFolder> runs = new TreeMap<>();
    journals.forEach(folder -> folder.runs().forEach(run -> runs.put(run, folder)));
    Map<Address, Past> all = new HashMap<>();
    runs.forEach((run, folder) -> {
      for (JournaledWrite write : JournaledWrite.of(folder.entries(run))) {
        Address address = Address.parse(write.before().address());
        if (address.kind().equals(SensorApproval.KIND)) {
          all.put(address, after(all.getOrDefault(address, Past.NOTHING), write));
        }
      }
    });
    return all;
  }

  private static Past after(Past past, JournaledWrite write) {
    Optional<After> seen = write.after().filter(after -> after.seen().kind().equals("found"));
    if (write.before().action().equals(Action.DELETE.name())) {
      return seen.isPresent() ? past : Past.NOTHING;
    }
    boolean isNew = write.before().action().equals(Action.CREATE.name());
    return seen.map(after ->
            isNew
                ? past.and(after.seen().id())
                : new Past(past.approvals(), Optional.of(after.seen().id())))
        .orElse(past);
  }
}
