package dev.garrison.share.access;

import dev.garrison.files.acl.AccessList;
import dev.garrison.share.SharePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Access lists in memory, the same for every path until they are set; writes down what is set. */
public final class FakeAccessLists implements AccessControlled {
  private final AccessList first;
  private final Map<SharePath, AccessList> lists = new HashMap<>();
  private final List<String> written = new ArrayList<>();

  /**
   * @param first what every file and folder has
   */
  public FakeAccessLists(AccessList first) {
    this.first = first;
  }

  /** Somebody else gives a file or folder another list. */
  public FakeAccessLists with(String path, AccessList list) {
    lists.put(SharePath.of(path), list);
    return this;
  }

  /** What was set, in order: the path and the list. */
  public List<String> written() {
    return List.copyOf(written);
  }

  @Override
  public AccessList accessList(SharePath path) {
    return lists.getOrDefault(path, first);
  }

  @Override
  public void setAccessList(SharePath path, AccessList list) {
    written.add("%s %s".formatted(path, list.sddl()).strip());
    lists.put(path, list);
  }
}
