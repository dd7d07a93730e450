package dev.garrison.wsus.updateserver;

import dev.garrison.catalog.Category;
import dev.garrison.catalog.UpdateIdentity;
import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.connection.ServerClock;
import dev.garrison.wsus.model.Approval;
import dev.garrison.wsus.model.ApprovalRule;
import dev.garrison.wsus.model.ComputerRows;
import dev.garrison.wsus.model.DownstreamServer;
import dev.garrison.wsus.model.FoundUpdates;
import dev.garrison.wsus.model.ServerConfiguration;
import dev.garrison.wsus.model.StateCount;
import dev.garrison.wsus.model.Subscription;
import dev.garrison.wsus.model.SyncEvent;
import dev.garrison.wsus.model.SyncProgress;
import dev.garrison.wsus.model.SyncState;
import dev.garrison.wsus.model.UserRole;
import dev.garrison.wsus.soap.RowsSeen;
import dev.garrison.wsus.soap.WsdlXml;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * WSUS administration operations that Garrison uses, and no others. Requests run one after the
 * other, with a pause between two. Every failure is an {@link UpdateServerException}.
 *
 * <p>A write is done only when a later read shows it: the service answers some misunderstandings
 * with success.
 *
 * @see <a href="https://learn.microsoft.com/openspecs/windows_protocols/ms-wsusar/">MS-WSUSAR</a>
 */
public interface UpdateServer extends AutoCloseable {
  /** Name of the server, with its port. */
  String name();

  /**
   * Clock of the server, as its last answer showed it. Nothing is written to the server while its
   * clock and this computer's are too far apart.
   */
  ServerClock clock();

  /** Column types of its rows so far, and rows that could not be understood. */
  RowsSeen rows();

  /** Version of WSUS, such as {@code 10.0.20348.1}. */
  String version();

  /** Version of the server-to-server protocol, such as {@code 1.20}. */
  String protocolVersion();

  UserRole role();

  ServerConfiguration configuration();

  /** Description of the operations that the server offers. */
  WsdlXml description();

  /** Names of components with errors. */
  List<String> componentsWithErrors();

  /** Number of updates that could not be downloaded. */
  int failedDownloads();

  /**
   * Servers that synchronize from this one, and from those.
   *
   * @param serverId this one's own ID, used as the parent of servers whose row names none
   */
  List<DownstreamServer> downstreamServers(UUID serverId);

  Subscription subscription();

  /** Categories that are synchronized: products, or classifications. */
  List<Category> subscribed(boolean classifications);

  /** IDs of the categories that are synchronized, including kinds that Garrison does not know. */
  List<UUID> subscribedIds(boolean classifications);

  /** Categories that the server knows: products and their families, or classifications. */
  List<Category> categories(boolean classifications);

  SyncState syncState();

  /** Progress of the running synchronization, phase by phase. */
  List<SyncProgress> syncProgress();

  /** Events since then that ended synchronizations. */
  List<SyncEvent> syncEndings(Instant since);

  /** Number of updates that a search would find. */
  int count(UpdateScope scope);

  /** Latest revisions of the updates in a scope, in any state. */
  FoundUpdates search(UpdateScope scope);

  /** Updates whose title, description, or article has this text. */
  FoundUpdates search(String text);

  /** One revision of an update; none where the server has no such revision. */
  FoundUpdates revision(UpdateIdentity id);

  /** Updates on this server that supersede this one. */
  FoundUpdates superseding(UpdateIdentity id);

  List<TargetGroup> groups();

  List<ApprovalRule> rules();

  /**
   * Approvals of all updates that a search would find, including those that the server itself
   * makes.
   */
  List<Approval> approvals(UpdateScope scope);

  /** Approvals of one revision for any group, including those that the server itself makes. */
  List<Approval> approvals(UpdateIdentity id);

  /** Numbers of computers by group and state; a group's numbers exclude its subgroups. */
  List<StateCount> counts(UUID updateId);

  /** Installation states of an update on all computers of a group and its subgroups. */
  List<ComputerRows.State> states(UUID updateId, UUID group);

  /** Memberships of all computers of a group and its subgroups. */
  List<ComputerRows.Membership> memberships(UUID group);

  /**
   * Approves for installation.
   *
   * @param admin the name that the console shows as the approver
   * @return the approval in the server's answer
   */
  Approval approve(UpdateIdentity id, UUID group, Optional<Instant> deadline, String admin);

  /** Removes one approval; the group then inherits. */
  void removeApproval(UUID approval, String admin);

  /** Declines all revisions; cannot be undone without an approval. Refused on a replica. */
  void decline(UUID updateId, String admin);

  /** Accepts license terms for all computers. */
  void acceptLicense(UUID license, UpdateIdentity id, String admin);

  /** Replaces both lists of synchronized categories. */
  void subscribe(
      Subscription subscription, List<UUID> products, List<UUID> classifications, String admin);

  /** Starts a synchronization, which continues on the server automatically. */
  void startSynchronization();

  /** Ends all connections; requests that still run fail. */
  @Override
  void close();
}
